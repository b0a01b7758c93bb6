import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rootFolder } from '../support/environment.ts';

const read = (file: string) => readFileSync(join(rootFolder, file), 'utf8');
const names = async () => {
  const config: typeof import('../../src/config.ts') = await import(join(rootFolder, 'dist/src/config.js'));
  return [...config.settingNames].sort();
};
const matches = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, name]) => name).sort();

describe('every setting', () => {
  it('stands in .env.example', async () => {
    expect(matches(read('.env.example'), /^# ?([A-Z0-9_]+)=/gm)).toEqual(await names());
  });

  it('stands in the table of the README', async () => {
    expect(matches(read('README.md'), /^\| `([A-Z0-9_]+)` \|/gm)).toEqual(await names());
  });
});

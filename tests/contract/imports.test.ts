import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { rootFolder } from '../support/environment.ts';

const cruise = (...args: string[]) =>
  execFileSync(process.execPath, [join(rootFolder, 'node_modules/.bin/depcruise'), ...args], {
    cwd: rootFolder,
    encoding: 'utf8',
  });

describe('imports', () => {
  it('follow the rules of .dependency-cruiser.cjs', () => {
    expect(cruise('dist/src', '--config', '.dependency-cruiser.cjs')).toMatch(
      /no dependency violations found/,
    );
  });
});

import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { useApi } from '../support/api.ts';
import { rootFolder } from '../support/environment.ts';
import { waitFor } from '../support/process.ts';

const api = useApi();
const guide = readFileSync(join(rootFolder, 'docs/guides/publishing.md'), 'utf8');

/** The program of the guide, on our server. */
function run() {
  const [, example = ''] = /^## Live\n.*?^```js\n(.*?)^```/ms.exec(guide) ?? [];
  const script = example.replace('ws://127.0.0.1:4000/graphql', api.url.replace('http', 'ws'));
  const child = spawn(process.execPath, ['--input-type=module'], {
    cwd: rootFolder,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(script);
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  return { child, output: () => output };
}

it('the example of docs/guides/publishing.md prints what is published', async () => {
  const { child, output } = run();
  try {
    await waitFor(async () => {
      await api.make.post({ title: 'Hot off the press' });
      return output().includes('Hot off the press') || undefined;
    });
  } finally {
    child.kill();
  }
});

// Builds the server and the web client into dist/, each only when something it is made of has changed.
// `--force` builds both.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const common = ['package-lock.json', 'scripts/build.js'];

const parts = {
  server: {
    inputs: ['src', 'migrations', 'tsconfig.json'],
    outputs: ['dist/src', 'dist/migrations'],
    command: ['typescript/bin/tsc', '-p', '.'],
  },
  'web client': {
    inputs: ['web'],
    outputs: ['dist/web'],
    command: ['vite/bin/vite.js', 'build', 'web', '--logLevel', 'warn'],
  },
};

for (const [name, { inputs, outputs, command }] of Object.entries(parts)) {
  const stamp = join(root, `dist/.built-${name.replace(' ', '-')}`);
  const changed = Math.max(...[...inputs, ...common].map((path) => newest(join(root, path))));
  if (!process.argv.includes('--force') && changed <= newest(stamp)) continue;
  console.log(`Building the ${name} …`);
  // What was deleted from the source must not live on: an old migration would be applied.
  for (const output of outputs) rmSync(join(root, output), { recursive: true, force: true });
  rmSync(stamp, { force: true });
  const [script, ...args] = command;
  try {
    execFileSync(process.execPath, [join(root, 'node_modules', script), ...args], {
      cwd: root,
      stdio: 'inherit',
    });
  } catch {
    console.error(`The ${name} could not be built; the lines above say why.`);
    process.exit(1);
  }
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(stamp, '');
}

/** When a file, or the newest file of a folder, was last changed; 0 when it is not there. */
function newest(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

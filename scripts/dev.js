// Rebuilds and restarts the server on every change; the web client is served by Vite, with hot reloading.
import { spawn } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const programs = [
  ['node_modules/typescript/bin/tsc', '-p', '.', '--watch', '--preserveWatchOutput'],
  ['--watch', '--enable-source-maps', 'dist/src/main.js'],
  ['node_modules/vite/bin/vite.js', 'web'],
];

const children = programs.map((args) => spawn(process.execPath, args, { cwd: root, stdio: 'inherit' }));
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    for (const child of children) child.kill(signal);
  });
}

// Rebuilds and restarts the server on every change; the web client is served by Vite, with hot reloading.
import { spawn } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const compiler = ['node_modules/typescript/bin/tsc', '-p', '.', '--watch', '--preserveWatchOutput'];
const programs = [
  ['--watch', '--watch-preserve-output', '--enable-source-maps', 'dist/src/main.js'],
  ['node_modules/vite/bin/vite.js', 'web', '--clearScreen', 'false'],
];

const start = (args, stdio = 'inherit') => spawn(process.execPath, args, { cwd: root, stdio });
const children = [start(compiler, ['ignore', 'pipe', 'inherit'])];

// The compiler writes every file when it begins; the server would be restarted by each of them.
children[0].stdout.on('data', (chunk) => {
  process.stdout.write(chunk);
  if (children.length === 1 && /Found \d+ errors?/.test(chunk))
    children.push(...programs.map((args) => start(args)));
});

// A terminal's Ctrl-C reaches the children by itself.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => {
  for (const child of children) child.kill('SIGTERM');
});

// Measures Inkstone beside its peers: see README.md.
import { readArguments } from './lib/arguments.js';
import { stopOnSignals } from './lib/cleanup.js';
import { installPackages } from './lib/install.js';

const options = readArguments(process.argv.slice(2));
installPackages();
stopOnSignals();

// Loaded late: these import the packages that have just been installed.
const { runMode } = await import('./modes/mode.js');
await runMode(options);

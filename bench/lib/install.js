import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { benchFolder, productFolder } from './paths.js';

/** Installs the peers on the first run and after a change of versions, and builds Inkstone if nobody has. */
export function installPackages() {
  const wanted = readFileSync(join(benchFolder, 'package-lock.json'), 'utf8');
  const stamp = join(benchFolder, 'node_modules/.installed');
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
    console.log("Installing the peers' packages below bench/ (once; about 400 MB) …");
    execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: benchFolder, stdio: 'inherit' });
    writeFileSync(stamp, wanted);
  }
  if (!existsSync(join(productFolder, 'dist/src/main.js'))) {
    execFileSync(process.execPath, ['scripts/build.js'], { cwd: productFolder, stdio: 'inherit' });
  }
}

/** The installed version of a package of the peers. */
export const versionOf = (name) =>
  JSON.parse(readFileSync(join(benchFolder, 'node_modules', name, 'package.json'), 'utf8')).version;

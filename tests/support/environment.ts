import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the tests of one run share; written once by the global set-up. */
export type Environment = {
  /** A folder of this run alone. */
  folder: string;
  /** What the names of this run's databases begin with. */
  prefix: string;
  /** The URL of a migrated database that is only copied. */
  templateUrl: string;
  jwtSecret: string;
};

const fileIn = (folder: string) => join(folder, 'environment.json');

/** Workers are started later and inherit the variable, so that runs side by side do not meet. */
export function writeEnvironment(environment: Environment): void {
  process.env.INKSTONE_TEST_RUN = environment.folder;
  writeFileSync(fileIn(environment.folder), JSON.stringify(environment));
}

export const readEnvironment = (): Environment =>
  JSON.parse(readFileSync(fileIn(process.env.INKSTONE_TEST_RUN ?? ''), 'utf8'));

export const rootFolder = join(import.meta.dirname, '../..');

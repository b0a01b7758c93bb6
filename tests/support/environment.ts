import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the tests of one run share; written once by the global set-up. */
export type Environment = {
  /** A folder of this run alone. */
  folder: string;
  /** A database URL with the name `template`, which is migrated and never used itself. */
  templateUrl: string;
  jwtSecret: string;
};

const file = join(import.meta.dirname, '../../.cache/test-environment.json');

export function writeEnvironment(environment: Environment): void {
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, JSON.stringify(environment));
}

export const readEnvironment = (): Environment => JSON.parse(readFileSync(file, 'utf8'));

export const rootFolder = join(import.meta.dirname, '../..');

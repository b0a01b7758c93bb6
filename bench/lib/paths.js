import { join } from 'node:path';

export const benchFolder = join(import.meta.dirname, '..');
export const productFolder = join(benchFolder, '..');
export const cacheFolder = join(benchFolder, '.cache');
export const resultsFolder = join(benchFolder, 'results');

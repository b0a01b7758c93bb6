import { rmSync } from 'node:fs';
import { readEnvironment } from './environment.ts';

export default async function tearDown(): Promise<void> {
  const { stopTestServer } = globalThis as unknown as { stopTestServer: () => Promise<void> };
  await stopTestServer();
  rmSync(readEnvironment().folder, { recursive: true, force: true });
}

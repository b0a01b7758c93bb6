const shared = {
  rootDir: import.meta.dirname,
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2023' } }],
  },
  globalSetup: '<rootDir>/tests/support/global-setup.ts',
  globalTeardown: '<rootDir>/tests/support/global-teardown.ts',
  setupFilesAfterEnv: ['<rootDir>/tests/support/matchers.ts'],
  testMatch: ['<rootDir>/tests/**/*.test.ts'],
};

/** @type {import('jest').Config} */
export default {
  projects: [
    { ...shared, displayName: 'fast' },
    {
      ...shared,
      displayName: 'slow',
      setupFiles: ['<rootDir>/tests/support/slow-path.ts'],
      // What asks nothing of the API, is about the fast path itself, or about keys, mails, limits and commands.
      testPathIgnorePatterns: [
        '/tests/(e2e|live|platform|transfer)/',
        '/tests/auth/(key\\S*|keys|kept-sessions|\\S+-limits|passwords|secrets)\\.',
        '/tests/server/(changes|create-admin|demo|health|known-documents|processes|response-cache|shortcut\\S*|start)\\.',
        '/tests/contract/(budgets|canaries|configuration|guides|imports|migrations|sameness|schema|statements)\\.',
      ],
    },
  ],
  maxWorkers: 2,
  testTimeout: 90_000,
};

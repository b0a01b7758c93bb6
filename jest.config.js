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
      // What asks nothing of the API, or is about the fast path itself.
      testPathIgnorePatterns: [
        '/tests/e2e/',
        '/tests/server/(changes|demo|health|known-documents|response-cache|shortcut\\S*|start)\\.',
        '/tests/contract/(budgets|configuration|imports|migrations|sameness|schema|statements)\\.',
      ],
    },
  ],
  maxWorkers: 2,
  testTimeout: 90_000,
};

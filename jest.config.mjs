/** Real sockets and a virtual clock need no mocks; `.ts` is stripped by swc, `tsc` checks the types. */
export default {
  testEnvironment: 'node',
  globalSetup: '<rootDir>/__tests__/support/real-temp-folder.mjs',
  testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2024' }, module: { type: 'es6' } }],
  },
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/dist/', '<rootDir>/build/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/build/'],
  coverageProvider: 'v8',
  // The rim runs only in the child processes of __tests__/dist, and the page's script in a browser, where no coverage is taken.
  collectCoverageFrom: ['src/**/*.ts', '!src/report/page/browser/**', '!src/index.ts', '!src/start-post.ts', '!src/artifact.ts'],
  coverageDirectory: 'coverage',
  coverageThreshold: { global: { lines: 95, branches: 95 } },
  reporters: ['default', '<rootDir>/scripts/tally-reporter.ts'],
  maxWorkers: 2,
  // Real time on a machine that may do much else: nothing waits for it, since time in the tests is virtual.
  testTimeout: 30_000,
}

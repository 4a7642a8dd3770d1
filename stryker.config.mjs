/** What all mutation tests have in common; `scripts/mutate.ts` adds for each file which tests are about it. */
import jest from './jest.config.mjs'

// Stryker counts for itself which tests reach a mutant.
const { coverageThreshold: _, ...plain } = jest

export default {
  testRunner: 'jest',
  testRunnerNodeArgs: ['--experimental-vm-modules', '--no-warnings'],
  jest: { config: { ...plain, reporters: [], testTimeout: 5000 }, enableFindRelatedTests: false },
  coverageAnalysis: 'perTest',
  concurrency: 2,
  timeoutMS: 4000,
  // Only its paths would be rewritten, by an API that TypeScript 7 does not have; swc strips the types without it.
  tsconfigFile: 'none',
  tempDirName: 'coverage/mutation',
  ignorePatterns: ['/dist', '/build', '/coverage', '/bench-output', '/demo-output', '/screenshots', '/docs'],
  reporters: ['clear-text'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportScoreTable: false },
}

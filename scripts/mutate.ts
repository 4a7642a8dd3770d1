/**
 * Mutation tests: `npm run mutate`, or `npm run mutate -- wait http` for some files. Each file is broken in every small way, one
 * at a time, and some test of it must turn red. Prints what survived, and fails when a file stays below the score that
 * docs/testing.md promises. Only the tests of the parts by themselves run: through the whole action a mutant takes minutes.
 */
import { Stryker } from '@stryker-mutator/core'

/** In per cent. */
const LEAST_SCORE = 90

/** Each file in `src`, and the tests that are about it. */
const TARGETS: Readonly<Record<string, readonly string[]>> = {
  wait: ['core/wait*'],
  verdict: ['core/verdict*', 'core/step-verdict'],
  untrusted: ['untrusted*'],
  http: ['core/http*', 'core/network-trouble', 'core/download'],
  download: ['core/download*', 'core/http-time'],
  'half-file': ['core/download-re*'],
  answer: ['core/answer*', 'core/http'],
  'retry-after': ['core/retry-after'],
}

const chosen = process.argv.slice(2)
const unknown = chosen.filter((name) => TARGETS[name] === undefined)
if (unknown.length > 0) throw new Error(`${unknown.join(', ')}: give some of ${Object.keys(TARGETS).join(', ')}`)

const rows: string[] = []
for (const [name, tests] of Object.entries(TARGETS)) {
  if (chosen.length === 0 || chosen.includes(name)) rows.push(await mutate(name, tests))
}
console.log(`\n${rows.join('\n')}`)

async function mutate(name: string, tests: readonly string[]): Promise<string> {
  const testMatch = tests.map((path) => `<rootDir>/__tests__/${path}.test.ts`)
  const results = await new Stryker({ mutate: [`src/${name}.ts`], jest: { config: { testMatch } } }).runMutationTest()
  const count = (...wanted: string[]): number => results.filter(({ status }) => wanted.includes(status)).length
  const found = count('Killed', 'Timeout')
  const missed = count('Survived', 'NoCoverage')
  const score = (100 * found) / Math.max(1, found + missed)
  if (!(score >= LEAST_SCORE)) process.exitCode = 1
  return `src/${name}.ts: ${score.toFixed(1)} % of ${found + missed} mutants found, ${missed} survived`
}

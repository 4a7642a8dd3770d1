/** The inputs of baseline, quarantine, comment and mode `report`: what is taken, what is refused, what clashes, what is warned of. */
import { describe, expect, test } from '@jest/globals'
import type { Parsed } from '../../src/inputs.ts'
import { filledIn } from '../../src/providers/registry.ts'
import { describeGate } from '../../src/verdict.ts'
import { parseStep } from '../support/providers.ts'

type Raw = Readonly<Record<string, string>>

const RUN = { provider: 'kore-batch', suite: 'A', 'bot-id': 'st-1', token: 'abcd' }
const REPORT = { mode: 'report', 'artifact-pattern': 'agent-test-gate-*', 'expected-artifacts': '12' }

function told(parsed: Parsed): {
  inputs?: unknown
  warnings?: readonly string[]
  mistakes?: readonly (readonly [string, string])[]
} {
  if ('mistakes' in parsed) return { mistakes: parsed.mistakes.map(({ input, text }) => [input, text] as const) }
  return { inputs: parsed.inputs, warnings: parsed.warnings }
}

const run = (changes: Raw = {}): ReturnType<typeof told> => told(parseStep({ ...RUN, ...changes }))
const report = (changes: Raw = {}): ReturnType<typeof told> => told(parseStep({ ...REPORT, ...changes }))

test('nothing is compared, excused or commented unless it is asked for', () => {
  expect(run()).toMatchObject({
    inputs: {
      baseline: undefined,
      quarantinePath: undefined,
      comment: 'off',
      githubToken: undefined,
      policy: { failOn: 'failures' },
    },
    warnings: [],
  })
})

describe('an input that is given', () => {
  test.each<[Raw, object]>([
    [{ baseline: 'main' }, { baseline: { branch: 'main', tolerance: 0 } }],
    [{ baseline: ' feature/é-1.x#2 ' }, { baseline: { branch: 'feature/é-1.x#2' } }],
    [{ baseline: 'refs/heads/release/2' }, { baseline: { branch: 'release/2' } }],
    [{ baseline: 'main', 'regression-tolerance': '0.05' }, { baseline: { branch: 'main', tolerance: 0.05 } }],
    [{ baseline: 'main', 'regression-tolerance': '1' }, { baseline: { tolerance: 1 } }],
    [{ baseline: 'main', 'fail-on': 'regressions' }, { policy: { failOn: 'regressions', minPassRate: 100 } }],
    [{ 'fail-on': 'failures' }, { policy: { failOn: 'failures' } }],
    [{ quarantine: ' tests/quarantine.yml\n' }, { quarantinePath: 'tests/quarantine.yml' }],
    [{ comment: 'always' }, { comment: 'always' }],
    [{ comment: 'changes' }, { comment: 'changes' }],
    [{ comment: 'failures' }, { comment: 'failures' }],
    [{ 'github-token': 'ghs_x' }, { githubToken: 'ghs_x' }],
  ])('is taken: %j', (changes, expected) => {
    expect(run(changes)).toMatchObject({ inputs: expected, warnings: [] })
  })

  test.each<[string, string, RegExp]>([
    ['fail-on', 'regression', /^is "regression"; give one of failures, regressions$/],
    ['fail-on', 'Regressions', /^is "Regressions"; give one of/],
    ['baseline', 'main\ndevelop', /^has more than one line; give one$/],
    ['baseline', 'release *', /^is "release \*", which is not a branch name; give one such as main$/],
    ['baseline', 'a..b', /not a branch name/],
    ['baseline', '-main', /not a branch name/],
    ['baseline', 'main~1', /not a branch name/],
    ['baseline', 'main/', /not a branch name/],
    ['baseline', 'a\tb', /not a branch name/],
    ['regression-tolerance', '5', /^is "5"; give a number from 0 to 1$/],
    ['regression-tolerance', '5%', /^is "5%"; give a number/],
    ['regression-tolerance', '-0.1', /from 0 to 1$/],
    ['quarantine', 'a.yml\nb.yml', /^has more than one line; give one$/],
    ['comment', 'on', /^is "on"; give one of off, failures, changes, always$/],
    ['comment', 'true', /give one of off/],
  ])('is told of when it is wrong: %s %j', (name, value, text) => {
    expect(run({ baseline: 'main', [name]: value }).mistakes).toEqual([[name, expect.stringMatching(text)]])
  })
})

describe('what does not fit together', () => {
  test('fail-on: regressions without a baseline is a mistake, told beside the others', () => {
    expect(run({ 'fail-on': 'regressions', 'min-tests': 'x' }).mistakes).toEqual([
      ['min-tests', expect.any(String)],
      ['fail-on', 'is regressions, which needs baseline: the branch to compare with, such as main'],
    ])
    expect(run({ 'fail-on': 'regressions', baseline: ' ' }).mistakes).toHaveLength(1)
    expect(report({ 'fail-on': 'regressions' })).toMatchObject({ warnings: [expect.stringContaining('fail-on')] })
  })

  test('a mark that every score meets, and a longest gap that is the shorter one, are warned about', () => {
    expect(run({ 'pass-score': '0' }).warnings).toContainEqual(expect.stringMatching(/^pass-score is 0/))
    expect(run({ 'pass-score': '0.1' }).warnings).not.toContainEqual(expect.stringMatching(/^pass-score is 0/))
    const gaps = { 'poll-interval-seconds': '60', 'poll-max-interval-seconds': '10' }
    expect(run(gaps).warnings).toEqual([expect.stringMatching(/^poll-max-interval-seconds is shorter/)])
    expect(run({ ...gaps, 'poll-max-interval-seconds': '60' }).warnings).toEqual([])
  })

  test('a tolerance without a baseline is in vain', () => {
    expect(run({ 'regression-tolerance': '0.1' }).warnings).toEqual(['without baseline, regression-tolerance has no effect'])
    expect(run({ 'regression-tolerance': '0' }).warnings).toEqual([])
  })

  test.each<[Raw, string]>([
    [{ 'artifact-pattern': 'x-*' }, 'only mode: report uses artifact-pattern; it has no effect here'],
    [{ 'expected-artifacts': 'many' }, 'only mode: report uses expected-artifacts; it has no effect here'],
    [
      { 'artifact-pattern': 'x', 'expected-artifacts': '3' },
      'only mode: report uses artifact-pattern and expected-artifacts; they have no effect here',
    ],
  ])('what is for mode report is in vain elsewhere: %j', (changes, warning) => {
    expect(run(changes).warnings).toEqual([warning])
  })

  test('a token of GitHub that is too short cannot be masked', () => {
    expect(run({ 'github-token': 'abc' }).warnings).toEqual([expect.stringMatching(/^github-token is shorter than 4/)])
  })

  test('mode cancel is told to be in vain beside the other mistakes, where the vendor cannot stop a run', () => {
    expect(run({ mode: 'cancel', 'run-id': '', 'bot-id': '', 'min-tests': 'x' }).mistakes).toEqual([
      ['min-tests', expect.any(String)],
      ['bot-id', expect.any(String)],
      ['mode', 'is cancel, and the vendor of kore-batch offers no way to stop a run; remove this step'],
    ])
  })
})

describe('mode report', () => {
  test('needs no provider, but a pattern and a number of artifacts', () => {
    expect(report()).toMatchObject({
      inputs: { mode: 'report', report: { pattern: 'agent-test-gate-*', expected: 12 }, timeoutMs: 3_600_000, comment: 'off' },
      warnings: [],
    })
  })

  test('takes what any step takes', () => {
    const changes = {
      'must-pass': 'login',
      comment: 'always',
      'timeout-minutes': '2',
      artifact: 'false',
      'github-token': 'ghs_x',
    }
    expect(report(changes)).toMatchObject({
      inputs: {
        policy: { mustPass: ['login'] },
        comment: 'always',
        timeoutMs: 120_000,
        artifact: undefined,
        githubToken: 'ghs_x',
      },
      warnings: [],
    })
  })

  test.each<[Raw, readonly (readonly [string, RegExp])[]]>([
    [{ 'artifact-pattern': '' }, [['artifact-pattern', /^is required: the names of the artifacts/]]],
    [{ 'artifact-pattern': 'a\nb' }, [['artifact-pattern', /^has more than one line/]]],
    [{ 'artifact-pattern': 'a/*' }, [['artifact-pattern', /^is "a\/\*"; no artifact has a name with/]]],
    [{ 'expected-artifacts': '' }, [['expected-artifacts', /^is required: how many .* a job that died leaves none/]]],
    [{ 'expected-artifacts': '0' }, [['expected-artifacts', /^is "0"; give a whole number from 1 to 10000$/]]],
    [{ 'expected-artifacts': '1.5' }, [['expected-artifacts', /whole number/]]],
    [{ 'expected-artifacts': 'all' }, [['expected-artifacts', /whole number/]]],
    [
      { 'artifact-pattern': '', 'expected-artifacts': '', annotations: 'maybe' },
      [
        ['artifact-pattern', /required/],
        ['expected-artifacts', /required/],
        ['annotations', /give true or false/],
      ],
    ],
  ])('tells of all mistakes at once: %j', (changes, mistakes) => {
    expect(report(changes).mistakes).toEqual(mistakes.map(([input, text]) => [input, expect.stringMatching(text)]))
  })

  test('warns once of all that is a vendor’s, and not of what the runner fills in', () => {
    const filled = Object.fromEntries(filledIn)
    expect(report({ ...filled, provider: 'kore', suite: 'A', 'bot-id': 'st-1', 'run-id': 'tr-1' }).warnings).toEqual([
      'mode report does not use provider, suite, bot-id, run-id; these inputs have no effect',
    ])
    expect(report({ ...filled, 'regression-tolerance': '0', 'max-parallel': '4' }).warnings).toEqual([])
  })

  test('keeps to the annotations that were asked for when something is wrong', () => {
    expect(parseStep({ ...REPORT, annotations: 'false', 'expected-artifacts': '' })).toMatchObject({
      state: 'mistaken',
      provider: '',
      annotations: false,
    })
  })
})

test('the gate says in words what it compares with, and all that holds besides', () => {
  const parsed = parseStep({ ...RUN, baseline: 'main', 'fail-on': 'regressions', 'max-failures': '3', 'must-pass': 'login' })
  if (parsed.state !== 'ready') throw new Error(JSON.stringify(parsed))
  const { policy, baseline } = parsed.inputs
  const besides = 'at most 3 may fail; 1 named in must-pass must pass'
  expect(describeGate(policy, 'steps', baseline)).toBe(`no regressions against main; ${besides}`)
  expect(describeGate(policy, 'steps', { branch: 'dev', tolerance: 0.05 })).toBe(
    `no regressions against dev, with scores and metrics at most 0.05 lower; ${besides}`,
  )
  expect(describeGate(policy, 'steps')).toBe(`100 % of the steps must pass; ${besides}`)
  expect(describeGate({ ...policy, failOn: 'failures' }, 'steps', baseline)).toBe(`100 % of the steps must pass; ${besides}`)
})

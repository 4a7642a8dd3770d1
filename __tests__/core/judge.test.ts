/** The judge of a step: quarantine, baseline and policy together, and what is told of them. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { appointJudge, type FoundBaseline, type Judge, type Measure } from '../../src/judge.ts'
import type { SuiteOutcome } from '../../src/outcome.ts'
import type { Case, Results } from '../../src/results.ts'
import { aCase, aSuite, resultsOf } from '../support/results.ts'
import { type RecordedTools, stepTools } from '../support/step-tools.ts'

const NOW = Date.UTC(2026, 4, 4, 23, 59, 59)

let workspace = ''
let tools: RecordedTools
beforeEach(async () => {
  workspace = await mkdtemp(join(tmpdir(), 'judge-'))
  tools = stepTools({ workspace, wall: NOW })
})
afterEach(() => rm(workspace, { recursive: true, force: true }))

function measure(changes: Partial<Measure> = {}): Measure {
  const minMetrics = { f1: undefined, precision: undefined, recall: undefined }
  return {
    mode: 'run',
    provider: { noun: 'steps' },
    policy: {
      minPassRate: 100,
      maxErrored: 0,
      maxFailures: undefined,
      minTests: 1,
      minMetrics,
      mustPass: [],
      failOn: 'failures',
    },
    baseline: undefined,
    quarantinePath: undefined,
    ...changes,
  }
}

const strict = measure({ baseline: { branch: 'main', tolerance: 0 } })
const REGRESSIONS = { ...strict, policy: { ...strict.policy, failOn: 'regressions' as const } }
const unlessOver = <Value>(action: () => Promise<Value>): Promise<Value> => action()

function named(...cases: readonly (readonly [string, Case['status']])[]) {
  return resultsOf(cases.map(([name, status]) => aCase({ name, status })))
}

function found(...suites: readonly SuiteOutcome[]): FoundBaseline {
  const runUrl = 'https://github.com/o/r/actions/runs/1'
  return { state: 'found', baseline: { branch: 'main', runUrl, trend: [] }, suites }
}

interface Search {
  readonly judge: Judge
  /** How often a baseline was looked for, and on which branches. */
  readonly asked: string[]
}

async function judgeBy(given: Measure, baseline: FoundBaseline): Promise<Search> {
  const asked: string[] = []
  const seek = async ({ branch }: { readonly branch: string }): Promise<FoundBaseline> => {
    asked.push(branch)
    return baseline
  }
  return { judge: await appointJudge(given, seek, { unlessOver }, tools), asked }
}

const OLD = aSuite({ suite: 'A', conclusion: 'failed', results: named(['login', 'passed'], ['pay', 'failed']) })

describe('a baseline', () => {
  test('is looked for once, when the judge is told that a run began', async () => {
    const { judge, asked } = await judgeBy(strict, found(OLD))
    expect(asked).toEqual([])
    judge.begin()
    judge.begin()
    await judge.suite('A', named(['login', 'passed']))
    expect(asked).toEqual(['main'])
  })

  test('is not looked for where none is wanted', async () => {
    const { judge, asked } = await judgeBy(measure(), found(OLD))
    judge.begin()
    const judged = await judge.suite('A', named(['login', 'passed']))
    expect([asked, judged.comparison]).toEqual([[], undefined])
    expect(await judge.step([])).not.toHaveProperty('baseline')
  })

  test('shows what changed, and with fail-on: failures changes no verdict', async () => {
    const { judge } = await judgeBy(strict, found(OLD))
    judge.begin()
    const judged = await judge.suite('A', named(['login', 'failed'], ['pay', 'passed']))
    expect(judged).toMatchObject({ conclusion: 'failed', comparison: { regressions: ['login'], fixed: ['pay'] } })
    expect(judged.reasons).toEqual(['1 of 2 steps failed; the check needs 100 % to pass, and 50 % did'])
  })

  test('decides with fail-on: regressions', async () => {
    const { judge } = await judgeBy(REGRESSIONS, found(OLD))
    judge.begin()
    const still = await judge.suite('A', named(['login', 'passed'], ['pay', 'failed']))
    expect(still).toMatchObject({ conclusion: 'passed', comparison: { stillFailing: ['pay'] } })
    expect(await judge.suite('A', named(['login', 'failed'], ['pay', 'failed']))).toMatchObject({ conclusion: 'failed' })
    const step = await judge.step([aSuite({ ...still, suite: 'A' })])
    expect(step).toMatchObject({
      gate: 'no regressions against main',
      baseline: { branch: 'main' },
      judgement: { conclusion: 'passed' },
    })
    expect(step).not.toHaveProperty('noBaseline')
  })

  test('that lacks a suite leaves it to fail-on: failures, and the others not', async () => {
    const { judge } = await judgeBy(REGRESSIONS, found(OLD))
    judge.begin()
    const judged = await judge.suite('B', named(['login', 'passed'], ['pay', 'failed']))
    expect(judged).toMatchObject({
      conclusion: 'failed',
      reasons: [expect.any(String), expect.stringContaining('no suite of this name')],
    })
    expect(judged).not.toHaveProperty('comparison')
    expect((await judge.suite('A', named(['login', 'passed'], ['pay', 'failed']))).conclusion).toBe('passed')
  })

  test('that is not there is told plainly, in the log, the reasons and the gate', async () => {
    const why = 'there is no baseline: the token may not read\npermissions:\n  actions: read'
    const { judge } = await judgeBy(REGRESSIONS, { state: 'none', why })
    judge.begin()
    const judged = await judge.suite('A', named(['login', 'passed'], ['pay', 'failed']))
    expect(judged.conclusion).toBe('failed')
    const step = await judge.step([aSuite({ ...judged, suite: 'A' })])
    expect(step).toMatchObject({ gate: '100 % of the steps must pass', noBaseline: why })
    expect(step.judgement.reasons).toEqual([
      expect.stringContaining('1 of 2 steps failed'),
      'treated as fail-on: failures, because there is no baseline: the token may not read permissions: actions: read',
    ])
    expect(tools.warnings).toEqual(['there is no baseline: the token may not read'])
    expect(tools.lines).toEqual(['  | permissions:', '  |   actions: read'])
  })

  test('that is not there changes no reason with fail-on: failures', async () => {
    const { judge } = await judgeBy(strict, { state: 'none', why: 'there is no baseline yet' })
    judge.begin()
    const step = await judge.step([aSuite({ reasons: ['all passed'] })])
    expect([step.judgement.reasons, step.noBaseline]).toEqual([['all passed'], 'there is no baseline yet'])
  })

  test.each(['start', 'cancel'] as const)('is none of the business of mode %s', async (mode) => {
    const { judge } = await judgeBy({ ...REGRESSIONS, mode }, found(OLD))
    const step = await judge.step([aSuite({ conclusion: 'started' })])
    expect([step.gate, step.judgement.conclusion]).toEqual(['', 'started'])
  })
})

describe('the inputs that choose which cases run', () => {
  const remedy = (filters: readonly string[], results: Results, minTests = 1): Promise<readonly string[]> => {
    const given = measure({ filters, policy: { ...measure().policy, minTests } })
    return judgeBy(given, found()).then(async ({ judge }) => (await judge.suite('A', results)).reasons)
  }
  const NONE = 'there were no steps, so nothing was proved'

  test('are named where nothing ran, or too little', async () => {
    expect(await remedy(['group'], named())).toEqual([NONE, 'check that group, which chooses the steps that run, fits some'])
    expect(await remedy(['group', 'description'], named())).toEqual([
      NONE,
      'check that group and description, which together choose the steps that run, fit some',
    ])
    expect((await remedy(['group', 'utterance', 'description'], named())).at(-1)).toMatch(/ group, utterance and description, /)
    expect(await remedy(['group'], named(['login', 'passed']), 2)).toEqual([
      'only 1 step ran, and min-tests asks for 2',
      'check that group, which chooses the steps that run, fits some',
    ])
  })

  test('are not named where none was given, enough ran, or the verdict is another', async () => {
    expect(await remedy([], named())).toEqual([NONE])
    expect(await remedy(['group'], named(['login', 'error']))).toHaveLength(1)
    expect(await remedy(['group'], named(['login', 'passed']))).toEqual(['1 of 1 step passed'])
  })
})

describe('a quarantine file', () => {
  const entry = (name: string, expires: string): string => `- name: ${name}\n  reason: known\n  expires: ${expires}\n`
  const withFile = async (text: string): Promise<Measure> => {
    await writeFile(join(workspace, 'q.yml'), text)
    return { ...REGRESSIONS, quarantinePath: 'q.yml' }
  }

  test('excuses before anything is judged or compared, to the end of the day in UTC', async () => {
    const { judge } = await judgeBy(await withFile(entry('login', '2026-05-04')), found(OLD))
    judge.begin()
    const judged = await judge.suite('A', named(['login', 'failed'], ['pay', 'passed']))
    expect(judged).toMatchObject({
      conclusion: 'passed',
      comparison: { regressions: [] },
      results: { counts: { quarantined: 1 } },
    })
  })

  test('excuses in partial results too, which nothing is judged or compared by', async () => {
    const file = entry('pay', '2026-12-31') + entry('fly', '2026-12-31')
    const { judge, asked } = await judgeBy(await withFile(file), found(OLD))
    const results = await judge.partial('A', { ...named(['pay', 'failed'], ['case 2', 'skipped']), isPartial: true })
    expect(results).toMatchObject({ isPartial: true, counts: { failed: 0, quarantined: 1, skipped: 1 } })
    expect(asked).toEqual([])
    const left = aSuite({ suite: 'A', conclusion: 'timed-out', reasons: ['late'], results })
    expect(await judge.step([left])).toMatchObject({ judgement: { conclusion: 'timed-out', reasons: ['late'] } })
    expect(tools.warnings).toEqual([])
  })

  test('tells once of entries that do nothing, in the log and with the suite', async () => {
    const file = await withFile(entry('login', '2026-05-03') + entry('nobody', '2027-01-01'))
    const { judge } = await judgeBy(file, found(OLD))
    const { suites } = await judge.step([
      aSuite({ suite: 'A', results: named(['pay', 'passed']) }),
      aSuite({ suite: 'B', results: named(['login', 'failed']) }),
    ])
    const told = suites.map(({ results }) => results?.warnings)
    expect(told).toEqual([[expect.stringMatching(/"nobody" matches no case/)], [expect.stringMatching(/"login" expired/)]])
    expect(tools.warnings).toHaveLength(1)
    expect(tools.warnings[0]).toMatch(/nobody.*login|login.*nobody/)
  })

  test('does not tell a credential that somebody wrote into it', async () => {
    tools.redactor.learn('hunter2-hunter2')
    const file = await withFile(
      `${entry('pay', '2027-01-01').replace('known', 'hunter2-hunter2')}${entry('hunter2-hunter2', '2027-01-01')}`,
    )
    const { judge } = await judgeBy(file, found(OLD))
    const { results } = await judge.suite('A', named(['pay', 'failed'], ['login', 'passed']))
    const { suites } = await judge.step([aSuite({ suite: 'A', ...(results !== undefined && { results }) })])
    expect(suites[0]?.results?.cases[0]?.quarantine?.reason).toBeTruthy()
    expect(suites[0]?.results?.warnings).toHaveLength(1)
    expect(JSON.stringify([suites, tools.warnings])).not.toContain('hunter2')
  })

  test.each(['run', 'start', 'collect'] as const)('that is bad ends mode %s before anything is sent', async (mode) => {
    const file = { ...(await withFile('- nobody')), mode }
    await expect(judgeBy(file, found())).rejects.toThrow('quarantine: "q.yml" line 1 column 3: this is not an entry')
  })

  test('that is bad does not keep a run from being stopped', async () => {
    const { judge } = await judgeBy({ ...(await withFile('- nobody')), mode: 'cancel' }, found())
    expect((await judge.step([aSuite({ conclusion: 'cancelled' })])).judgement.conclusion).toBe('cancelled')
  })
})

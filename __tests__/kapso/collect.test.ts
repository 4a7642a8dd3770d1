/** What a step that collects holds against the suite: whether run-id is whole, and of that suite. */
import { describe, expect, test } from '@jest/globals'
import { changed, json, serverError } from '../../simulator/faults.ts'
import { goodCases, scored } from '../../simulator/kapso/test-case.ts'
import { type KapsoStage, setKapsoStage } from './stage.ts'

/** The run-id of a suite of three cases that was started, in its parts. */
async function startedSuite({ kapso, run }: KapsoStage): Promise<string[]> {
  kapso.suite('Regression', goodCases(3))
  return ((await run({ mode: 'start' })).outputs['run-id'] ?? '').split(',')
}

function collect({ run }: KapsoStage, ids: readonly string[], changes: Readonly<Record<string, string>> = {}) {
  return run({ mode: 'collect', 'run-id': ids.join(','), ...changes })
}

describe('a run-id', () => {
  test('that was cut is never green, and how many are missing is told', async () => {
    const stage = await setKapsoStage()
    const [first = ''] = await startedSuite(stage)
    const step = await collect(stage, [first])
    expect(step).toMatchObject({ exitCode: 1, outputs: { conclusion: 'inconclusive', passed: '1' } })
    expect(step.outputs['message']).toContain('the suite has 3 cases, and run-id holds no run of 2 of them')
  })

  test('that was cut is found out where the answers do not tell their cases, too', async () => {
    const stage = await setKapsoStage()
    const [first = '', second = ''] = await startedSuite(stage)
    stage.kapso
      .on('look')
      .always(
        changed((honest) => ({ ...honest, body: String(honest.body).replace(/"test_case":\{"id":"[^"]+",/, '"test_case":{') })),
      )
    const step = await collect(stage, [first, second])
    expect(step.outputs).toMatchObject({ conclusion: 'inconclusive', passed: '2' })
    expect(step.outputs['message']).toContain('no run of 1 of them')
  })

  test('of another start of the same case does not stand for the one that is missing', async () => {
    const stage = await setKapsoStage()
    const [first = '', second = ''] = await startedSuite(stage)
    const again = (await stage.run({ mode: 'start' })).outputs['run-id']?.split(',')[0] ?? ''
    const step = await collect(stage, [first, second, again])
    expect(step.outputs).toMatchObject({ conclusion: 'inconclusive' })
    expect(step.outputs['message']).toContain('no run of 1 of them')
  })

  test('that holds the same run more than once is refused before anything is sent', async () => {
    const stage = await setKapsoStage()
    const [first = ''] = await startedSuite(stage)
    const before = stage.asked().length
    const step = await collect(stage, [first, first, first])
    expect(step.outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'config' })
    expect(step.outputs['message']).toContain(`run-id holds ${first} more than once`)
    expect(stage.asked()).toHaveLength(before)
  })

  test('that is refused says nothing of cases, also where one of them was not started', async () => {
    const stage = await setKapsoStage()
    const [first = ''] = await startedSuite(stage)
    const step = await collect(stage, [first, first, '-'])
    expect(step.outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'config', total: '' })
  })

  test('of a suite without cases is not enough once it has some', async () => {
    const stage = await setKapsoStage()
    stage.kapso.suite('Regression', goodCases(2))
    const step = await collect(stage, ['none'])
    expect(step.outputs['conclusion']).toBe('inconclusive')
    expect(step.outputs['message']).toContain('no run of 2 of them')
  })
})

describe('the suite of a run-id', () => {
  test('that is another one is refused with the run and the suite', async () => {
    const stage = await setKapsoStage()
    const ids = await startedSuite(stage)
    stage.kapso.suite('Complaints', [scored('Refund', 1)])
    const step = await collect(stage, ids, { suite: 'Complaints' })
    expect(step.outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'config' })
    expect(step.outputs['message']).toContain(`run-id holds ${ids[0]}`)
    expect(step.outputs['message']).toContain('"Complaints"')
  })

  test('and that of the next one are not reported under the name of each other', async () => {
    const stage = await setKapsoStage()
    stage.kapso.suite('Regression', goodCases(1))
    stage.kapso.suite('Complaints', [scored('Refund', 0.1)])
    const both = { suite: 'Regression\nComplaints' }
    const started = await stage.run({ mode: 'start', ...both })
    const swapped = (started.outputs['run-id'] ?? '').split('\n').toReversed().join('\n')
    const step = await stage.run({ mode: 'collect', 'run-id': swapped, ...both })
    expect(step.outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'config', total: '' })
  })

  test.each([
    ['suite', { suite: 'Regresion' }, 'no test suite by the name or id "Regresion"'],
    ['agent', { 'agent-id': '3c90c3cc-0d44-4b50-8888-8dd25736052a' }, 'no agent by this agent-id'],
    ['id', { suite: '3c90c3cc-0d44-4b50-8888-8dd25736052a', 'agent-id': '' }, 'no test suite by this id'],
  ])('by an unknown %s is told as at the start, at once', async (_, changes, words) => {
    const stage = await setKapsoStage()
    stage.mayRefuse()
    const step = await collect(stage, await startedSuite(stage), changes)
    expect(step.outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'config' })
    expect(step.outputs['message']).toContain(words)
    expect(step.tookMs).toBeLessThan(1000)
  })

  test('by an unknown name is told with the names that there are, in the log and in the summary', async () => {
    const stage = await setKapsoStage()
    stage.mayRefuse()
    const step = await collect(stage, await startedSuite(stage), { suite: 'Regresion' })
    expect(step.log.join('\n')).toMatch(/\| it has:\n +\| /)
    expect(step.summaries.at(-1)).toMatch(/The vendor said:.*it has&#58;&#10;Regression/s)
  })

  test('is read once, also when it is hard to get', async () => {
    const stage = await setKapsoStage()
    const ids = await startedSuite(stage)
    const before = stage.asked().length
    stage.kapso.on('suite').answers(serverError(503), json({}, 502))
    const step = await collect(stage, ids)
    expect(step.outputs).toMatchObject({ conclusion: 'passed', total: '3' })
    expect(
      stage
        .asked()
        .slice(before)
        .filter((operation) => operation === 'suite'),
    ).toHaveLength(3)
  })

  test('is not read again by the step that started it', async () => {
    const stage = await setKapsoStage()
    stage.kapso.suite('Regression', goodCases(3))
    await stage.run()
    expect(stage.asked().filter((operation) => operation === 'suite')).toHaveLength(1)
  })
})

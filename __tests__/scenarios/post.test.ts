/** The clean-up after the job: what it stops, what it says, and that nothing makes it fail. */
import { describe, expect, test } from '@jest/globals'
import { hang, reset, serverError } from '../../simulator/faults.ts'
import { type OmiliaStage, setOmilia } from '../omilia/stage.ts'
import { type StepRecord, setStage } from '../support/action.ts'

interface LeftBehind extends OmiliaStage {
  readonly step: StepRecord
  readonly id: string
}

/** A step that was killed while its run was under way: what it had kept by then is what the clean-up sees. */
async function leftBehind(): Promise<LeftBehind> {
  const stage = await setOmilia()
  stage.omilia.nextRun().neverEnds()
  const step = await stage.run({ mode: 'start' })
  return { ...stage, step, id: step.outputs['run-id'] ?? '' }
}

function open(...runs: readonly object[]): { readonly 'open-runs': string } {
  return { 'open-runs': JSON.stringify(runs) }
}

function inputsOf({ omilia }: OmiliaStage, changes: Readonly<Record<string, string>> = {}): Record<string, string> {
  return {
    provider: 'omilia',
    suite: 'Airline',
    'base-url': omilia.baseUrl,
    'api-key': omilia.behaviour.apiKey,
    ...changes,
  }
}

function warnings({ annotations }: StepRecord): string[] {
  return annotations.map(({ level, message }) => `${level}: ${message}`)
}

describe('post', () => {
  test('stops what a killed step left, and says so', async () => {
    const stage = await leftBehind()
    const after = await stage.step.post({ inputs: inputsOf(stage), state: open({ suite: 'Airline', id: stage.id }) })
    expect(after.log).toEqual([`Airline: run ${stage.id} was stopped at the vendor`])
    expect([warnings(after), stage.omilia.underWay()]).toEqual([[], []])
  })

  test('is silent and sends nothing when nothing was left', async () => {
    const stage = await leftBehind()
    for (const state of [{}, open(), { 'open-runs': '' }, stage.step.state]) {
      const sent = stage.omilia.requests.length
      const after = await stage.step.post({ inputs: {}, state })
      expect([after.log, after.annotations, stage.omilia.requests.length]).toEqual([[], [], sent])
    }
  })

  const unusable: readonly (readonly [what: string, changes: Readonly<Record<string, string>>])[] = [
    ['without credentials', { 'api-key': '' }],
    ['without credentials, of a step that may be skipped', { 'api-key': '', 'on-missing-credentials': 'skip' }],
    ['of an unknown provider', { provider: 'omelia' }],
    ['of no provider', { provider: '' }],
    ['with a number that is none', { 'timeout-minutes': 'soon' }],
    ['with an address that is none', { 'base-url': 'omilia' }],
  ]
  test.each(unusable)('warns of each run with suite and id when it has inputs %s', async (_, changes) => {
    const stage = await leftBehind()
    const state = open({ suite: 'Airline', id: stage.id }, { suite: 'Bank', id: 'b-2' }, { suite: 'Hotel' })
    const sent = stage.omilia.requests.length
    const after = await stage.step.post({ inputs: inputsOf(stage, changes), state })
    expect(warnings(after)).toEqual([
      expect.stringMatching(new RegExp(`^warning: Airline: .*${stage.id}.* may `)),
      expect.stringMatching(/^warning: Bank: .*b-2.* may /),
      expect.stringMatching(/^warning: Hotel: .* may /),
    ])
    expect(stage.omilia.requests).toHaveLength(sent)
  })

  test.each([
    ['nonsense', 'nonsense'],
    ['of another shape', '{"suite":"Airline"}'],
    ['without a suite', '[{"id":"1"}]'],
  ])('with a state that is %s tells it and ends', async (_, text) => {
    const stage = await leftBehind()
    const after = await stage.step.post({ inputs: inputsOf(stage), state: { 'open-runs': text } })
    expect(after.log.join('\n')).toContain('the clean-up could not be done')
    expect(after.outputs).toEqual({})
  })

  test.each([
    ['refuses the credentials', serverError(401)],
    ['has no such call', serverError(501)],
  ])('tells it when the vendor %s', async (_, fault) => {
    const stage = await leftBehind()
    stage.omilia.on('any').always(fault)
    const after = await stage.step.post({ inputs: inputsOf(stage), state: open({ suite: 'Airline', id: stage.id }) })
    expect(after.log.join('\n')).toContain(`Airline: run ${stage.id} could not be stopped: `)
  })

  test.each([
    ['hangs', hang()],
    ['is down', reset('before acting')],
    ['is broken', serverError(500)],
  ])('gives up after a minute at a vendor that %s, and warns with suite and id', async (_, fault) => {
    const stage = await leftBehind()
    stage.omilia.on('any').always(fault)
    const after = await stage.step.post({ inputs: inputsOf(stage), state: open({ suite: 'Airline', id: stage.id }) })
    expect(after.tookMs).toBeLessThanOrEqual(65_000)
    expect(warnings(after)).toEqual([
      expect.stringMatching(new RegExp(`^warning: Airline: run ${stage.id} could not be stopped`)),
    ])
  })

  test('has patience with a vendor that recovers, and with a run that cannot be revoked yet', async () => {
    const stage = await setOmilia()
    stage.omilia.nextRun().neverEnds().revocableAfter(3)
    const step = await stage.run({ mode: 'start' })
    stage.omilia.on('run').answers(reset('before acting'), serverError(503))
    const after = await step.post({ inputs: inputsOf(stage), state: open({ suite: 'Airline', id: step.outputs['run-id'] }) })
    expect(after.log).toEqual([`Airline: run ${step.outputs['run-id']} was stopped at the vendor`])
  })

  test('has time left for another try when a request hangs', async () => {
    const stage = await leftBehind()
    stage.omilia.on('run').answers(hang('after acting'))
    stage.omilia.on('revoke').answers(hang('before acting'))
    const after = await stage.step.post({ inputs: inputsOf(stage), state: open({ suite: 'Airline', id: stage.id }) })
    expect([stage.omilia.underWay(), warnings(after)]).toEqual([[], []])
  })

  test('stops the others when one of the runs cannot be stopped', async () => {
    const stage = await leftBehind()
    const state = open(
      { suite: 'No such project', id: '00000000-0000-4000-8000-000000000000' },
      { suite: 'Airline', id: stage.id },
    )
    stage.mayRefuse()
    const after = await stage.step.post({ inputs: inputsOf(stage), state })
    expect(stage.omilia.underWay()).toEqual([])
    expect(after.log).toContain(`Airline: run ${stage.id} was stopped at the vendor`)
  })

  test('needs neither the files of suite-path nor the suites of the step', async () => {
    const stage = await leftBehind()
    const inputs = inputsOf(stage, { suite: 'Airline\nBank', 'suite-path': 'a.zip\nb.zip' })
    const after = await stage.step.post({ inputs, state: open({ suite: 'Airline', id: stage.id }) })
    expect([stage.omilia.underWay(), stage.count('upload'), warnings(after)]).toEqual([[], 0, []])
  })

  test('says where a run goes on that no one can stop', async () => {
    const { run, inputs, asked } = await setStage()
    const { post } = await run({ suite: '' })
    const after = await post({ inputs: inputs(), state: open({ suite: 'Regression', id: 'tr-1' }) })
    expect(after.log).toEqual(['Regression: run tr-1 goes on at the vendor, which offers no way to stop it'])
    expect(asked()).toEqual([])
  })
})

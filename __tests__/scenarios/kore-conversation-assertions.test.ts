/** Steps of a conversation test held against their own assertions. */
import { beforeEach, describe, expect, test } from '@jest/globals'
import { type KoreConversation, startKoreConversation } from '../../simulator/kore/conversation.ts'
import { goodStep } from '../../simulator/kore/conversation-suite.ts'
import { casesIn, type KoreStage, setKoreStage } from '../kore/stage.ts'
import type { StepRecord } from '../support/action.ts'

let stage: KoreStage<KoreConversation>

beforeEach(async () => {
  stage = await setKoreStage(startKoreConversation, {
    provider: 'kore-conversation',
    suite: 'Smoke',
    'user-email': 'dev@example.com',
  })
  stage.kore.suite('Smoke', [goodStep('hello', 'Hi!'), goodStep('help', 'How can I help?')])
})

/** The step runs with a piece of the vendor's answer replaced by another, wherever it stands. */
function runWith(piece: string, other: string): Promise<StepRecord> {
  stage.kore.nextRun().edited((answer) => {
    const text = JSON.stringify(answer)
    if (text.includes('executionResults')) expect(text).toContain(piece)
    return JSON.parse(text.replaceAll(piece, other))
  })
  return stage.run()
}

const HELP = '{"enabled":true,"contains":[{"text":"How can I help?","status":"passed"}],"status":"passed"}'
const OFF = '{"enabled":false,"contains":[]}'

describe('a step that passed although an enabled assertion of it failed is a contradiction', () => {
  test.each([
    ['in all its parts', '{"enabled":true,"contains":[{"text":"How can I help?","status":"failed"}],"status":"failed"}'],
    ['by one of its texts alone', '{"enabled":true,"contains":[{"text":"How can I help?","status":"failed"}],"status":"passed"}'],
    ['without telling which text', '{"enabled":true,"contains":[],"status":"failed"}'],
    ['by its own status, its texts having none', '{"enabled":true,"contains":[{"text":"How can I help?"}],"status":"failed"}'],
    ['and does not say that it is enabled', '{"contains":[{"text":"How can I help?","status":"failed"}],"status":"failed"}'],
  ])('%s', async (_, failed) => {
    const step = await runWith(HELP, failed)
    expect([step.exitCode, step.outputs['conclusion']]).toEqual([1, 'inconclusive'])
    expect(step.outputs['message']).toContain('1 of its steps passed although an assertion of it failed')
  })

  test('also when it is one of the context or of the flow', async () => {
    stage.kore.suite('Smoke', [
      goodStep('hello', 'Hi!', { kind: 'context', expected: 'lang = en', passed: false }),
      goodStep('help', 'How can I help?', { kind: 'flow', expected: 'Help', passed: false }),
    ])
    const step = await stage.run()
    expect(step.outputs['conclusion']).toBe('inconclusive')
    expect(step.outputs['message']).toContain('2 of its steps passed')
  })

  test('whatever the gate allows', async () => {
    stage.kore.suite('Smoke', [goodStep('hello', 'Hi!', { kind: 'flow', expected: 'Greet', passed: false })])
    const step = await stage.run({ 'min-pass-rate': '0', 'max-errored': '9' })
    expect(step.outputs['conclusion']).toBe('inconclusive')
  })
})

describe('a disabled assertion does not matter', () => {
  test.each([
    ['that failed', '{"enabled":false,"contains":[{"text":"x","status":"failed"}],"status":"failed"}'],
    ['that failed in a part', '{"enabled":false,"contains":[{"text":"x","status":"failed"}]}'],
    ['that lists nothing', '{"enabled":false,"status":"failed"}'],
  ])('%s', async (_, disabled) => {
    const step = await runWith(OFF, disabled)
    expect([step.exitCode, step.outputs['conclusion'], step.outputs['passed']]).toEqual([0, 'passed', '2'])
  })
})

describe('assertions without a status, under a step that passed, passed', () => {
  test.each([
    ['the texts and the assertion', '{"enabled":true,"contains":[{"text":"How can I help?"}]}'],
    ['the texts', '{"enabled":true,"contains":[{"text":"How can I help?"}],"status":"passed"}'],
    ['the assertion', '{"enabled":true,"contains":[{"text":"How can I help?","status":"passed"}]}'],
    ['null', '{"enabled":true,"contains":[{"text":"How can I help?","status":null}],"status":null}'],
    ['empty', '{"enabled":true,"contains":[{"text":"How can I help?","status":""}],"status":""}'],
    ['no assertions at all', 'null'],
  ])('%s', async (_, silent) => {
    const step = await runWith(HELP, silent)
    expect([step.exitCode, step.outputs['conclusion']]).toEqual([0, 'passed'])
    expect(await casesIn(step)).toEqual([
      ['hello', 'passed'],
      ['help', 'passed'],
    ])
  })
})

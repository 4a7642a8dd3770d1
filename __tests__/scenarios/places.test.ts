/** Failing cases of a suite from the repository, annotated on the lines on which they are written. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { startKoreBatch } from '../../simulator/kore/batch.ts'
import { mistaken, understood } from '../../simulator/kore/batch-suite.ts'
import { startKoreConversation } from '../../simulator/kore/conversation.ts'
import { badStep, goodStep } from '../../simulator/kore/conversation-suite.ts'
import { setKoreStage } from '../kore/stage.ts'
import { oneFailed, setOmilia } from '../omilia/stage.ts'
import type { StepRecord } from '../support/action.ts'

/** First line, file and line of each annotation. */
function spots({ annotations }: StepRecord): unknown[] {
  const errors = annotations.filter(({ level }) => level === 'error')
  return errors.map(({ message, file, startLine }) => [message.split('\n')[0], file, startLine])
}

/** The state is first kept when a run is about to be started. */
function once(action: () => unknown): () => void {
  let done = false
  return () => {
    if (!done) action()
    done = true
  }
}

test('an utterance of a batch test suite', async () => {
  const { kore, run, write } = await setKoreStage(startKoreBatch, { provider: 'kore-batch', suite: 'Regression' })
  kore.suite('Regression', [understood('old', 'A')])
  await write('tests/a.csv', 'input,intent,parentIntent,entityName,entityValue,entityOrder\nhello,Greet,,,,\nfly,Book,,,,\n')
  // The simulated bot understands what was imported; from the start on it does not.
  const onState = once(() => kore.suite('Regression', [understood('hello', 'Greet'), mistaken('fly', 'Book', 'None')]))
  const step = await run({ 'suite-path': './tests/a.csv' }, { onState })
  expect(spots(step)).toEqual([
    [expect.stringContaining('1 of 2 utterances failed'), undefined, undefined],
    ['fly', 'tests/a.csv', 3],
  ])
})

test('a step of a conversation test suite', async () => {
  const inputs = { provider: 'kore-conversation', suite: 'Smoke', 'user-email': 'dev@example.com' }
  const { kore, run, write } = await setKoreStage(startKoreConversation, inputs)
  const steps = [
    { input: 'hello', answer: 'help' },
    { input: 'help', answer: 'How can I help?' },
  ]
  await write('smoke.json', JSON.stringify({ steps }, undefined, 2))
  const onState = once(() => kore.suite('Smoke', [goodStep('hello', 'Hi!'), badStep('help', 'How can I help?', 'Sorry?')]))
  const step = await run({ 'suite-path': 'smoke.json' }, { onState })
  expect(spots(step)).toEqual([
    [expect.stringContaining('1 of 2 steps failed'), undefined, undefined],
    ['help', 'smoke.json', 8],
  ])
})

test('a test case of a project', async () => {
  const { omilia, temporary, run } = await setOmilia()
  omilia.project('Bank', { cases: oneFailed() })
  await mkdir(join(temporary, 'suite/tests'), { recursive: true })
  await writeFile(join(temporary, 'suite/.omilia-ci.yml'), 'version: 1\n')
  await writeFile(join(temporary, 'suite/tests/broken.json'), '{"name": ')
  await writeFile(join(temporary, 'suite/tests/flights.yml'), 'cases:\n  - name: book a flight\n  - name: cancel a flight\n')
  const step = await run({ suite: 'Bank', 'suite-path': 'suite' })
  expect(spots(step)).toEqual([
    [expect.stringContaining('1 of 2 test cases failed'), undefined, undefined],
    ['cancel a flight', 'suite/tests/flights.yml', 3],
  ])
})

test('a test case that is a file of its own', async () => {
  const { omilia, temporary, run } = await setOmilia()
  omilia.project('Bank', { cases: oneFailed() })
  await mkdir(join(temporary, 'suite'), { recursive: true })
  await writeFile(join(temporary, 'suite/.omilia-ci.yml'), 'version: 1\n')
  await writeFile(join(temporary, 'suite/cancel a flight.json'), '{}')
  const step = await run({ suite: 'Bank', 'suite-path': 'suite/' })
  expect(spots(step)[1]).toEqual(['cancel a flight', 'suite/cancel a flight.json', 1])
})

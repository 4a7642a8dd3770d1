/** Several suites from the repository: all files are looked at before the first one is sent. */
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { startKoreBatch } from '../../simulator/kore/batch.ts'
import { startKoreConversation } from '../../simulator/kore/conversation.ts'
import { zipOf } from '../../simulator/omilia/archive.ts'
import { passed } from '../../simulator/omilia/test-case.ts'
import { setKoreStage } from '../kore/stage.ts'
import { setOmilia } from '../omilia/stage.ts'
import type { StepRecord } from '../support/action.ts'

/** An error of the inputs that names the one path that is wrong. */
function expectRefused(step: StepRecord, path: string): void {
  expect([step.exitCode, step.outputs['conclusion'], step.outputs['error-kind']]).toEqual([1, 'error', 'config'])
  expect(step.outputs['message']).toContain(path)
  expect(step.annotations.filter(({ level }) => level === 'notice')).toEqual([])
}

describe('Omilia', () => {
  test.each([
    ['is missing', 'second', {}],
    ['is missing in a folder that is there', 'suites/second.zip', { 'suites/first.zip': zipOf({ a: '' }) }],
    ['is no ZIP', 'second.zip', { 'second.zip': 'PL' }],
    ['is an empty file', 'second.zip', { 'second.zip': '' }],
    ['leads out of the repository', '../second.zip', {}],
    ['holds nothing but a .git', 'second', { 'second/.git/config': 'token' }],
  ])('sends no suite when the second path %s', async (_, path, files) => {
    const { omilia, run, temporary, asked } = await setOmilia()
    const bank = omilia.project('Bank', { cases: [passed('a')] })
    const good = zipOf({ '.omilia-ci.yml': '', 'tests/a.json': '{}' })
    for (const [name, content] of Object.entries({ 'good.zip': good, ...files })) {
      await mkdir(dirname(join(temporary, name)), { recursive: true })
      await writeFile(join(temporary, name), content)
    }
    for (const paths of [`good.zip\n${path}`, `${path}\ngood.zip`]) {
      for (const mode of ['run', 'start'])
        expectRefused(await run({ suite: 'Airline\nBank', 'suite-path': paths, mode, 'max-parallel': '1' }), path)
    }
    expect([asked(), bank.uploads, omilia.jobs]).toEqual([[], [], []])
  })
})

const CSV = 'input,intent,parentIntent,entityName,entityValue,entityOrder\nhello,Greet,,,,\n'
const CONVERSATION = JSON.stringify({ steps: [{ input: 'hello', answer: 'Hi!' }] })
const KORE = [
  ['kore-batch', () => setKoreStage(startKoreBatch, { provider: 'kore-batch' }), 'good.csv', CSV, 'bad.csv'],
  [
    'kore-conversation',
    () => setKoreStage(startKoreConversation, { provider: 'kore-conversation', 'user-email': 'dev@example.com' }),
    'good.json',
    CONVERSATION,
    'bad.json',
  ],
] as const

describe.each(KORE)('%s', (_provider, open, good, content, bad) => {
  test.each([
    ['is missing', undefined],
    ['is no suite', 'what?'],
    ['is empty', ''],
  ])('sends no suite when the second path %s', async (_, wrong) => {
    const { run, write, asked } = await open()
    await write(good, content)
    if (wrong !== undefined) await write(bad, wrong)
    for (const paths of [`${good}\n${bad}`, `${bad}\n${good}`])
      expectRefused(await run({ suite: 'First\nSecond', 'suite-path': paths, 'max-parallel': '1' }), bad)
    expect(asked()).toEqual([])
  })

  test('sends no suite when the second path is a folder', async () => {
    const { run, write, asked } = await open()
    await write(good, content)
    await write(`folder/${good}`, content)
    expectRefused(await run({ suite: 'First\nSecond', 'suite-path': `${good}\nfolder` }), 'folder')
    expect(asked()).toEqual([])
  })
})

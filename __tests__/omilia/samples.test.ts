/** Every sample of JSON on the vendor's page, byte for byte: the valid ones are read by the provider, the others are listed. */
import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from '@jest/globals'
import type * as z from 'zod/mini'
import { items, Job, Project, RunStats, stateOf, TestCase, TestSuite } from '../../src/providers/omilia/answers.ts'
import { readSections } from '../../src/providers/omilia/run-log.ts'

const folder = (name: string): string => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url))
const sample = (name: string): Promise<string> => readFile(folder(name), 'utf8')

const PROJECT = 'c2a9ec59-0c38-4372-bff5-83cd7f9c721f'
const RUN = 'e6fa9e9a-5055-4773-9652-309b05e88c49'

/** Which schema reads which sample, and what has to come out of it. */
const READ: readonly (readonly [name: string, schema: z.ZodMiniType, found: object[]])[] = [
  [
    'omilia/projects.json',
    items(Project),
    [
      { id: PROJECT, name: 'ia_iandronis_app_1', gitStorage: true },
      { name: 'ia_iandronis_app_2', gitStorage: false, gitToken: null },
    ],
  ],
  ['omilia/project.json', items(Project), [{ id: PROJECT, gitStorage: true }]],
  ['omilia/project-model.json', items(Project), [{ id: PROJECT }]],
  ['omilia/create-project.json', items(Project), [{ id: PROJECT }]],
  ['omilia/edit-project.json', items(Project), [{ id: PROJECT }]],
  [
    'omilia/run.json',
    items(Job),
    [{ runId: RUN, projectId: PROJECT, status: 'SUCCESS', isRevocable: false, artifact: { isExpired: false } }],
  ],
  ['omilia/run-model.json', items(Job), [{ runId: RUN, executionMeta: null, duration: '0:00:03' }]],
  ['omilia/start-run.json', items(Job), [{ runId: RUN }]],
  ['omilia/run-stats.json', items(RunStats), [{ pass: 2, fail: 0, unavailable: 0 }]],
  ['omilia/run-stats-model.json', items(RunStats), [{ pass: 2, fail: 0, unavailable: 0 }]],
  ['omilia/project-runs-stats.json', items(RunStats), [{}, {}, { pass: 0, fail: 1 }, {}, {}]],
  ['omilia/run-suites.json', items(TestSuite), [{ testSuiteName: 'test_suite_1' }, { testSuiteName: 'test_suite_2' }]],
  ['omilia/run-suites-model.json', items(TestSuite), [{ testSuiteName: 'test_suite_1' }, { testSuiteName: 'test_suite_2' }]],
  [
    'omilia/run-test-cases.json',
    items(TestCase),
    [{ testCaseName: 'scenario_1', status: 'success', executionTime: 889, numberOfTries: 1, assertionErrors: [] }],
  ],
  ['omilia/test-case-model.json', items(TestCase), [{ testCaseName: 'scenario_1' }]],
  [
    'omilia-generation/generations.json',
    items(Job),
    Array.from({ length: 8 }, () => ({ projectId: PROJECT, status: 'SUCCESS', artifact: { isExpired: true } })),
  ],
]

/** Samples that the provider never reads, and why. */
const NOT_READ: ReadonlyMap<string, string> = new Map([
  ['omilia/healthcheck.json', 'the health check says nothing that the first real call does not say better'],
  ['omilia/create-project-request.json', 'no project is ever created'],
  ['omilia/edit-project-request.json', 'no project is ever changed'],
  ['omilia/error-group.json', 'errors are read in the scenarios, by the same shape'],
  ['omilia/error-git.json', 'errors are read in the scenarios, by the same shape'],
  ['omilia/start-run-request.json', 'what is sent is compared with it in the scenarios'],
  ['omilia-generation/start-generation-request.json', 'what is sent is compared with it in the scenarios'],
])

/** Samples that are no JSON, and why. */
const INVALID: ReadonlyMap<string, string> = new Map([
  ['omilia/run-log-model.invalid.json.txt', '`"completed":` has no value'],
  ['omilia/project-runs.invalid.json.txt', 'brackets and a comma are missing where one run ends and the next begins'],
  [
    'omilia/run-logs.invalid.json.txt',
    'a raw line break in a string, sections run into each other, and the brackets do not match',
  ],
  ['omilia-generation/generation-model.invalid.json.txt', '`data` is an object that holds an object without a name'],
  ['omilia-generation/start-generation.invalid.json.txt', '`data` is an object that holds an object without a name'],
])

describe('samples of the vendor', () => {
  test.each(READ)('%s is read', async (name, schema, found) => {
    expect(schema.parse(JSON.parse(await sample(name)))).toMatchObject(found)
  })

  test.each([...NOT_READ])('%s is JSON, and not read: %s', async (name) => {
    expect(JSON.parse(await sample(name))).toBeInstanceOf(Object)
  })

  test.each([...INVALID])('%s is no JSON: %s', async (name) => {
    const text = await sample(name)
    expect(() => JSON.parse(text)).toThrow(SyntaxError)
  })

  test('are all in one of these lists', async () => {
    const names = ['omilia', 'omilia-generation'].map(async (each) =>
      (await readdir(folder(each))).map((file) => `${each}/${file}`),
    )
    const listed = [...READ.map(([name]) => name), ...NOT_READ.keys(), ...INVALID.keys()]
    expect((await Promise.all(names)).flat().sort()).toEqual(listed.sort())
  })

  test('that run into each other in the log are read as far as each of them goes', async () => {
    const text = (await sample('omilia/run-log-model.invalid.json.txt')).replace('"completed":', '"completed": true')
    const [section] = readSections(JSON.parse(text))
    expect([section?.name, section?.id, section?.lines.filter((line) => line !== undefined).length]).toEqual([
      'Clone Repository',
      '580edef7-667b-44b2-9f29-a05ec254e300',
      5,
    ])
  })
})

test.each([
  ['PENDING', 'under way'],
  ['STARTED', 'under way'],
  ['RETRY', 'under way'],
  ['SUCCESS', 'success'],
  ['FAILURE', 'failure'],
  ['REVOKED', 'revoked'],
  ['pending', 'under way'],
  ['starting', 'under way'],
  ['successful', 'success'],
  ['failed', 'failure'],
  [' Success ', 'success'],
  ['HIBERNATING', 'unknown'],
  ['', 'unknown'],
])('the status %j counts as %s', (status, state) => {
  expect(stateOf({ status })).toBe(state)
})

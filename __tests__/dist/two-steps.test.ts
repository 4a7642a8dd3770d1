/** Two steps of one job use the action: same machine, same folders, same variables of the job. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, expect, test } from '@jest/globals'
import { type Omilia, startOmilia } from '../../simulator/omilia/studio.ts'
import { passed } from '../../simulator/omilia/test-case.ts'
import { ROOT } from '../support/bundle.ts'
import { type ActionRequest, type ActionResult, cleanUp, runAction } from '../support/runner.ts'

let omilia: Omilia
let workFolder: string

beforeEach(async () => {
  omilia = await startOmilia()
  for (const name of ['Airline', 'Bank']) omilia.project(name, { cases: [passed('hello')] })
  workFolder = await mkdtemp(join(tmpdir(), 'job-'))
})
afterEach(async () => {
  await omilia.close()
  await rm(workFolder, { recursive: true, force: true, maxRetries: 3 })
})
afterAll(cleanUp)

/** One stage of a step of the job. */
function stage(name: 'main' | 'post', suite: string, more: Partial<ActionRequest> = {}): Promise<ActionResult> {
  const inputs = {
    provider: 'omilia',
    suite,
    'base-url': omilia.baseUrl,
    'api-key': omilia.behaviour.apiKey,
    'poll-interval-seconds': '0.5',
    artifact: 'false',
  }
  return runAction({ directory: ROOT, inputs, workFolder, stages: [name], clockScale: 1, limitMs: 60_000, ...more })
}

/** A step that is killed while its run is under way. */
async function killed(suite: string): Promise<ActionResult['main']> {
  omilia.nextRun().neverEnds()
  const { main } = await stage('main', suite, { killAfter: (line) => line.includes('started, run') })
  expect(main.exitSignal).toBe('SIGKILL')
  return main
}

/** What `post` of a step with that state says, once it has ended well. */
async function cleanedUp(suite: string, { state }: ActionResult['main']): Promise<readonly string[]> {
  const { post } = await stage('post', suite, { state })
  expect(post.exitCode).toBe(0)
  return post.log
}

const idOf = (suite: string): string => omilia.jobs[suite === 'Airline' ? 0 : 1]?.runId ?? ''
const stopped = (suite: string): string => `${suite}: run ${idOf(suite)} was stopped at the vendor`

test('one that is green after one that was killed has nothing to stop, and the first still stops its run', async () => {
  const first = await killed('Airline')
  const { main: second } = await stage('main', 'Bank', { clockScale: 1000 })
  expect([second.exitCode, second.outputs['conclusion'], second.outputs['run-id']]).toEqual([0, 'passed', idOf('Bank')])
  expect(await cleanedUp('Bank', second)).toEqual([])
  expect(omilia.underWay().map(({ runId }) => runId)).toEqual([idOf('Airline')])
  expect(await cleanedUp('Airline', first)).toEqual([stopped('Airline')])
  expect(omilia.underWay()).toEqual([])
})

test('each stops and tells its own run alone when both were killed', async () => {
  const [first, second] = [await killed('Airline'), await killed('Bank')]
  expect(await cleanedUp('Bank', second)).toEqual([stopped('Bank')])
  expect(omilia.underWay().map(({ runId }) => runId)).toEqual([idOf('Airline')])
  expect(await cleanedUp('Airline', first)).toEqual([stopped('Airline')])
})

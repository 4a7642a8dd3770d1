/** What is fetched of a run that is over, and what is kept of it. */
import type * as z from 'zod/mini'
import { parseJson } from '../../answer.ts'
import { once } from '../../once.ts'
import { LOG_FILE, type Results } from '../../results.ts'
import { Trouble } from '../../trouble.ts'
import type { Folder, World } from '../provider.ts'
import { countTold, items, type Job, RunStats, stateOf, TestCase, TestSuite } from './answers.ts'
import type { OmiliaCall, OmiliaClient } from './client.ts'
import { dispensable } from './dispensable.ts'
import { archiveKeeper } from './job-end.ts'
import { runCall, testCasesCall } from './run-call.ts'
import { createLogReader, logText } from './run-log.ts'
import type { LogFollower } from './run-log-follower.ts'
import { runResults } from './run-results.ts'

/** Fetches what Omilia has of one run and keeps it. What came once is not asked for again when it is tried anew. */
export function runCollector(
  id: string,
  log: LogFollower,
  client: OmiliaClient,
  { warn }: World,
): (run: Job, folder: Folder) => Promise<Results> {
  const list = <Shape extends z.ZodMiniType>(wanted: OmiliaCall, shape: Shape) => listOf(wanted, shape, client)
  const parts = {
    stats: once(list(runCall('run stats', id, '/run_stats/'), RunStats)),
    testCases: once(list(testCasesCall(id), TestCase)),
    suites: once(
      dispensable(list(runCall('test suites of the run', id, '/suites/'), TestSuite), ({ message, facts }) =>
        warn(`the names of the test suites of the run are left out: ${message}`, facts.said),
      ),
    ),
    log: once(log.whole),
  }
  const keepArchive = archiveKeeper(client)
  return async (run, folder) => {
    const stats = await parts.stats()
    const testCases = await parts.testCases()
    const facts = {
      run,
      stats: stats.rows.find((each) => Object.values(each).some((count) => typeof count === 'number')),
      testCases: testCases.rows,
      suites: (await parts.suites())?.rows ?? [],
    }
    const sections = await parts.log()
    // Of what the vendor said, only the documented fields: a project in it would hold a Git token.
    await folder.write('run.json', Buffer.from(`${JSON.stringify(facts, undefined, 2)}\n`))
    const lines = createLogReader()(sections)
    if (lines.length > 0) await folder.write(LOG_FILE, Buffer.from(logText(sections)))
    const absence = await keepArchive(run, runCall('artifacts of the run', id, '/artifacts/'), folder)
    const lastWords = lines.slice(-LAST_WORDS).map(({ text }) => text)
    const state = stateOf(run) === 'success' ? 'success' : 'failure'
    const told = testCases.told === undefined ? {} : { testCasesTold: testCases.told }
    const results = runResults({ ...facts, ...told, lastWords: lastWords.join('\n'), state })
    return {
      ...results,
      ...(lines.length > 0 && { log: { lines, leftOut: 0 } }),
      ...(absence !== undefined && { warnings: [...results.warnings, `the archive of the run is not kept: ${absence}`] }),
    }
  }
}

const LAST_WORDS = 15

/** A list, and how long it says that it is. */
interface Listed<Row> {
  readonly rows: readonly Row[]
  readonly told: number | undefined
}

/** What the vendor does not have for a run that broke early is not there, and no trouble. */
function listOf<Shape extends z.ZodMiniType>(
  wanted: OmiliaCall,
  shape: Shape,
  client: OmiliaClient,
): () => Promise<Listed<z.output<Shape>>> {
  return async () => {
    const answer = await client.ask(wanted).catch((thrown) => {
      if (thrown instanceof Trouble && thrown.facts.persistence === 'missing') return undefined
      throw thrown
    })
    if (answer === undefined) return { rows: [], told: undefined }
    return { rows: client.read(wanted, answer.body, items(shape)), told: countTold(parseJson(answer.body)) }
  }
}

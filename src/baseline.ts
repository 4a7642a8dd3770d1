/** What to compare with: this step in the newest finished run of this workflow on a branch, and the runs before it. */
import { earlierStep, type Reader, type StepIdentity } from './earlier-steps.ts'
import { isRunPage } from './foreign-step.ts'
import type { StepInputs } from './inputs.ts'
import type { FoundBaseline } from './judge.ts'
import { passRateOf, type StepOutcome, type TrendPoint, worstMetrics } from './outcome.ts'
import { cleanerOf } from './redact.ts'
import type { FinishedRun, Rim, WorkflowRun } from './rim.ts'
import { inTemporaryFolder } from './temporary-folder.ts'
import { within } from './time-limit.ts'
import { asTrouble } from './trouble.ts'
import { originOf, runPages, workflowFile } from './workflow-run.ts'
import type { Tools } from './world.ts'

/** What a step wants to be compared with. */
export interface BaselineWish extends StepIdentity {
  readonly branch: string
  readonly token: string | undefined
}

/** Nothing new is asked of GitHub after so long, and everything ends after the second, in milliseconds. */
const PATIENCE = { asking: 30_000, all: 60_000 }
/** Runs that are asked for: those that cannot be used are among them. */
const RUNS_LISTED = 50
const RUNS_TRIED = 20
const MOST_DOWNLOADS = 10
const TREND_POINTS = 20

/**
 * What triggers a run on a branch only for those who may write to it, or to its workflow. Of pull requests and comments, and
 * of workflows that follow others, a run can be on the branch and yet have tested what a stranger wrote.
 */
const OWN_EVENTS: readonly string[] = ['push', 'schedule', 'workflow_dispatch', 'repository_dispatch']
/** Runs that ended so have told nothing. */
const EMPTY_ENDS: readonly string[] = ['cancelled', 'skipped', 'action_required', 'startup_failure']

/**
 * Looks for the baseline, for at most a minute, and until the signal aborts. Never rejects. Where a permission is missing, the
 * lines that the workflow file needs stand below the sentence. Every text of it is changed by `change`, such as redacted, as those
 * are with which it is compared.
 */
export async function baselineFor(
  wish: BaselineWish,
  rim: Rim,
  signal: AbortSignal,
  change: Reader['change'],
): Promise<FoundBaseline> {
  const limit = { clock: rim.clock, ms: PATIENCE.all, signal, why: () => whyLate(signal) }
  try {
    return await within(limit, (late) => look(wish, rim, late, change))
  } catch (thrown) {
    return none(`there is no baseline: ${asTrouble(thrown).message}`)
  }
}

function whyLate(signal: AbortSignal): string {
  return signal.aborted ? 'the step ended before it was found' : 'GitHub did not answer in time'
}

/** The same for the step of these inputs. */
export function baselineOfStep(
  wanted: Pick<BaselineWish, 'provider' | 'suites' | 'branch'>,
  { artifact, jobIndex, githubToken: token }: Pick<StepInputs, 'artifact' | 'jobIndex' | 'githubToken'>,
  signal: AbortSignal,
  { rim, redactor }: Tools,
): Promise<FoundBaseline> {
  const wish = { ...wanted, artifactName: artifact?.name, origin: originOf(rim.workflowRun, jobIndex), token }
  return baselineFor(wish, rim, signal, cleanerOf(redactor))
}

async function look(wish: BaselineWish, rim: Rim, signal: AbortSignal, change: Reader['change']): Promise<FoundBaseline> {
  const { token, branch } = wish
  const { workflowRun } = rim
  if (token === undefined) return none('there is no baseline: without github-token nothing can be looked up')
  const file = workflowFile(workflowRun)
  if (file === undefined)
    return none('there is no baseline: the workflow is not in this repository, so its runs cannot be told apart')
  const github = await rim.github({ token, signal, deadline: rim.clock.now() + PATIENCE.asking })
  const listed = await github.newestRuns(file, branch, RUNS_LISTED)
  const usable = listed.filter((run) => isUsable(run, branch, workflowRun)).slice(0, RUNS_TRIED)
  if (usable.length === 0) return none(noRun(file, branch, listed.length))
  return inTemporaryFolder(rim.temporary, 'agent-test-gate-baseline-', (folder) =>
    search(usable, { wish, reader: { github, folder, downloads: MOST_DOWNLOADS, change }, workflowRun }),
  )
}

function isUsable(run: FinishedRun, branch: string, { id }: WorkflowRun): boolean {
  if (String(run.id) === id || run.branch !== branch || EMPTY_ENDS.includes(run.conclusion)) return false
  return run.isOwn && OWN_EVENTS.includes(run.event)
}

function noRun(file: string, branch: string, listed: number): string {
  const start = `there is no baseline yet: ${file} has no finished run on ${branch}`
  return listed === 0 ? start : `${start} that was triggered by ${OWN_EVENTS.join(', ')}`
}

/** Where a search is at home. */
interface Search {
  readonly wish: BaselineWish
  readonly reader: Reader
  readonly workflowRun: WorkflowRun
}

async function search(runs: readonly FinishedRun[], about: Search): Promise<FoundBaseline> {
  const { wish, reader } = about
  let newest: string | undefined
  for (const [index, run] of runs.entries()) {
    const found = await earlierStep(run, wish, reader)
    if (found.state === 'found') {
      const trend = await trendUntil(found.outcome, run, runs.slice(index + 1), about)
      return { state: 'found', baseline: { branch: wish.branch, runUrl: run.url, trend }, suites: found.outcome.suites }
    }
    newest ??= `the newest, ${run.url}, ${found.reason}`
    if (reader.downloads === 0) break
  }
  return none(`there is no baseline yet: no finished run on ${wish.branch} can be used, of ${runs.length}; ${newest}`)
}

/**
 * The runs of the branch up to the baseline. Where those were compared with the branch too, the baseline knows them already;
 * else a few are looked up, as far as GitHub gives them.
 */
async function trendUntil(
  outcome: StepOutcome,
  run: FinishedRun,
  older: readonly FinishedRun[],
  about: Search,
): Promise<TrendPoint[]> {
  const { wish, workflowRun } = about
  const stored = outcome.baseline?.branch === wish.branch ? outcome.baseline.trend : []
  const known = stored.filter(({ runUrl }) => isRunPage(runUrl, runPages(workflowRun)) && runUrl !== run.url)
  const before = known.length > 0 ? known : await pointsOf(older.slice(0, MOST_DOWNLOADS), about)
  const ordered = before.toSorted((left, right) => left.finishedAt - right.finishedAt)
  return [...ordered, pointOf(outcome, run)].slice(-TREND_POINTS)
}

async function pointsOf(runs: readonly FinishedRun[], { wish, reader }: Search): Promise<TrendPoint[]> {
  const points: TrendPoint[] = []
  try {
    for (const run of runs) {
      if (reader.downloads === 0) break
      const found = await earlierStep(run, wish, reader)
      if (found.state === 'found') points.push(pointOf(found.outcome, run))
    }
  } catch {
    // A trend with fewer points is better than none, and the baseline itself is known.
  }
  return points
}

function pointOf({ finishedAt, suites }: StepOutcome, { url }: FinishedRun): TrendPoint {
  const rate = passRateOf(suites)
  return { finishedAt, runUrl: url, ...(rate !== undefined && { passRate: rate }), metrics: worstMetrics(suites) }
}

function none(why: string): FoundBaseline {
  return { state: 'none', why }
}

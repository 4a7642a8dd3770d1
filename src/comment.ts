/** The comment on the pull request: one for each workflow, job and step, which later runs update. */
import { type CommentMark, markOf, readMark, tellsTheSame, writeMark } from './comment-mark.ts'
import type { StepInputs } from './inputs.ts'
import type { Log } from './log.ts'
import { findsOut } from './modes.ts'
import type { StepOutcome } from './outcome.ts'
import { pullRequestOf } from './pull-request.ts'
import { type CommentLinks, comment } from './report/comment.ts'
import { isUnexcused } from './results.ts'
import type { GitHub, IssueComment, Rim } from './rim.ts'
import { inOneLine, sentenceAndLines } from './sentences.ts'
import { timeFor, within } from './time-limit.ts'
import { timeSpan } from './time-spans.ts'
import { asTrouble, lastingTrouble, type Trouble } from './trouble.ts'
import { isGreen } from './verdict.ts'
import { runPage } from './workflow-run.ts'

/** When to comment; see the input `comment` in `action.yml`. */
export type CommentMode = StepInputs['comment']

/** What the inputs ask for. */
export interface CommentWish {
  readonly mode: CommentMode
  readonly token: string | undefined
}

/** What commenting works with. */
interface Commenting {
  readonly rim: Rim
  readonly log: Log
  /** When the step has to be over, on the monotonic clock. */
  readonly deadline?: number
}

/** How long commenting may take, in milliseconds, where the deadline does not come first; after it not much. */
const LIMIT = { usual: 30_000, late: 700 } as const

/** Writes, updates or leaves the comment. Never rejects: what fails is told as a warning and changes nothing. */
export async function commentOn(
  outcome: StepOutcome,
  wish: CommentWish,
  links: Omit<CommentLinks, 'runUrl'>,
  { rim, log, deadline }: Commenting,
): Promise<void> {
  if (wish.mode === 'off' || !findsOut(outcome.mode)) return
  if (outcome.conclusion === 'cancelled' || rim.cancelled.aborted) return
  const limit = timeFor(LIMIT, deadline, rim.clock)
  const why = (): string => (rim.cancelled.aborted ? 'the workflow was cancelled' : `GitHub did not answer in ${timeSpan(limit)}`)
  try {
    await within({ clock: rim.clock, ms: limit, signal: rim.cancelled, why }, async (signal) => {
      if (wish.token === undefined) throw lastingTrouble('config', 'github-token is empty')
      const github = await rim.github({ token: wish.token, signal, deadline: rim.clock.now() + limit })
      const pull = await pullRequestOf(rim.workflowRun, github)
      if (pull.state === 'none') return log.say(`comment: ${pull.why}, so there is nothing to comment on`)
      const told = await tell(pull.number, outcome, wish.mode, links, github, rim)
      log.say(`comment: ${told}`)
    })
  } catch (thrown) {
    warn(asTrouble(thrown), log)
  }
}

/** The lines that the workflow file needs stand in the log as they are to be written. */
function warn({ message, facts }: Trouble, log: Log): void {
  const [, lines] = sentenceAndLines(message)
  const readOnly = facts.status === 403 ? '; the token of a pull request from a fork or from Dependabot can only read' : ''
  log.warn(
    `comment: it could not be written; the verdict stands: ${inOneLine(message)}${readOnly}`,
    lines === '' ? facts.said : lines,
  )
}

async function tell(
  number: number,
  outcome: StepOutcome,
  mode: CommentMode,
  links: Omit<CommentLinks, 'runUrl'>,
  github: GitHub,
  { workflowRun }: Rim,
): Promise<string> {
  const one = `the one on pull request #${number}`
  const mark = markOf(outcome, workflowRun)
  const before = await findOurs(github, number, mark.key)
  if (!isWanted(mode, outcome, mark, before && readMark(before.body)))
    return before === undefined ? `pull request #${number} needs none` : `${one} stays as it is`
  const body = `${writeMark(mark)}\n\n${comment(outcome, workflowRun.job, { ...links, runUrl: runPage(workflowRun) })}`
  if (before !== undefined) {
    await github.updateComment(before.id, body)
    return `${one} was updated`
  }
  await create(github, number, body, mark)
  return `${one} was written`
}

/** Where the answer is lost, the comment can be there nevertheless; a second one would stay for ever. */
async function create(github: GitHub, number: number, body: string, mark: CommentMark): Promise<void> {
  try {
    await github.createComment(number, body)
  } catch (thrown) {
    const { facts } = asTrouble(thrown)
    const mayBeThere = facts.unheard !== true && (facts.status === undefined || facts.status >= 500)
    if (!mayBeThere || (await findOurs(github, number, mark.key)) === undefined) throw thrown
  }
}

/** The comment of this step, if it has one: by its mark, which a stranger can copy, and by its author, whom nobody can. */
async function findOurs(github: GitHub, number: number, key: string): Promise<IssueComment | undefined> {
  let user: Promise<number | undefined> | undefined
  for await (const each of github.comments(number)) {
    if (readMark(each.body)?.key !== key) continue
    user ??= github.userId()
    const id = await user
    if (id === undefined ? each.isByApp : each.authorId === id) return each
  }
  return undefined
}

/** Whether the comment has something to tell. Without one to compare with, the baseline is what was known before. */
function isWanted(mode: CommentMode, outcome: StepOutcome, now: CommentMark, before: CommentMark | undefined): boolean {
  if (mode === 'always') return true
  if (mode === 'failures') return !isGreen(outcome) || (before !== undefined && !tellsTheSame(before, now))
  if (before !== undefined) return !tellsTheSame(before, now)
  return outcome.baseline === undefined ? !isGreen(outcome) : differsFromBaseline(outcome)
}

function differsFromBaseline({ conclusion, suites }: StepOutcome): boolean {
  if (conclusion !== 'passed' && conclusion !== 'failed') return true
  return suites.some(({ comparison, results }) => {
    if (comparison === undefined) return conclusion === 'failed'
    const failing = new Set(results?.cases.filter(isUnexcused).map(({ name }) => name))
    const changed = comparison.regressions.length + comparison.fixed.length
    return changed > 0 || comparison.added.some((name) => failing.has(name))
  })
}

/** Why a step has no credentials, and the ways out: forks and Dependabot get none, anything else is an oversight in the workflow. */
import * as z from 'zod/mini'
import { mistakeLines, type Parsed } from './inputs.ts'
import type { WorkflowRun } from './rim.ts'
import { lenient } from './shapes.ts'

/** Who triggered the run, and from where: the fields of GitHub's events that tell it, all of them from outside. */
const Event = z.object({
  sender: lenient(z.object({ login: z.string() })),
  repository: lenient(z.object({ full_name: z.string() })),
  pull_request: lenient(
    z.object({
      head: lenient(z.object({ repo: lenient(z.object({ full_name: lenient(z.string()), fork: lenient(z.boolean()) })) })),
    }),
  ),
})
type Event = z.infer<typeof Event>

/**
 * What a step that sends nothing tells, one sentence each without a full stop: its mistakes, and where credentials are missing
 * which case it is and what helps. Reads the event's payload only then; never rejects.
 */
export async function refusalReasons({ state, mistakes }: Refused, run: WorkflowRun): Promise<string[]> {
  const lines = mistakeLines(mistakes)
  const isCredential = mistakes.map(({ missingCredential }) => missingCredential)
  if (!isCredential.includes(true)) return lines
  const { isKnown, text } = await absence(run)
  if (state === 'no credentials') return [`NOT TESTED: ${text}`, ...lines]
  const isAll = !isCredential.includes(false)
  // A message that is too long loses its end: the way out comes first, but a guess not before what else is wrong for sure.
  if (!isAll && !isKnown) return [...lines, text]
  return [isAll && isKnown ? `${text}, ${SKIP}` : text, ...lines]
}

type Refused = Extract<Parsed, { state: 'mistaken' } | { state: 'no credentials' }>

const SKIP = 'or set on-missing-credentials: skip, which ends green and says NOT TESTED'

/** Why there are none, and the ways out. */
async function absence(run: WorkflowRun): Promise<{ readonly isKnown: boolean; readonly text: string }> {
  const parsed = Event.safeParse(await run.payload().catch(() => undefined))
  const event: Event = parsed.data ?? {}
  if (isDependabot(run, event))
    return {
      isKnown: true,
      text: 'the run was triggered by Dependabot, which GitHub gives only the secrets for Dependabot; put the credentials there too (Settings > Secrets and variables > Dependabot)',
    }
  if (isFork(run, event))
    return {
      isKnown: true,
      text: 'the pull request comes from a fork, and GitHub gives it no secrets; test it on a branch of this repository',
    }
  return {
    isKnown: false,
    text: 'credentials are empty: check that the secrets exist and are spelled right, that the job names the environment that holds them, and that a reusable workflow is called with secrets: inherit',
  }
}

/** By who triggered the run, and not by whose pull request it is: what a person pushes to it gets the secrets. */
function isDependabot({ actor }: WorkflowRun, { sender }: Event): boolean {
  return [actor, sender?.login].includes('dependabot[bot]')
}

/** With `pull_request_target` a fork gets the secrets, so there it is something else. */
function isFork({ event, repository }: WorkflowRun, { pull_request: pull, repository: ours }: Event): boolean {
  if (!event.startsWith('pull_request') || event === 'pull_request_target') return false
  const from = pull?.head?.repo
  // A fork that is gone is null. A repository that is a fork itself has pull requests of its own.
  if (from === null) return true
  return typeof from?.full_name === 'string' ? from.full_name !== (ours?.full_name ?? repository) : from?.fork === true
}

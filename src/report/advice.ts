/** How each end of a step or suite is put into words for people, and what they can do about it. */
import { isStopWanted } from '../modes.ts'
import type { Conclusion, ErrorKind, Lack, StepOutcome } from '../outcome.ts'

const VERDICTS: Readonly<Record<Conclusion, string>> = {
  passed: '✅ Passed',
  failed: '❌ Failed',
  inconclusive: '⚠️ Inconclusive',
  'timed-out': '⏱ Timed out',
  cancelled: '🚫 Cancelled',
  error: '💥 Error',
  skipped: '⏭ NOT TESTED',
  started: '🚀 Started',
}

const COLLECT = 'A run that is still under way at the vendor can be resumed with <code>mode: collect</code> and its id.'

const ERROR_ADVICE: Readonly<Record<ErrorKind, string>> = {
  config: 'Correct the inputs of this step, then run the job again.',
  auth: 'Check that the credentials belong to this account and agent, are still valid, and have the permission that is needed.',
  network: 'Run the job again. If it persists, check <code>base-url</code>, proxy and certificates of the runner.',
  'rate-limit': 'Run the job again later, with a longer <code>poll-interval-seconds</code>.',
  vendor: 'The problem is on the vendor’s side: see what it said, and the page of the run. Running the job again may be enough.',
  contract:
    'If the sentence above names an input, change that first. Otherwise the vendor answered in a way that does not match its documentation: please report it to agent-test-gate.',
  security: 'Something unsafe was refused. A host that you trust can be named in <code>download-hosts</code>.',
  internal: 'This is a bug in agent-test-gate. Please report it, with the log.',
}

const LACK_ADVICE: Readonly<Record<Lack, string>> = {
  cases:
    'Check the suite, the inputs that choose what runs, the quarantine file and <code>min-tests</code>. Running the job again changes nothing by itself.',
  artifacts:
    'Look for the job that left no artifact. If all of them did, check that <code>artifact-pattern</code> matches every name and that <code>expected-artifacts</code> is their number.',
}

/** For what is no agent's answer. */
const FAILED_ADVICE: Readonly<Record<string, string>> = {
  resources: 'Open the publish at the vendor, fix what it reports for these resources, and publish again.',
}
const FAILED = 'Correct the agent, or the test where it expects what is out of date.'

/** The verdict in words, with its sign. That a run was stopped is no trouble where the mode asks for just that. */
export function verdictWords(conclusion: Conclusion, mode: string): string {
  return isStopWanted({ mode, conclusion }) ? '⏹ Stopped' : VERDICTS[conclusion]
}

/** What a piece of advice goes by. */
type Situation = Pick<StepOutcome, 'conclusion' | 'errorKind' | 'lack' | 'mode' | 'noun' | 'suites'>

/** What to do now, in markup of ours; nothing when all is well. */
export function advice(outcome: Situation): string | undefined {
  if (outcome.mode === 'cancel') return outcome.conclusion === 'error' ? plainAdvice(outcome) : undefined
  const text = outcome.mode === 'report' ? (adviceToReport(outcome) ?? plainAdvice(outcome)) : plainAdvice(outcome)
  // With wrong inputs the run is not found either.
  const isBrokenOff = ['error', 'timed-out', 'cancelled'].includes(outcome.conclusion) && outcome.errorKind !== 'config'
  return text !== undefined && isBrokenOff && outcome.suites.some(({ isUnderWay }) => isUnderWay) ? `${text} ${COLLECT}` : text
}

function plainAdvice({ conclusion, errorKind, lack, noun, suites }: Situation): string | undefined {
  switch (conclusion) {
    case 'error':
      return ERROR_ADVICE[errorKind ?? 'internal']
    case 'failed':
      return FAILED_ADVICE[noun] ?? FAILED
    case 'inconclusive':
      return `Treat this as neither a pass nor a failure. ${lack === undefined ? 'Running the job again may settle it.' : LACK_ADVICE[lack]}`
    case 'timed-out':
      return suites.some(({ runId }) => runId !== undefined)
        ? 'Raise <code>timeout-minutes</code>, or check the vendor’s page to see what is delaying the run.'
        : 'Raise <code>timeout-minutes</code>, or remove the error that is named above.'
    case 'cancelled':
      return 'Run the job again.'
    case 'skipped':
      return 'Give the credentials to this step. Pull requests from forks and from Dependabot get none: test those on a branch.'
    case 'started':
      return 'No result is known yet: <code>mode: collect</code> with this run’s id waits for it and reports.'
    case 'passed':
      return undefined
  }
}

/** Nothing is asked of a vendor: what broke off is a job of another name, or the way to its artifact. */
function adviceToReport({ conclusion, errorKind, suites }: Situation): string | undefined {
  if (!['error', 'timed-out', 'cancelled'].includes(conclusion)) return undefined
  if (suites.length > 0) return 'See the suites below, and the jobs that judged them.'
  if (conclusion === 'timed-out') return 'Raise <code>timeout-minutes</code>.'
  if (errorKind !== 'network') return undefined
  return 'Run the job again. Artifacts can only be read in a workflow run on GitHub, by a runner that reaches its artifact service.'
}

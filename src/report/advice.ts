/** How each end of a step or suite is put into words for people, and what they can do about it. */
import type { Conclusion, ErrorKind, StepOutcome } from '../outcome.ts'

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

const COLLECT = 'A run that is still under way at the vendor is taken up again with <code>mode: collect</code> and its id.'

/** Markup of ours. */
const ADVICE: Readonly<Partial<Record<Conclusion, string>>> = {
  failed: 'Correct the agent, or the test where it expects what is out of date.',
  inconclusive: 'Take this neither for a pass nor for a failure. Running the job again may settle what does not fit.',
  'timed-out': `Raise <code>timeout-minutes</code>, or see on the vendor’s page what holds the run up. ${COLLECT}`,
  cancelled: `Run the job again. ${COLLECT}`,
  skipped: 'Give the credentials to this step. Pull requests from forks and from Dependabot get none: test those on a branch.',
  started: 'No result is known yet: <code>mode: collect</code> with this run’s id waits for it and reports.',
}

const ERROR_ADVICE: Readonly<Record<ErrorKind, string>> = {
  config: 'Correct the inputs of this step, then run the job again.',
  auth: 'Check that the credentials belong to this account and agent, are still valid, and have the permission that is needed.',
  network: `Run the job again. If it stays, check <code>base-url</code>, proxy and certificates of the runner. ${COLLECT}`,
  'rate-limit': `Run the job again later, with a longer <code>poll-interval-seconds</code>. ${COLLECT}`,
  vendor: 'The trouble is at the vendor: see what it said, and the page of the run. Running the job again may be enough.',
  contract: 'The vendor answered in a way that its documentation does not know. Please report it to agent-test-gate.',
  security: 'What is not safe was refused. A host that you trust can be named in <code>download-hosts</code>.',
  internal: 'This is a mistake of agent-test-gate. Please report it, with the log.',
}

/** The verdict in words, with its sign. That a run was stopped is no trouble where the mode asks for just that. */
export function verdictWords(conclusion: Conclusion, mode: string): string {
  return mode === 'cancel' && conclusion === 'cancelled' ? '⏹ Stopped' : VERDICTS[conclusion]
}

/** What to do now, in markup of ours; nothing when all is well. */
export function advice({
  conclusion,
  errorKind,
  mode,
}: Pick<StepOutcome, 'conclusion' | 'errorKind' | 'mode'>): string | undefined {
  if (conclusion === 'error') return ERROR_ADVICE[errorKind ?? 'internal']
  return mode === 'cancel' ? undefined : ADVICE[conclusion]
}

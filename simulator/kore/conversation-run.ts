/** Runs of conversation tests: how a test scripts one, and what each look at it sees. */
import { type ConversationStep, countSteps, executionResult, type StepDetails } from './conversation-suite.ts'

/** What one status call sees. */
export interface ConversationLook {
  readonly status: string
  readonly percent?: number
  /** Whether the answer carries results. */
  readonly ended: boolean
}

/** The run is under way. */
export function inProgress(percent = 0, status = 'inprogress'): ConversationLook {
  return { status, percent, ended: false }
}

/** The run has a status by any word, and no results. */
export function conversationStatus(status: string): ConversationLook {
  return { status, ended: false }
}

/** The run is over with results; by the status that follows from the steps unless another is given. */
export function ended(status = ''): ConversationLook {
  return { status, percent: 100, ended: true }
}

/** What a run will show and give. */
export interface ConversationPlan {
  looks: readonly ConversationLook[]
  lastsMs?: number
  withSteps: boolean
  withDetails: boolean
  details: Partial<StepDetails>
  edit: (answer: object) => unknown
}

/** Scripts one run. */
export interface ConversationScript {
  /** One look a status call, in this order; the last one stays. */
  shows(...looks: readonly ConversationLook[]): ConversationScript
  /** The run takes that long by the clock, with progress. */
  lasts(ms: number): ConversationScript
  /** No `executionResults`, as on the vendor's newer page. */
  withoutSteps(): ConversationScript
  /** No `stepDetails`. */
  withoutDetails(): ConversationScript
  /** Counts that do not follow from the steps. */
  counts(details: Partial<StepDetails>): ConversationScript
  /** The status answer is changed before it is sent, whichever look it is. */
  edited(edit: (answer: object) => unknown): ConversationScript
}

/** The plan of a run that nobody scripted. */
export function plainConversation(lastsMs?: number): ConversationPlan {
  const looks = [inProgress(0), inProgress(50), ended()]
  return {
    looks,
    withSteps: true,
    withDetails: true,
    details: {},
    edit: (answer) => answer,
    ...(lastsMs !== undefined && { lastsMs }),
  }
}

/** The sentences that change a plan. */
export function scriptConversation(plan: ConversationPlan): ConversationScript {
  const change = (changes: Partial<ConversationPlan>): ConversationScript => {
    Object.assign(plan, changes)
    return script
  }
  const script: ConversationScript = {
    shows(...looks) {
      delete plan.lastsMs
      return change({ looks })
    },
    lasts: (lastsMs) => change({ lastsMs }),
    withoutSteps: () => change({ withSteps: false }),
    withoutDetails: () => change({ withDetails: false }),
    counts: (details) => change({ details }),
    edited: (edit) => change({ edit }),
  }
  return script
}

/** What the status answer says of a run beside its plan. */
export interface ConversationFacts {
  readonly testRunId: string
  readonly botId: string
  readonly suiteId: string
  readonly version: 'inDevelopment' | 'published'
  /** ISO 8601. */
  readonly startTime: string
  readonly steps: readonly ConversationStep[]
}

/** The answer to a look, after so many before it and that long after the start. */
export function conversationAnswer(
  plan: ConversationPlan,
  facts: ConversationFacts,
  looksBefore: number,
  elapsedMs: number,
): unknown {
  const look = lookAt(plan, looksBefore, elapsedMs)
  const { failed } = countSteps(facts.steps)
  const status = look.status || (failed > 0 ? 'failed' : 'passed')
  return plan.edit({
    _id: facts.testRunId,
    streamId: facts.botId,
    testSuiteId: facts.suiteId,
    status,
    totalTestStepsCount: facts.steps.length,
    result: {
      nlpVersion: look.ended ? facts.steps.map(() => 'v3') : [],
      startTime: facts.startTime,
      version: facts.version === 'inDevelopment' ? 'configured' : 'published',
      status,
      ...(look.ended && resultsOf(plan, facts)),
    },
    ...(look.percent !== undefined && { percentageCompleted: look.percent }),
  })
}

function resultsOf({ withSteps, withDetails, details }: ConversationPlan, { steps, testRunId }: ConversationFacts): object {
  return {
    ...(withDetails && { stepDetails: { ...countSteps(steps), ...details } }),
    ...(withSteps && {
      errorDetails: null,
      executionResults: steps.map((step, index) => executionResult(step, `${testRunId}${index}`)),
    }),
    duration: 14_364,
  }
}

function lookAt({ looks, lastsMs }: ConversationPlan, before: number, elapsedMs: number): ConversationLook {
  if (lastsMs === undefined) return looks[Math.min(before, looks.length - 1)] ?? ended()
  return elapsedMs >= lastsMs ? ended() : inProgress(Math.floor((elapsedMs * 100) / lastsMs))
}

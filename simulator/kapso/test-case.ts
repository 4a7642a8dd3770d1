/** Cases of a suite at Kapso, each with what its runs come to. */

/** The fields of a run's answer that a case decides. Their types are open, since tests give what the vendor might. */
export interface RunEnd {
  readonly score: unknown
  readonly feedback: unknown
  readonly execution_completed: unknown
  readonly conversation: unknown
  readonly full_history: unknown
  readonly error: unknown
  /** Left out: the moment when the run ended. */
  readonly ended_at?: unknown
}

/** One case. */
export interface CaseScript {
  readonly name: string
  readonly description: string
  readonly script: string
  readonly rubric: string
  readonly end: RunEnd
  /** How long its runs take, in milliseconds; `Infinity` never ends. As the vendor's behaviour says when not given. */
  readonly lastsMs?: number
}

const SAID = [
  { role: 'user', content: 'Where is my parcel?' },
  { role: 'assistant', content: 'It is on its way and should be with you tomorrow.' },
]

/** A case with any end; what is not given is that of a run that went well. */
export function testCase(name: string, end: Partial<RunEnd> = {}, more: Partial<CaseScript> = {}): CaseScript {
  const well = {
    score: 0.95,
    feedback: 'Friendly and right.',
    execution_completed: true,
    conversation: SAID,
    full_history: SAID,
    error: null,
  }
  return {
    name,
    description: `What the agent does about ${name}`,
    script: `Ask about ${name}`,
    rubric: 'The answer is friendly and right',
    end: { ...well, ...end },
    ...more,
  }
}

/** A case that the judge gives that score. */
export function scored(name: string, score: number, feedback = `The judge gives ${score}.`): CaseScript {
  return testCase(name, { score, feedback })
}

/** A case whose execution breaks off. */
export function broken(name: string, error: unknown = { message: 'The agent did not answer' }): CaseScript {
  return testCase(name, { error, execution_completed: false, score: null, feedback: null })
}

/** So many cases that pass. */
export function goodCases(count: number): CaseScript[] {
  return Array.from({ length: count }, (_, index) => scored(`Case ${index + 1}`, 0.9))
}

/** The inputs that decide when a check is red: gates, the baseline, the quarantine. Pure. */
import * as z from 'zod/mini'
import { lines, numberWithDefault, oneOf, optionalLine, optionalNumber, quote } from './fields.ts'
import { visible } from './untrusted.ts'
import { FAIL_ON, type Policy } from './verdict.ts'

const PER_CENT = { least: 0, most: 100 }
const SHARE = { least: 0, most: 1 }
const COUNT = { least: 0, most: 1_000_000, whole: true }

/** What Git refuses in the name of a branch: https://git-scm.com/docs/git-check-ref-format. */
const NO_BRANCH = /[\s~^:?*[\\\p{Cc}]|\.\.|@\{|\/\/|\/\.|^[-./]|[./]$|\.lock$/u

/** The raw inputs of the gate. */
export const Gate = z.object({
  'min-pass-rate': numberWithDefault(PER_CENT, 100),
  'max-errored': numberWithDefault(COUNT, 0),
  'max-failures': optionalNumber(COUNT),
  'min-tests': numberWithDefault({ ...COUNT, least: 1 }, 1),
  'min-f1': optionalNumber(SHARE),
  'min-precision': optionalNumber(SHARE),
  'min-recall': optionalNumber(SHARE),
  'must-pass': lines,
  'fail-on': oneOf(FAIL_ON, 'failures'),
  baseline: optionalLine((name) =>
    NO_BRANCH.test(name) ? `is ${quote(name)}, which is not a branch name; give one such as main` : undefined,
  ),
  'regression-tolerance': numberWithDefault(SHARE, 0),
  quarantine: optionalLine(),
})
export type Gate = z.infer<typeof Gate>

/** Where a step compares with. */
export interface WantedBaseline {
  readonly branch: string
  /** How much a score or metric may fall, from 0 to 1. */
  readonly tolerance: number
}

/** What the gate asks for, of its inputs. */
export function policyOf(gate: Gate): Policy {
  return {
    minPassRate: gate['min-pass-rate'],
    maxErrored: gate['max-errored'],
    maxFailures: gate['max-failures'],
    minTests: gate['min-tests'],
    minMetrics: { f1: gate['min-f1'], precision: gate['min-precision'], recall: gate['min-recall'] },
    // Names of cases are compared as they are seen.
    mustPass: gate['must-pass'].map(visible),
    failOn: gate['fail-on'],
  }
}

/** The baseline that the gate asks for. The runner gives branches also as `refs/heads/main`. */
export function baselineOf(gate: Gate): WantedBaseline | undefined {
  const branch = gate.baseline?.replace(/^refs\/heads\//, '')
  return branch === undefined ? undefined : { branch, tolerance: gate['regression-tolerance'] }
}

/** The calls about one run. */
import { LARGEST_LIST, type OmiliaCall } from './client.ts'

/** A call about a run, by what stands below its address. */
export function runCall(name: string, id: string, below: string, method: 'GET' | 'POST' = 'GET'): OmiliaCall {
  return { name, method, template: `/api/runs/{run-id}${below}`, parameters: { 'run-id': id } }
}

/** In bytes: a log is read whole by each look, and for people. */
const LARGEST_LOG = 6 * 1024 * 1024

/** The call for the log of a run. */
export function logCall(id: string): OmiliaCall {
  return { ...runCall('run logs', id, '/logs/'), largest: LARGEST_LOG }
}

/** The call for the results of a run, whose answer may be far larger than others. */
export function testCasesCall(id: string): OmiliaCall {
  return { ...runCall('test cases of the run', id, '/test_cases/'), largest: LARGEST_LIST }
}

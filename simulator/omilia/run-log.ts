/** The log of a run, with the oddities of the page's sample: names that repeat, `{}`, and sections inside sections. */
import type { Job } from './job.ts'
import { casesOf } from './job.ts'

interface Section {
  readonly sectionName: string
  readonly id: string
  readonly content: readonly unknown[]
  readonly offset: number
  readonly completed: boolean
}

/** The whole answer; it grows with the looks. */
export function logAnswer(job: Job, ended: boolean): unknown {
  const clone = section(
    job,
    'a',
    'Clone Repository',
    ['---- Cloning repository ----', "Cloning into '/workspace/x'...\n", 'Task completed successfully'],
    true,
  )
  const first = section(
    job,
    'b',
    'Run Test Suites',
    ['---- Running test suites ----', 'Starting run of suite with name: test_suite_1'],
    ended,
  )
  const lines = casesOf(job).map((each) => ({
    text: `${each.testCaseName} : ${each.status} [ ${each.executionTime.toFixed(3)} ms ]`,
  }))
  const inner = section(job, 'd', 'Load Test Suites', ['---- Loading test suites ----', 'Test suites found: 1'], true)
  const second = { ...section(job, 'c', 'Run Test Suites', [], ended), content: [...lines, inner] }
  const parts = [clone, {}, ...(job.looks > 1 || ended ? [first] : []), ...(ended ? [second, {}] : [])]
  return { data: parts, offset: parts.length, completed: ended }
}

function section(job: Job, letter: string, sectionName: string, texts: readonly string[], completed: boolean): Section {
  const billing = { text: '---- Billing sdk is not enabled ----' }
  const content = [billing, ...texts.map((text) => ({ text })), ...(completed ? [billing] : [])]
  return { sectionName, id: `${letter}${job.runId.slice(1)}`, content, offset: content.length, completed }
}

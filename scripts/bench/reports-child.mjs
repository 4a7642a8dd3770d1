/**
 * One measurement in a process of its own, of what `tsc` made of `src`: `node reports-child.mjs <build> <csv>` prints the
 * milliseconds from the file's bytes to all reports, and the peak memory of the process in MB.
 */
import { createReadStream, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const [, , build, file] = process.argv
const load = (name) => import(pathToFileURL(join(build, name)).href)
const { readBatchReport } = await load('providers/kore/batch-report.js')
const { batchResults } = await load('providers/kore/batch-status.js')
const { createRedactor } = await load('redact.js')
const { mapTexts } = await load('results.js')
const { visible } = await load('untrusted.js')
const { judgeSuite } = await load('verdict.js')
const reports = await Promise.all(
  ['summary', 'junit', 'ctrf', 'annotations'].map(async (name) => (await load(`report/${name}.js`))[name]),
)

const redactor = createRedactor()
redactor.learn('a client secret of the usual length')
const policy = { minPassRate: 100, maxErrored: 0, maxFailures: undefined, minTests: 1, minMetrics: {}, mustPass: [] }

const begin = performance.now()
const cases = await readBatchReport(createReadStream(file))
const failure = cases.filter(({ status }) => status === 'failed').length
const status = { status: 'completed', result: { results: { success: cases.length - failure, failure } } }
const results = batchResults(status, cases)
const judged = judgeSuite(results, policy, 'utterances')
const suite = {
  suite: 'Bench',
  ...judged,
  results: mapTexts(results, (text) => redactor.redact(visible(text))),
  files: [],
  durationMs: 1,
}
const outcome = {
  ...{ provider: 'kore-batch', noun: 'utterances', mode: 'run', gate: '', message: judged.reasons[0], suites: [suite] },
  ...{ ...judged, startedAt: 0, finishedAt: 1 },
}
for (const report of reports) report(outcome)
const ms = performance.now() - begin
console.log(JSON.stringify({ ms, megabytes: peakKib() / 1024, cases: cases.length }))

/** Linux tells the peak of this program in /proc; what `resourceUsage` tells there can be the peak of whoever started it. */
function peakKib() {
  const told = process.platform === 'linux' ? /VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8')) : null
  return told === null ? process.resourceUsage().maxRSS : Number(told[1])
}

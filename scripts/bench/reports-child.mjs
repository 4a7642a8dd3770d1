/**
 * One measurement in a process of its own, of what `tsc` made of `src`: `node reports-child.mjs <build> <csv> <folder>` prints
 * the milliseconds from the file's bytes to all reports in the folder, and the peak memory of the process in MB.
 */
import { readFileSync } from 'node:fs'
import { link } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const [, , build, file, folder] = process.argv
const load = (name) => import(pathToFileURL(join(build, name)).href)
const { readBatchReport } = await load('providers/kore/batch-report.js')
const { batchResults } = await load('providers/kore/batch-status.js')
const { publish } = await load('publish.js')
const { createReportDirectory } = await load('report-directory.js')
const { createRedactor } = await load('redact.js')
const { mapTexts } = await load('map-texts.js')
const { visible } = await load('untrusted.js')
const { judgeSuite } = await load('verdict.js')

const redactor = createRedactor()
for (const secret of ['cs-1e845b00-81ad-5757-a1e7-d0f6fea227e9', 'q8Zt+Xf2/LmW0vR7yB4nK1sD9cJ6hG3pT5uE8aQwZxY='])
  redactor.learn(secret)
for (let token = 0; token < 100; token++) redactor.learnPassing(passingToken(token))
const policy = {
  ...{ minPassRate: 100, maxErrored: 0, maxFailures: undefined, minTests: 1, minMetrics: {} },
  ...{ mustPass: [], failOn: 'failures', quarantine: [] },
}
const output = { values: 0, annotations: 0, summaries: 0 }
const runner = {
  output: () => output.values++,
  annotate: () => output.annotations++,
  summary: async () => output.summaries++,
}
const log = {
  say: () => undefined,
  warn(...words) {
    throw new Error(words.join(': '))
  },
}
const directory = await createReportDirectory(folder, folder)
const vendorFolder = await directory.vendorFolder('Bench')
await link(file, vendorFolder.place('results.csv'))

const begin = performance.now()
const cases = await readBatchReport(vendorFolder.read('results.csv'))
const failure = cases.filter(({ status }) => status === 'failed').length
const status = { status: 'completed', result: { results: { success: cases.length - failure, failure } } }
const results = batchResults(status, cases)
const judged = judgeSuite(results, policy, 'utterances')
const mapped = mapTexts(results, (text) => redactor.redact(visible(text)))
const suite = { suite: 'Bench', ...judged, results: mapped, files: vendorFolder.kept(), durationMs: 1 }
const outcome = {
  ...{ provider: 'kore-batch', noun: 'utterances', mode: 'run', gate: '', message: judged.reasons[0], suites: [suite] },
  ...{ ...judged, startedAt: 0, finishedAt: 1 },
}
await publish(outcome, { rim: { runner }, log, redactor, directory, annotations: true })
const ms = performance.now() - begin
console.log(JSON.stringify({ ms, megabytes: (peakKib() * 1024) / 1e6, cases: cases.length, ...output }))

function passingToken(number) {
  const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const signature = Buffer.alloc(32, `${number * 7919}`).toString('base64url')
  return `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ jti: number, appId: 'cs-1' })}.${signature}`
}

/** Linux tells the peak of this program in /proc; what `resourceUsage` tells there can be the peak of whoever started it. */
function peakKib() {
  const told = process.platform === 'linux' ? /VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8')) : null
  return told === null ? process.resourceUsage().maxRSS : Number(told[1])
}

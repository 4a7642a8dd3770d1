/**
 * Starts the demo bot on a local port, and prints its address and credentials as one line of JSON.
 * `node simulator/cli.ts [--run-seconds 4]`; SIGINT or SIGTERM ends it.
 */
import { parseArgs } from 'node:util'
import { DEMO_RUN_MS, DEMO_SUITES, startDemo } from './demo.ts'

const { values } = parseArgs({ options: { 'run-seconds': { type: 'string', default: String(DEMO_RUN_MS / 1000) } } })
const seconds = Number(values['run-seconds'])
if (!(seconds >= 0)) throw new Error('--run-seconds takes a number of seconds, such as 4 or 0.5')

const kore = await startDemo({ runsLastMs: seconds * 1000 })
const { botId, clientId, clientSecret } = kore.behaviour
console.log(JSON.stringify({ baseUrl: kore.address, botId, clientId, clientSecret, suites: [...DEMO_SUITES.keys()] }))
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void kore.close())

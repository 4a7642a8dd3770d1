/**
 * Simulated vendors for the steps of a workflow. `node simulator/workflow.ts start` starts them in the background, where
 * they stay until the job ends, and prints their addresses and credentials as `name=value` lines for `GITHUB_OUTPUT`.
 * `node simulator/workflow.ts check <control> <fact>…` fails unless each fact, such as `omilia-under-way=0`, is so.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { startCompanyNetwork } from './company-network.ts'
import { startDemo } from './demo.ts'
import { atOrigin } from './kore/batch-files.ts'
import { startOmilia } from './omilia/studio.ts'
import { passed } from './omilia/test-case.ts'

/** A host that only the proxy knows. */
const COMPANY_HOST = 'kore.test'
const Values = z.record(z.string(), z.string())

/** Starts the vendors in a process that outlives this one. */
async function start(): Promise<void> {
  const child = fork(fileURLToPath(import.meta.url), ['serve'], { detached: true, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
  const died = once(child, 'exit').then(() => {
    throw new Error('the simulated vendors could not be started; `node simulator/workflow.ts serve` shows why')
  })
  const [told]: unknown[] = await Promise.race([once(child, 'message'), died])
  for (const [name, value] of Object.entries(Values.parse(told))) console.log(`${name}=${value}`)
  child.disconnect()
  child.unref()
  died.catch(() => undefined)
}

/** The vendors, and a port that tells how they are doing. */
async function serve(): Promise<void> {
  const [kore, company, omilia] = await Promise.all([
    startDemo({ runsLastMs: 2000 }),
    startDemo({ runsLastMs: 2000 }),
    startOmilia(),
  ])
  const network = await startCompanyNetwork(company.address, COMPANY_HOST)
  company.behaves({ rewriteLink: atOrigin(`https://${COMPANY_HOST}`) })
  omilia.project('Endless', { cases: [passed('book a flight')] })
  omilia.nextRun().neverEnds()
  const certificate = join(await mkdtemp(join(tmpdir(), 'company-')), 'certificate.pem')
  await writeFile(certificate, network.certificate)
  const control = createServer((_, response) => {
    const facts = {
      'kore-runs': String(kore.runs.length),
      'proxy-asked': String(network.asked.length > 0),
      'omilia-started': String(omilia.jobs.length),
      'omilia-under-way': String(omilia.underWay().length),
    }
    response.setHeader('content-type', 'application/json').end(JSON.stringify(facts))
  }).listen(0, '127.0.0.1')
  await once(control, 'listening')
  const address = control.address()
  const { botId, clientId, clientSecret } = kore.behaviour
  process.send?.({
    kore: kore.address,
    company: `https://${COMPANY_HOST}`,
    proxy: network.proxy,
    certificate,
    'bot-id': botId,
    'client-id': clientId,
    'client-secret': clientSecret,
    omilia: omilia.baseUrl,
    'omilia-token': omilia.behaviour.apiKey,
    pid: String(process.pid),
    control: `http://127.0.0.1:${typeof address === 'object' ? address?.port : address}`,
  })
}

async function check([control = '', ...facts]: readonly string[]): Promise<void> {
  const found = Values.parse(await (await fetch(control)).json())
  const lines = Object.entries(found).map(([name, value]) => `${name}=${value}`)
  console.log(lines.join('\n'))
  const wrong = facts.filter((fact) => !lines.includes(fact))
  if (facts.length === 0 || wrong.length > 0) throw new Error(`not so: ${wrong.join(', ') || 'no fact was given'}`)
}

const [command, ...rest] = process.argv.slice(2)
if (command === 'start') await start()
else if (command === 'serve') await serve()
else if (command === 'check') await check(rest)
else throw new Error('say start, or check with the control address and facts')

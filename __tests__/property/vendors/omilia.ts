/** Omilia's runs and generations for the property test; all suites play the first plan. */
import { zipOf } from '../../../simulator/omilia/archive.ts'
import { type JobScript, pending, started, status } from '../../../simulator/omilia/job-plan.ts'
import { type Omilia, startOmilia } from '../../../simulator/omilia/studio.ts'
import { failed, passed, type TestCase, unavailable } from '../../../simulator/omilia/test-case.ts'
import type { SuitePlan } from '../plan.ts'
import { headerTokens, pick, type Stage, suiteName, suiteNames, times, type Vendor } from './vendor.ts'

/** Opens it with these plans; with an even number of good cases it is signed in to by a password. */
export async function openOmilia(stage: Stage, what: 'run' | 'generation'): Promise<Vendor> {
  const { clock, plans } = stage
  const [plan] = plans
  if (plan === undefined) throw new Error('There is no suite')
  const omilia = await startOmilia({ clock })
  const { apiKey, password } = omilia.behaviour
  const text = stage.text(plan.good % 2 === 0 ? password : apiKey)
  const ids = plans.map((_, place) => omilia.project(suiteName(place), { cases: casesOf(plan, what, text) }).id)
  for (const _ of plans) {
    const job = what === 'run' ? omilia.nextRun() : omilia.nextGeneration()
    script(job, plan, what, text)
  }
  return {
    servers: [omilia, omilia.signIn],
    inputs: {
      provider: what === 'run' ? 'omilia' : 'omilia-generation',
      suite: suiteNames(stage),
      'base-url': omilia.baseUrl,
      ...(plan.good % 2 === 0 ? passwordInputs(omilia) : { 'api-key': apiKey }),
    },
    credentials: [plan.good % 2 === 0 ? password : apiKey],
    startOperation: what === 'run' ? 'start' : 'generate',
    dataOperations: what === 'run' ? ['run', 'stats', 'cases'] : ['generations'],
    canCancel: what === 'run',
    lookedAt: ({ operation, params }) => (operation === 'run' ? params.get('run') : undefined),
    limits: () => [],
    tokens: headerTokens,
    fates: () =>
      plans.map((_, place) => {
        const jobs = omilia.jobs.filter(({ projectId }) => projectId === ids[place])
        const [job] = jobs
        return { started: jobs.length, isOver: job !== undefined && !omilia.underWay().includes(job) && !job.revoked }
      }),
    underWay: () => omilia.underWay().length,
    close: () => omilia.close(),
  }
}

function passwordInputs({ behaviour, signIn }: Omilia): Record<string, string> {
  return { username: behaviour.username, password: behaviour.password, 'auth-url': signIn.address, realm: behaviour.realm }
}

function casesOf({ good, bad }: SuitePlan, what: 'run' | 'generation', text: string): TestCase[] {
  // The name of a generated file is made of the case's.
  if (what === 'generation') return times(good, (place) => passed(`case ${place}`))
  const hostile = { assertion: text, expected: text, found: text }
  return [
    ...times(good, (place) => passed(`good ${place} ${text}`)),
    ...times(bad, (place) => failed(`bad ${place} ${text}`, hostile, { testCaseDescription: text })),
  ]
}

function script(job: JobScript, plan: SuitePlan, what: 'run' | 'generation', text: string): void {
  const words = plan.words.map((word) => status(word))
  if (words.length > 0) job.shows(pending(), ...words, started(1, 2))
  if (plan.end !== 'contradicts itself')
    job.log({ data: [{ sectionName: text, id: text, content: [{ text }], offset: 1, completed: true }] })
  job.revocableAfter(plan.contradiction % 3)
  switch (plan.end) {
    case 'honest':
      if (words.length === 0) job.lasts(plan.lastsMs)
      // A generation fails as a whole.
      if (what === 'generation' && plan.bad > 0) job.ends('FAILURE').archive(null)
      return
    case 'breaks off':
      job.cases().ends('FAILURE').archive(null)
      return
    case 'never':
      job.neverEnds()
      return
    case 'contradicts itself':
      pick(what === 'run' ? OF_RUNS : OF_GENERATIONS, plan.contradiction)(job, plan)
  }
}

type Contradict = (job: JobScript, plan: SuitePlan) => JobScript

const OF_RUNS: readonly [Contradict, ...Contradict[]] = [
  // A word that nobody knows is no end, whatever comes with it.
  (job) => job.ends('ALMOST SUCCESS').cases(passed('one')),
  (job, { good, bad }) => job.ends('SUCCESS').stats({ pass: good, fail: bad + 1 }),
  (job) => job.ends('SUCCESS').cases(),
  (job) => job.ends('SUCCESS').cases(passed('one'), failed('two')),
  (job) => job.ends('SUCCESS').cases(unavailable('one')),
  (job) => job.ends('FAILURE').cases(passed('one')),
  (job) => job.ends('REVOKED'),
  (job) => job.ends('SUCCESS').cases(passed('one', { status: null })),
  (job) => job.ends('SUCCESS').cases(passed('one', { status: 'splendid' })),
]

const OF_GENERATIONS: readonly [Contradict, ...Contradict[]] = [
  (job) => job.ends('ALMOST SUCCESS'),
  (job) => job.archive(zipOf({})),
  (job) => job.archive(Buffer.from('no archive at all')),
  (job) => job.ends('REVOKED'),
  (job) => job.archive(zipOf({ 'a.json': '{}', 'b.json': '{}' }).subarray(0, 60)),
  (job) => job.ends('FAILURE'),
  (job) => job.archive(null),
]

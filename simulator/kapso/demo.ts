/** An agent of a parcel service with suites for people to try: one that passes, and one in which much goes wrong. */
import { type Kapso, type KapsoOptions, startKapso } from './kapso.ts'
import { broken, type CaseScript, testCase } from './test-case.ts'

/** How long the run of a case takes in the demo, in milliseconds. */
const DEMO_RUN_MS = 3000

/** The suites of the demo agent by name. */
export const DEMO_SUITES: ReadonlyMap<string, readonly CaseScript[]> = new Map([
  ['Parcel tracking', parcelTracking()],
  ['Complaints', complaints()],
])

/** Starts simulated Kapso with the demo agent. */
export async function startKapsoDemo(options: KapsoOptions = {}): Promise<Kapso> {
  const kapso = await startKapso({ runsLastMs: DEMO_RUN_MS, ...options })
  for (const [name, cases] of DEMO_SUITES) kapso.suite(name, cases)
  return kapso
}

function parcelTracking(): CaseScript[] {
  return [
    testCase('Where is my parcel?'),
    testCase('Change the day of delivery', { score: 0.85, feedback: 'Right, but it asked for the number twice.' }),
    testCase('Adresse ändern', { score: 1, feedback: 'Freundlich und richtig.' }),
  ]
}

function complaints(): CaseScript[] {
  return [
    testCase('Broken vase', {
      score: 0.35,
      feedback: 'The agent promised a refund before it had seen a photo, which the rubric forbids.',
      conversation: [
        { role: 'user', content: 'My vase arrived in pieces.' },
        { role: 'assistant', content: 'I am sorry! You will have your money back today.' },
        { role: 'user', content: 'Do you not need a photo?' },
        { role: 'assistant', content: 'No, all is done.' },
      ],
    }),
    testCase('Rude customer', { score: 0.9, feedback: 'It stayed friendly throughout.' }),
    testCase('Parcel at the wrong door', { score: 0, feedback: 'The answer of the judge could not be read.' }),
    broken('Call me back'),
  ]
}

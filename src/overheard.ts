/** What the requests to a vendor tell of the way to it: whether it is there, how fast it answers, and what its clock says. */
import type { Answer } from './answer.ts'
import type { Clock } from './clock.ts'
import type { Door } from './http.ts'
import type { Finding } from './outcome.ts'
import { httpDate } from './retry-after.ts'
import { asTrouble } from './trouble.ts'

/** A door at which somebody listens. */
export interface Overheard {
  readonly door: Door
  /** What was heard so far: one finding on the network for each host, and one on the clock. */
  findings(): Finding[]
}

/** A clock that is off by more than this is told of, in milliseconds. */
const TOLERANCE = 30_000

/** Listens to everything that goes through the door. */
export function listenAtDoor(door: Door, clock: Clock): Overheard {
  const hosts = new Map<string, Finding>()
  let skew: number | undefined
  return {
    door: {
      ...door,
      async ask(call) {
        const since = clock.now()
        const { host } = call.url
        try {
          const answer = await door.ask(call)
          hosts.set(host, reached(host, clock.now() - since))
          skew ??= skewOf(answer)
          return answer
        } catch (thrown) {
          const { message, facts } = asTrouble(thrown)
          const isUnreached = facts.kind === 'network'
          if (isUnreached) hosts.set(host, { what: 'network', state: 'broken', detail: message, errorKind: 'network' })
          throw thrown
        }
      },
    },
    findings: () => [...hosts.values(), clockFinding(skew)],
  }
}

function reached(host: string, ms: number): Finding {
  return { what: 'network', state: 'holds', detail: `${host} answered after ${Math.round(ms)} ms` }
}

function skewOf({ headers, at }: Answer): number | undefined {
  const theirs = httpDate(headers.date)
  return theirs === undefined ? undefined : at - theirs
}

function clockFinding(skew: number | undefined): Finding {
  const what = 'clock'
  if (skew === undefined) return { what, state: 'unknown', detail: "the vendor's answers do not tell the time" }
  const seconds = Math.round(Math.abs(skew) / 1000)
  if (Math.abs(skew) <= TOLERANCE) return { what, state: 'holds', detail: `it is within ${TOLERANCE / 1000} s of the vendor's` }
  const way = skew > 0 ? 'ahead of' : 'behind'
  return {
    what,
    state: 'limited',
    detail: `it is ${seconds} s ${way} the vendor's; set the clock of the runner, or tokens may be refused`,
  }
}

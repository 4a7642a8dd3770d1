/** What goes wrong on the way between the action and a vendor, by name, and when. */
import { bytesOf, type Exchange, type Fault, send } from '../../simulator/exchange.ts'
import {
  answer,
  answerLost,
  changed,
  delay,
  empty,
  gzipEncoded,
  hang,
  html,
  huge,
  json,
  jsonText,
  redirect,
  reset,
  serverError,
  slowDrip,
  truncated,
} from '../../simulator/faults.ts'

/** What a fault can refer to. */
export interface Surroundings {
  /** Another origin, which no credential must reach. */
  readonly foreign: string
  /** A text that tries to do harm, with a credential in it. */
  readonly text: string
}

/** A fault by its name. */
export interface NamedFault {
  readonly name: string
  /**
   * `passes`: harmless. `unheard`: the vendor did not act, and says so. `lost`: nobody can tell whether it acted.
   * `lasting`: no hiccup, and may rightly end the step.
   */
  readonly kind: 'passes' | 'unheard' | 'lost' | 'lasting'
  make(surroundings: Surroundings): Fault
}

const named = (kind: NamedFault['kind'], faults: Readonly<Record<string, NamedFault['make']>>): NamedFault[] =>
  Object.entries(faults).map(([name, make]) => ({ name, kind, make }))

/** Hiccups of the network and of vendors, which a step has to live through. */
export const TRANSIENT: readonly NamedFault[] = [
  ...named('passes', {
    'slow answer': () => delay(20_000),
    'answer after a while': () => delay(3000),
    'slow drip': () => slowDrip(400, 900),
  }),
  ...named('unheard', {
    '429': () => serverError(429),
    '429 with seconds': () => serverError(429, { retryAfter: '7' }),
    '429 with nonsense': () => serverError(429, { retryAfter: 'soon' }),
    '503 with seconds': () => serverError(503, { retryAfter: '2' }),
  }),
  ...named('lost', {
    'reset before acting': () => reset('before acting'),
    'reset after acting': () => reset('after acting'),
    'reset inside the head': () => reset('inside the head'),
    'reset inside the body': () => cuttable(reset('inside the body')),
    'hang before acting': () => hang('before acting'),
    'hang after acting': () => hang('after acting'),
    '408': () => serverError(408),
    '500': () => serverError(500),
    '502': () => serverError(502),
    '502 after acting': () => answerLost(serverError(502)),
    '503': () => serverError(503),
    '504 after acting': () => answerLost(serverError(504)),
    'truncated, with length': () => cuttable(truncated('with length')),
    'truncated, without length': () => cuttable(truncated('without length')),
    'truncated, chunked': () => cuttable(truncated('chunked')),
    'a page in place of data': () => html(200),
    'nothing in place of data': () => empty(200),
    'broken JSON': () => jsonText(),
    compressed: () => gzipEncoded(),
    'no HTTP': () => rawText('SSH-2.0-OpenSSH_9.6\r\n'),
    'half-closed': () => halfClosed(),
    'half-closed after acting': () => answerLost(halfClosed()),
  }),
]

/** What no network does by accident. */
export const WILD: readonly NamedFault[] = [
  ...TRANSIENT,
  ...named('lasting', {
    '400': ({ text }) => answer(400, {}, text),
    '401': ({ text }) => json({ errors: [{ msg: text, code: 401 }] }, 401),
    '403': ({ text }) => json({ detail: text }, 403),
    '404': ({ text }) => answer(404, {}, text),
    '402': ({ text }) => json({ error: text }, 402),
    '501': () => serverError(501),
    '500 that says much': ({ text }) => answer(500, { 'content-type': 'text/plain' }, text.repeat(30)),
    'a redirect to another origin': ({ foreign }) => redirect(`${foreign}/somewhere`),
    'a redirect to a file': () => redirect('file:///etc/passwd'),
    'an answer without end': () => huge(11 * 1024 * 1024),
    'JSON null': () => json(null),
    'a JSON list of nothing': () => json([]),
    'JSON of a prototype': () => jsonText('{"__proto__":{"status":"completed"},"constructor":1}'),
    'JSON without end': () => jsonText('['.repeat(50_000)),
    'a hostile text as JSON': ({ text }) => json({ status: text, data: [{ status: text, runId: text }] }),
    'a Retry-After of a century': () => serverError(503, { retryAfter: '999999999' }),
    'a header that says much': ({ text }) =>
      answer(503, { 'x-said': encodeURIComponent(text.toWellFormed()), 'retry-after': '-1' }),
    'an answer of another call': () => json({ data: [{ runId: 'other', status: 'SUCCESS', score: 1 }], requestId: 'other' }),
    'a clock far off': () =>
      changed((honest) => ({ ...honest, headers: { ...honest.headers, date: 'Mon, 04 May 2020 12:00:00 GMT' } })),
  }),
]

/** The answer as it is, where there is nothing to cut. */
function cuttable(fault: Fault): Fault {
  return async (exchange) => {
    const honest = await exchange.act()
    if (bytesOf(honest).length < 2) send(exchange, honest)
    else await fault({ ...exchange, act: () => Promise.resolve(honest) })
  }
}

function rawText(text: string): Fault {
  return ({ response }) => void response.socket?.end(text)
}

function halfClosed(): Fault {
  return ({ response }) => void response.socket?.end()
}

/** A number from 0 to below 1 that follows from these numbers alone. */
export function chance(...numbers: readonly number[]): number {
  let hash = 0x811c9dc5
  for (const number of numbers) {
    hash = Math.imul(hash ^ number, 0x01000193)
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
    hash ^= hash >>> 12
  }
  return (hash >>> 0) / 2 ** 32
}

/** Counts the requests that wait for time to go on, so that the clock need not guess. */
export interface Holding {
  count(): number
  /** The same fault, counted while it holds its request. */
  counted(fault: Fault, hangs: boolean): Fault
}

/** Nothing is held yet. */
export function createHolding(): Holding {
  let held = 0
  const whileGoing = async (action: () => Promise<void>): Promise<void> => {
    held += 1
    try {
      await action()
    } finally {
      held -= 1
    }
  }
  return {
    count: () => held,
    counted: (fault, hangs) => async (exchange) => {
      const { clock } = exchange
      if (hangs) return whileGoing(async () => fault(exchange))
      const sleep: Exchange['clock']['sleep'] = (ms, signal) => whileGoing(() => clock.sleep(ms, signal))
      await fault({ ...exchange, clock: { now: () => clock.now(), wall: () => clock.wall(), sleep } })
    },
  }
}

/** Does something between the vendor's acting on a request, or just before it, and the answer. */
export function withTrigger(fault: Fault, when: 'before acting' | 'after acting', trigger: () => void): Fault {
  return async (exchange: Exchange) => {
    if (when === 'before acting') {
      trigger()
      return fault(exchange)
    }
    const honest = await exchange.act()
    trigger()
    await fault({ ...exchange, act: () => Promise.resolve(honest) })
  }
}

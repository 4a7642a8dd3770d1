/** Time that jumps: whenever nothing is going on in this process, it is as late as the next sleeper wants it to be. */
import { createHook } from 'node:async_hooks'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { ClientRequest } from 'node:http'
import type { Clock } from '../../src/clock.ts'

/** A virtual clock. */
export interface VirtualClock extends Clock {
  /** Lets time run by itself no longer; to be called when a test ends. */
  stop(): void
}

interface Sleeper {
  readonly at: number
  wake(): void
}

/** So many turns of the event loop in a row without any event mean that nothing happens until time goes on. */
const QUIET_TURNS = 40
/** Real milliseconds that must be quiet besides while a request is open: what is on its way through a socket shows nowhere. */
const QUIET_MS = 12
/** The same where it is known which requests are held: then this is an accident. */
const STUCK_MS = 2000
/** What may be open while nothing happens; anything else, such as a file operation, is work under way. */
const IDLE = new Set([
  ...['TTYWrap', 'PipeWrap', 'TCPSocketWrap', 'TCPServerWrap', 'TLSWrap'],
  ...['Timeout', 'Immediate', 'MessagePort', 'ProcessWrap'],
])

/** How a clock can know more than what shows in this process. */
export interface VirtualClockOptions {
  /** How many open requests the other side holds until time goes on; then no other is taken for held after a while. */
  held?(): number
}

/** A clock that begins at noon on 4 May 2026. Sleeping of it takes no real time, and real sockets are waited for. */
export function createVirtualClock({ held }: VirtualClockOptions = {}): VirtualClock {
  let now = 0
  let stopped = false
  let pumping = false
  const sleepers = new Set<Sleeper>()
  const work = watchWork()
  const pump = (quiet: Quiet): void => {
    if (stopped || sleepers.size === 0) {
      pumping = false
      return
    }
    const seen = work.seen()
    const isStill = seen === quiet.seen && work.isIdle()
    const quietMs = held === undefined ? QUIET_MS : STUCK_MS
    const isWaiting = work.open() > (held?.() ?? 0)
    const isOver = isStill && quiet.turns > QUIET_TURNS && (!isWaiting || performance.now() - quiet.since > quietMs)
    if (isOver) {
      const next = [...sleepers].reduce((first, each) => (each.at < first.at ? each : first))
      now = Math.max(now, next.at)
      next.wake()
    }
    setImmediate(pump, isStill && !isOver ? { ...quiet, turns: quiet.turns + 1 } : { seen, turns: 0, since: performance.now() })
  }
  return {
    now: () => now,
    wall: () => Date.UTC(2026, 4, 4, 12) + now,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        const sleeper = {
          at: now + ms,
          wake() {
            sleepers.delete(sleeper)
            signal?.removeEventListener('abort', sleeper.wake)
            resolve()
          },
        }
        if (ms <= 0 || signal?.aborted === true) return resolve()
        sleepers.add(sleeper)
        signal?.addEventListener('abort', sleeper.wake)
        if (!pumping) setImmediate(pump, { seen: -1, turns: 0, since: 0 })
        pumping = true
      }),
    stop() {
      stopped = true
      work.stop()
    },
  }
}

/** How long nothing has happened. */
interface Quiet {
  readonly seen: number
  readonly turns: number
  /** Real milliseconds. */
  readonly since: number
}

/** What goes on in this process. */
interface Work {
  /** Grows with every event and byte. */
  seen(): number
  /** Whether nothing is under way that ends without time going on. */
  isIdle(): boolean
  /** How many requests are open. */
  open(): number
  stop(): void
}

function watchWork(): Work {
  const traffic = watchTraffic()
  const signing = watchSigning()
  return {
    seen: traffic.seen,
    open: traffic.open,
    isIdle: () => signing.isIdle() && process.getActiveResourcesInfo().every((kind) => IDLE.has(kind)),
    stop() {
      traffic.stop()
      signing.stop()
    },
  }
}

/** Tokens are signed on another thread, which is not among the active resources. */
function watchSigning(): Pick<Work, 'isIdle' | 'stop'> {
  const pending = new Set<number>()
  const hook = createHook({
    trackPromises: false,
    init(id, type) {
      if (type === 'SIGNREQUEST') pending.add(id)
    },
    after: (id) => void pending.delete(id),
    destroy: (id) => void pending.delete(id),
  }).enable()
  return { isIdle: () => pending.size === 0, stop: () => void hook.disable() }
}

/** Counts requests, answers and bytes of all HTTP clients of this process. */
function watchTraffic(): Omit<Work, 'isIdle'> {
  const open = new Set<ClientRequest>()
  let events = 0
  let bytes = 0
  const onStart = (message: unknown): void => {
    if (typeof message !== 'object' || message === null || !('request' in message) || !(message.request instanceof ClientRequest))
      return
    const { request } = message
    events += 1
    open.add(request)
    request.once('close', () => {
      open.delete(request)
      events += 1
      bytes += bytesOf(request)
    })
  }
  subscribe('http.client.request.created', onStart)
  return {
    seen: () => events + bytes + [...open].reduce((sum, request) => sum + bytesOf(request), 0),
    open: () => open.size,
    stop: () => void unsubscribe('http.client.request.created', onStart),
  }
}

function bytesOf({ socket }: ClientRequest): number {
  return socket === null ? 0 : (socket?.bytesRead ?? 0) + (socket?.bytesWritten ?? 0)
}

/**
 * A faster clock for a child process: `node --import <this file>` with `CLOCK_SCALE=1000` lets a minute pass in 60 ms.
 *
 * It changes the global `setTimeout`, `setInterval` and `performance.now`, which is where the action takes its waiting
 * from. `Date` stays true: signatures and signed links carry it to servers that have clocks of their own. While an HTTP
 * request is under way the clock goes only `CLOCK_SCALE_BUSY` times as fast (5 unless told), so that a limit of seconds for
 * an answer does not become a few milliseconds, which a busy machine would miss. Nor does the clock run past a timer that
 * is due: a machine that stalls for 50 ms does not turn a wait of 5 s into one of 50 s. And only the time in which the
 * event loop has nothing to do runs faster: work takes as long as it takes, and so does the disk's, during which no timer rings.
 */
import { subscribe } from 'node:diagnostics_channel'

const LONGEST_DELAY = 2 ** 31 - 1
const idleScale = Number(process.env.CLOCK_SCALE ?? '1')
const busyScale = Math.min(idleScale, Number(process.env.CLOCK_SCALE_BUSY ?? '5'))
const native = { setTimeout, clearTimeout, clearInterval, now: performance.now.bind(performance) }

let scale = idleScale
let changedAt = native.now()
let idleBefore = performance.nodeTiming.idleTime
let passed = changedAt
let alarm
const pending = new Set()

function earliest() {
  let first
  for (const timer of pending) if (first === undefined || timer.due < first.due) first = timer
  return first
}

/** Milliseconds on the faster clock since it was last set. */
function elapsed() {
  const all = native.now() - changedAt
  const idle = Math.min(performance.nodeTiming.idleTime - idleBefore, all)
  return all + idle * (scale - 1)
}

/** Milliseconds on the faster clock. */
function now() {
  const running = passed + elapsed()
  return Math.max(passed, Math.min(running, earliest()?.due ?? running))
}

function setClock(time, nextScale) {
  passed = time
  changedAt = native.now()
  idleBefore = performance.nodeTiming.idleTime
  scale = nextScale
}

/** Sets the one native timer that there is for the timer that is due first; Node stays up while any of them asks for it. */
function schedule() {
  native.clearTimeout(alarm)
  const next = earliest()
  if (next === undefined) return
  const remaining = (next.due - passed - elapsed()) / scale
  alarm = native.setTimeout(() => ring(next), Math.min(Math.max(remaining, 0), LONGEST_DELAY))
  if (![...pending].some((timer) => timer.keepsAlive)) alarm.unref()
}

/** In true milliseconds: a disk that takes longer hangs. */
const LONGEST_DISK_WORK = 2000
const DISK_WORK = /^(FSReq|CloseReq)/

let diskWorkSince = 0
let diskSeenAt = Number.NEGATIVE_INFINITY

function isDiskAtWork() {
  if (!process.getActiveResourcesInfo().some((kind) => DISK_WORK.test(kind))) return false
  const at = native.now()
  // What was seen long ago was other work.
  if (at - diskSeenAt > LONGEST_DISK_WORK / 4) diskWorkSince = at
  diskSeenAt = at
  return at - diskWorkSince < LONGEST_DISK_WORK
}

function ring(timer) {
  if (passed + elapsed() < timer.due) return schedule()
  if (isDiskAtWork()) {
    native.clearTimeout(alarm)
    alarm = native.setTimeout(() => ring(timer), 1)
    return
  }
  setClock(Math.max(passed, timer.due), scale)
  timer.fire()
}

function changeScale(next) {
  setClock(now(), next)
  schedule()
}

/** Stands in for Node's `Timeout`. */
class Timer {
  constructor(callback, delay, values, repeats) {
    this.callback = callback
    // Node takes what it cannot hold for 1 ms; a wait that is too long must fail here as it fails there.
    this.delay = delay >= 1 && delay <= LONGEST_DELAY ? Number(delay) : 1
    this.values = values
    this.repeats = repeats
    this.keepsAlive = true
    this.refresh()
  }

  fire() {
    if (this.repeats) this.refresh()
    else this.close()
    this.callback(...this.values)
  }

  refresh() {
    this.due = now() + this.delay
    pending.delete(this)
    pending.add(this)
    schedule()
    return this
  }

  ref() {
    this.keepsAlive = true
    schedule()
    return this
  }

  unref() {
    this.keepsAlive = false
    schedule()
    return this
  }

  hasRef() {
    return this.keepsAlive
  }

  close() {
    pending.delete(this)
    schedule()
    return this
  }

  [Symbol.dispose]() {
    this.close()
  }
}

function clearWith(clear) {
  return (timer) => {
    if (timer instanceof Timer) timer.close()
    else clear(timer)
  }
}

globalThis.setTimeout = (callback, delay, ...values) => new Timer(callback, delay, values, false)
globalThis.setInterval = (callback, delay, ...values) => new Timer(callback, delay, values, true)
globalThis.clearTimeout = clearWith(native.clearTimeout)
globalThis.clearInterval = clearWith(native.clearInterval)
performance.now = now

let requests = 0
subscribe('http.client.request.created', ({ request }) => {
  requests++
  if (requests === 1) changeScale(busyScale)
  request.once('close', () => {
    requests--
    if (requests === 0) changeScale(idleScale)
  })
})

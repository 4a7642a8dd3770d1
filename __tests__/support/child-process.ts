/** One child process from start to end: its lines as they come, and the signals that the runner would send it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { performance } from 'node:perf_hooks'
import { splitLines } from './workflow-commands.ts'

/** When to do something: after so many milliseconds, at the first such log line, or when this resolves. */
export type Moment = number | ((line: string) => boolean) | Promise<unknown>

/** Signals to send from a moment on, each so many milliseconds after it. */
export interface Interruption {
  readonly moment: Moment
  readonly signals: readonly (readonly [signal: NodeJS.Signals, afterMs: number])[]
}

export interface ChildRequest {
  readonly command: string
  readonly arguments: readonly string[]
  readonly folder: string
  /** The whole environment; nothing is inherited. */
  readonly environment: Readonly<Record<string, string>>
  readonly interruptions: readonly Interruption[]
  /** Takes a printed line and gives the lines to show for it, which moments look at. */
  readonly onLine: (line: string) => readonly string[]
  /** A child that takes longer, in milliseconds, is killed and the promise rejects. */
  readonly limitMs: number
}

/** How a child ended. */
export interface ChildEnd {
  readonly exitCode: number | null
  readonly exitSignal: NodeJS.Signals | null
  /** The signals that were sent. */
  readonly signals: readonly NodeJS.Signals[]
  readonly durationMs: number
  /** From the first signal to the end; undefined without one. */
  readonly endedAfterSignalMs: number | undefined
  /** Everything that was printed, as it came. */
  readonly raw: string
}

const running = new Set<ChildProcess>()

/** Kills every child that `runChild` started and that is still running. */
export function killChildren(): void {
  for (const child of running) child.kill('SIGKILL')
}

/** Runs a child process to its end; rejects when it cannot be started or goes on beyond the limit. */
export async function runChild(request: ChildRequest): Promise<ChildEnd> {
  const startedAt = performance.now()
  const child = spawn(request.command, request.arguments, {
    cwd: request.folder,
    env: request.environment,
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  })
  running.add(child)
  const sent: (readonly [signal: NodeJS.Signals, at: number])[] = []
  const send = (signal: NodeJS.Signals): void => {
    sent.push([signal, performance.now()])
    child.kill(signal)
  }
  const watchers = request.interruptions.map((interruption) => watchFor(interruption, send))
  const raw = readOutput(child, (line) => {
    for (const shown of request.onLine(line)) for (const watcher of watchers) watcher.see(shown)
  })
  try {
    const [exitCode, exitSignal] = await waitForEnd(child, request.limitMs, raw)
    const endedAt = performance.now()
    const [, firstAt] = sent[0] ?? []
    const endedAfterSignalMs = firstAt === undefined ? undefined : endedAt - firstAt
    const signals = sent.map(([signal]) => signal)
    return { exitCode, exitSignal, signals, durationMs: endedAt - startedAt, endedAfterSignalMs, raw: raw.join('') }
  } finally {
    running.delete(child)
    for (const watcher of watchers) watcher.stop()
  }
}

function readOutput(child: ChildProcess, onLine: (line: string) => void): string[] {
  const pieces: string[] = []
  for (const stream of [child.stdout, child.stderr]) {
    const lines = splitLines(onLine)
    stream?.setEncoding('utf8').on('end', lines.end)
    stream?.on('data', (piece: string) => {
      pieces.push(piece)
      lines.push(piece)
    })
  }
  return pieces
}

function waitForEnd(
  child: ChildProcess,
  limitMs: number,
  raw: readonly string[],
): Promise<[number | null, NodeJS.Signals | null]> {
  const { promise, resolve, reject } = Promise.withResolvers<[number | null, NodeJS.Signals | null]>()
  const limit = setTimeout(() => {
    child.kill('SIGKILL')
    reject(new Error(`The action was still running after ${limitMs} ms. It printed:\n${raw.join('')}`))
  }, limitMs)
  child.once('error', reject)
  child.once('close', (code, signal) => resolve([code, signal]))
  return promise.finally(() => clearTimeout(limit))
}

function watchFor(
  { moment, signals }: Interruption,
  send: (signal: NodeJS.Signals) => void,
): { see(line: string): void; stop(): void } {
  const timers: NodeJS.Timeout[] = []
  let over = false
  const begin = (): void => {
    if (over) return
    over = true
    for (const [signal, afterMs] of signals) {
      if (afterMs === 0) send(signal)
      else timers.push(setTimeout(send, afterMs, signal))
    }
  }
  if (typeof moment === 'number') timers.push(setTimeout(begin, moment))
  else if (typeof moment !== 'function') moment.then(begin, begin)
  return {
    see: (line) => {
      if (typeof moment === 'function' && moment(line)) begin()
    },
    stop: () => {
      over = true
      timers.forEach(clearTimeout)
    },
  }
}

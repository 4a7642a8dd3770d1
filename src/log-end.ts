/** The end of a vendor's log, fit to be shown: a run that broke did so there. Pure. */
import type { LogLine, RunLog } from './results.ts'
import { cut } from './untrusted.ts'

/** What is kept of the log of one run, in bytes of UTF-8: some thousand lines. */
export const MOST_LOG_BYTES = 256 * 1024
/** A log of empty lines is none that anybody reads. */
export const MOST_LOG_LINES = 10_000

/** Of a text that is longer, only its end is looked at. */
const TEXT_CHARACTERS = 1024 * 1024
const LINE_CHARACTERS = 2000
const SECTION_CHARACTERS = 200

/** Keeps the end of a log that comes bit by bit. */
export interface LogEnd {
  add(lines: readonly LogLine[]): void
  end(): RunLog
}

/**
 * The end of what is added: whole lines that are together at most 256 KiB, and at most 10,000. Each text is changed as a
 * whole, such as redacted, and then torn at its line breaks; a line of more than 2,000 characters is cut.
 */
export function createLogEnd(change: (text: string) => string): LogEnd {
  const kept: { readonly line: LogLine; readonly bytes: number }[] = []
  let [first, length, leftOut] = [0, 0, 0]
  const keep = (line: LogLine): void => {
    const own = Buffer.byteLength(line.text) + 1
    kept.push({ line, bytes: own })
    length += own
    while (length > MOST_LOG_BYTES || kept.length - first > MOST_LOG_LINES) {
      length -= kept[first++]?.bytes ?? 0
      leftOut++
    }
    // Taking each line away by itself would move all others each time.
    if (first <= kept.length / 2) return
    kept.splice(0, first)
    first = 0
  }
  return {
    add(lines) {
      for (const { section, text } of lines) {
        const name = cut(change(section), SECTION_CHARACTERS)
        const whole = change(text)
        leftOut += lineBreaks(whole, whole.length - TEXT_CHARACTERS)
        for (const part of whole.slice(-TEXT_CHARACTERS).replace(/\n$/, '').split('\n'))
          keep({ section: name, text: copyOf(cut(part, LINE_CHARACTERS)) })
      }
    },
    end: () => ({ lines: kept.slice(first).map(({ line }) => line), leftOut }),
  }
}

/** How many line breaks stand before a place. */
function lineBreaks(text: string, end: number): number {
  let count = 0
  for (let at = text.indexOf('\n'); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) count++
  return count
}

/** A part of a text would hold all of it in memory. */
function copyOf(text: string): string {
  return Buffer.from(text).toString()
}

/** The end of a log, its texts changed. */
export function endOfLog({ lines, leftOut }: RunLog, change: (text: string) => string): RunLog {
  const kept = createLogEnd(change)
  kept.add(lines)
  const end = kept.end()
  return { lines: end.lines, leftOut: leftOut + end.leftOut }
}

/** From the logs of an outcome to what `report.html` carries of them. */
import type { StepOutcome, SuiteOutcome } from '../../outcome.ts'
import { LOG_FILE, type LogLine, sectionsOf } from '../../results.ts'
import type { LogData, Pair } from './page-data.ts'

/** In bytes of UTF-8, of all logs together: a browser has read so much in a moment. */
const PAGE_LOG_BYTES = 8 * 1024 * 1024

/** How many bytes of its log each suite may have, which matters where there are very many suites. */
export function logBytesOf({ suites }: StepOutcome): number {
  const logs = suites.filter(({ log }) => log !== undefined).length
  return Math.floor(PAGE_LOG_BYTES / Math.max(1, logs))
}

/** The end of a suite's log, at most so many bytes of it. */
export function logData({ log, files }: SuiteOutcome, bytes: number): LogData | undefined {
  if (log === undefined) return undefined
  const lines = lastThatFit(log.lines, bytes)
  const leftOut = log.leftOut + log.lines.length - lines.length
  const file = files.find((path) => path.endsWith(`/${LOG_FILE}`))
  return { parts: partsOf(lines), lines: lines.length, leftOut, ...(file !== undefined && { file }) }
}

function lastThatFit(lines: readonly LogLine[], bytes: number): readonly LogLine[] {
  let left = bytes
  const tooMuch = lines.findLastIndex(({ text }) => {
    left -= Buffer.byteLength(text) + 1
    return left < 0
  })
  return lines.slice(tooMuch + 1)
}

/** Each part of the log with its lines as one text. */
function partsOf(lines: readonly LogLine[]): Pair[] {
  return sectionsOf(lines).map(([section, texts]) => [section, texts.join('\n')])
}

/** Plays a range of schedules in a process of its own, and sends what they came to. */
import { play } from '../../__tests__/property/play.ts'
import { scheduleOf } from '../../__tests__/property/schedules.ts'
import { count, emptyTally } from '../../__tests__/property/tally.ts'

const [from = 0, to = 0] = process.argv.slice(2).map(Number)
const tally = emptyTally()
let seed = from

process.on('unhandledRejection', (thrown) => {
  tally.findings.push({ seed, invariant: 'always ends', detail: `unhandled rejection: ${String(thrown)}` })
})

for (; seed < to; seed++) {
  try {
    count(tally, seed, await play(scheduleOf(seed)))
  } catch (thrown) {
    tally.findings.push({
      seed,
      invariant: 'the harness holds',
      detail: thrown instanceof Error ? String(thrown.stack) : String(thrown),
    })
  }
}
process.send?.(tally, () => process.exit(0))

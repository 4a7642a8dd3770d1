import { describe, expect, test } from '@jest/globals'
import { delay, normally } from '../../simulator/faults.ts'
import { completed, running, status } from '../../simulator/kore/batch-run.ts'
import { setStage } from '../support/action.ts'
import { ONE_BAD, TWO_GOOD } from '../support/utterances.ts'

/** A run that says `running` and nothing of its progress, so many times. */
function silentLooks(count: number) {
  return [...Array.from({ length: count }, () => status('running')), completed()]
}

/** Random numbers that are the same in each run of the tests. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

describe('the gaps between two looks', () => {
  test('begin with the first one, before the first look, and grow by half up to the longest', async () => {
    const { kore, run, gaps } = await setStage()
    kore.suite('Regression', TWO_GOOD)
    kore.nextRun().shows(...silentLooks(7))
    await run()
    expect(gaps()).toEqual([5000, 7500, 11_250, 16_875, 25_312.5, 30_000, 30_000, 30_000])
  })

  test('are as long as the inputs say', async () => {
    const { kore, run, gaps } = await setStage()
    kore.suite('Regression', TWO_GOOD)
    kore.nextRun().shows(...silentLooks(5))
    await run({ 'poll-interval-seconds': '2', 'poll-max-interval-seconds': '4.2' })
    expect(gaps()).toEqual([2000, 3000, 4200, 4200, 4200, 4200])
  })

  test('vary by a fifth at random, and are never longer than the longest', async () => {
    const { kore, run, gaps } = await setStage()
    kore.suite('Regression', TWO_GOOD)
    const nominal = [5000, 7500, 11_250, 16_875, 25_312.5, 30_000, 30_000, 30_000]
    const shares: number[] = []
    for (let seed = 1; seed <= 15; seed++) {
      kore.nextRun().shows(...silentLooks(7))
      const before = gaps().length
      await run({ artifact: 'false' }, { random: seeded(seed) })
      const own = gaps().slice(before === 0 ? 0 : before + 1)
      expect(own).toHaveLength(8)
      expect(Math.max(...own)).toBeLessThanOrEqual(30_000)
      shares.push(...own.slice(0, 4).map((gap, index) => gap / (nominal[index] ?? 0)))
      for (const [index, gap] of own.entries()) expect(gap).toBeGreaterThanOrEqual((nominal[index] ?? 0) * 0.8 - 1)
    }
    expect(Math.min(...shares)).toBeGreaterThanOrEqual(0.8)
    expect(Math.min(...shares)).toBeLessThan(0.85)
    expect(Math.max(...shares)).toBeLessThanOrEqual(1.2)
    expect(Math.max(...shares)).toBeGreaterThan(1.15)
  })

  test('are never shorter than half a second, and keep the vendor’s 60 calls a minute whatever the inputs say', async () => {
    const { kore, run, gaps } = await setStage({ runsLastMs: 5 * 60_000 })
    kore.suite('Regression', TWO_GOOD)
    kore
      .nextRun()
      .edited((answer) => (answer.status === 'running' ? { ...answer, percentage: undefined, totalUtterances: 0 } : answer))

    const step = await run({ 'poll-interval-seconds': '0.5', 'poll-max-interval-seconds': '0.5' }, { random: () => 0 })

    expect(step.outputs['conclusion']).toBe('passed')
    expect(Math.min(...gaps())).toBeGreaterThanOrEqual(500)
    expect(kore.requests.length).toBeGreaterThan(200)
    expect(step.log.join('\n')).not.toMatch(/trying again/)
  })

  test('are planned by the vendor’s progress, so that the end is noticed soon and with few looks', async () => {
    const { kore, run, asked } = await setStage({ runsLastMs: 10 * 60_000 + 1234 })
    kore.suite('Regression', TWO_GOOD)

    const step = await run({ 'poll-max-interval-seconds': '300' })

    expect(step.outputs['conclusion']).toBe('passed')
    expect(step.tookMs - 601_234).toBeLessThan(10_000)
    expect(asked().filter((call) => call === 'status').length).toBeLessThan(16)
  })

  test('do not grow without end when progress stands still or goes back', async () => {
    const { kore, run, gaps } = await setStage()
    kore.suite('Regression', TWO_GOOD)
    kore.nextRun().shows(running(40), running(40), running(10), running(10), running(99), running(99.5), completed())
    expect((await run()).outputs['conclusion']).toBe('passed')
    expect(Math.max(...gaps())).toBeLessThanOrEqual(30_000)
    expect(Math.min(...gaps())).toBeGreaterThanOrEqual(5000)
  })
})

describe('the deadline', () => {
  test('ends a run that never does, in time, with the id and all that is known', async () => {
    const { kore, run } = await setStage()
    kore.suite('Regression', TWO_GOOD)
    kore.nextRun().shows(running(42))

    const step = await run({ 'timeout-minutes': '12' })

    expect(step.exitCode).toBe(1)
    expect(Math.abs(step.tookMs - 720_000)).toBeLessThanOrEqual(5000)
    expect(step.outputs).toMatchObject({
      conclusion: 'timed-out',
      'error-kind': '',
      total: '',
      passed: '',
      'run-id': kore.runs[0]?.requestId,
    })
    expect(step.outputs['message']).toMatch(/timeout-minutes/)
    expect(step.outputs['message']).toContain(kore.runs[0]?.requestId)
    expect(step.summaries.at(-1)).toContain('Timed out')
    expect(step.annotations).toEqual([expect.objectContaining({ level: 'error', title: 'Agent tests timed out' })])
    expect(step.uploads).toHaveLength(1)
  })

  test('is preceded by a last look, so that a run that just ended still counts', async () => {
    const { kore, run } = await setStage({ runsLastMs: 596_000 })
    kore.suite('Regression', [...TWO_GOOD, ONE_BAD])
    kore
      .nextRun()
      .edited((answer) => (answer.status === 'running' ? { ...answer, percentage: undefined, totalUtterances: 0 } : answer))
    const step = await run({ 'timeout-minutes': '10', 'poll-interval-seconds': '200', 'poll-max-interval-seconds': '500' })
    expect(step.outputs).toMatchObject({ conclusion: 'failed', total: '3' })
    expect(step.tookMs).toBeLessThanOrEqual(605_000)
  })

  test('leaves that last look the time for an answer that takes two seconds', async () => {
    const { kore, run } = await setStage()
    kore.suite('Regression', TWO_GOOD)
    kore.nextRun().shows(status('running'), completed())
    kore.on('status').answers(normally(), delay(2000))
    const inputs = { 'timeout-minutes': '10', 'poll-interval-seconds': '400', 'poll-max-interval-seconds': '400' }
    expect((await run(inputs)).outputs).toMatchObject({ conclusion: 'passed', total: '2' })
  })

  test('takes fractions, and the first gap is no longer than what is left', async () => {
    const { kore, run, asked } = await setStage()
    kore.suite('Regression', TWO_GOOD)
    kore.nextRun().shows(running(1))
    const step = await run({ 'timeout-minutes': '0.2', 'poll-interval-seconds': '60' })
    expect(step.outputs['conclusion']).toBe('timed-out')
    expect(Math.abs(step.tookMs - 12_000)).toBeLessThanOrEqual(5000)
    expect(asked()).toContain('status')
  })
})

describe('the log', () => {
  const isProgress = (line: string): boolean => /running, \d+ %/.test(line)

  test('tells progress often at first and ever more seldom, so that an hour is a screenful', async () => {
    const { kore, run } = await setStage({ runsLastMs: 60 * 60_000 })
    kore.suite('Regression', TWO_GOOD)

    const step = await run({ 'timeout-minutes': '90' })

    const lines = step.log.filter(isProgress)
    expect(lines.length).toBeGreaterThan(12)
    expect(lines.length).toBeLessThan(40)
    expect(step.log.length).toBeLessThan(50)
    expect(lines.filter((line) => /, \d+ s /.test(line)).length).toBeGreaterThanOrEqual(3)
    const percents = lines.map((line) => Number(/(\d+) %/.exec(line)?.[1]))
    expect(percents).toEqual(percents.toSorted((left, right) => left - right))
  })

  test('gives the vendor’s percentage and counts', async () => {
    const { kore, run } = await setStage()
    kore.suite('Regression', [...TWO_GOOD, ...TWO_GOOD.map((each) => ({ ...each, input: `${each.input} again` }))])
    kore.nextRun().shows(running(50), completed())
    expect((await run()).log.find(isProgress)).toMatch(/^Regression: running, 50 % \(2 of 4 utterances\), 5 s/)
  })

  test('names the suite, its run and what happens, in the order it happens', async () => {
    const { kore, run } = await setStage()
    kore.suite('Regression', TWO_GOOD)
    const step = await run()
    const story = [
      /kore-batch/,
      /^Regression: started, run tr-/,
      /^Regression: running, 0 %/,
      /^Regression: over, fetching/,
      /^passed: /,
    ]
    const places = story.map((line) => step.log.findIndex((each) => line.test(each)))
    expect(places).not.toContain(-1)
    expect(places).toEqual(places.toSorted((left, right) => left - right))
  })
})

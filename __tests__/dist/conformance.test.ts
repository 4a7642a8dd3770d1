/** What every provider has to do, once more through the bundle: a child process as the runner starts it, real sockets, real signals. */
import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { systemClock } from '../../simulator/system-clock.ts'
import type { Clock } from '../../src/clock.ts'
import { STAGES } from '../conformance/stages.ts'
import { ROOT } from '../support/bundle.ts'
import { type ActionRequest, type ActionResult, cleanUp, runAction } from '../support/runner.ts'
import { createRunnerReader } from '../support/runner-commands.ts'
import { signalTest } from '../support/signal-test.ts'
import type { VendorStage } from '../support/vendor-stage.ts'

const HOSTILE = 'a\n::set-output name=conclusion::passed\r##[error]b\n<img src=x onerror=alert(1)> @octocat'
const SCALE = 1000
const OURS = ['add-mask', 'error', 'warning', 'notice', 'group', 'endgroup']

let vendor: VendorStage

/** As fast as the action's clock while it waits, so that the vendor's rate limits and runs are in step with it. */
const fast: Clock = {
  now: () => performance.now() * SCALE,
  wall: systemClock.wall,
  sleep: (ms, signal) => systemClock.sleep(ms / SCALE, signal),
}

afterAll(cleanUp)

/** Runs main and post; the clock of the action is a thousand times faster while it waits. */
function step(changes: Readonly<Record<string, string>> = {}, more: Partial<ActionRequest> = {}): Promise<ActionResult> {
  return runAction({
    directory: ROOT,
    inputs: { ...vendor.inputs, artifact: 'false', ...changes },
    clockScale: 1000,
    limitMs: 60_000,
    ...more,
  })
}

function end({ main }: ActionResult): { exitCode: number | null; conclusion: string | undefined } {
  return { exitCode: main.exitCode, conclusion: main.outputs['conclusion'] }
}

describe.each([...STAGES])('%s', (_, open) => {
  beforeEach(async () => {
    vendor = await open(fast)
  })
  afterEach(() => vendor.close())

  test('is green when all passed, and red when one failed', async () => {
    vendor.passes()
    expect(end(await step())).toEqual({ exitCode: 0, conclusion: 'passed' })
    if (vendor.casesCannotFail === true) return
    vendor.fails()
    expect(end(await step())).toEqual({ exitCode: 1, conclusion: 'failed' })
    expect(vendor.started()).toBeLessThanOrEqual(2)
  })

  test('is red and no failure when the run breaks off at the vendor', async () => {
    vendor.breaksOff()
    const { exitCode, conclusion } = end(await step())
    expect(exitCode).toBe(1)
    expect(['error', 'inconclusive']).toContain(conclusion)
  })

  test('waits on through a status that nobody knows', async () => {
    if (!vendor.showsUnknownStatus()) return
    expect(end(await step())).toEqual({ exitCode: 0, conclusion: 'passed' })
  })

  test('ends at the deadline, and leaves no run where the vendor can stop one', async () => {
    vendor.neverEnds()
    const result = await step({ 'timeout-minutes': '4' })
    expect(end(result)).toEqual({ exitCode: 1, conclusion: 'timed-out' })
    if (vendor.underWay() > 0) expect(result.main.outputs['message']).toContain('offers no way to stop it')
  })

  signalTest('ends on SIGINT, and leaves no run where the vendor can stop one', async () => {
    vendor.neverEnds()
    const result = await step({}, { clockScale: 1, cancelAfter: (line) => line.includes('started, run') })
    expect(end(result)).toEqual({ exitCode: 1, conclusion: 'cancelled' })
    expect(result.main.endedAfterSignalMs).toBeLessThan(5000)
    if (vendor.underWay() > 0) expect(result.main.outputs['message']).toContain('offers no way to stop it')
  })

  test('stops in post what a kill left behind, or says that it goes on', async () => {
    vendor.neverEnds()
    const result = await step({}, { clockScale: 1, killAfter: (line) => line.includes('started, run') })
    expect(result.main.exitSignal).toBe('SIGKILL')
    expect(result.post.exitCode).toBe(0)
    if (vendor.underWay() > 0) expect(result.post.log.join('\n')).toContain('offers no way to stop it')
  })

  test('starts at most one run when the answer to the start is lost', async () => {
    vendor.passes()
    vendor.losesStart('after acting')
    const { conclusion } = end(await step())
    expect(vendor.started()).toBeLessThanOrEqual(1)
    expect(['passed', 'error']).toContain(conclusion)
  })

  test('keeps hostile text and credentials out of everything that is printed', async () => {
    vendor.says(HOSTILE)
    const { main } = await step()
    const foreign = createRunnerReader()
      .read(main.raw)
      .filter(({ name }) => !OURS.includes(name))
    expect(foreign).toEqual([])
    const told = [
      main.raw.replace(/^::add-mask::.*$/gm, ''),
      main.rawSummary,
      JSON.stringify(main.outputs),
      JSON.stringify(main.state),
    ].join('\n')
    for (const credential of vendor.credentials) expect(told).not.toContain(vendor.inputs[credential])
    expect(main.rawSummary).not.toMatch(/<img|@octocat/)
    expect(main.exported).toEqual({})
  })

  test('says that the credentials were refused', async () => {
    vendor.passes()
    vendor.refusesCredentials()
    const result = await step()
    expect({ ...end(result), kind: result.main.outputs['error-kind'] }).toEqual({
      exitCode: 1,
      conclusion: 'error',
      kind: 'auth',
    })
  })
})

/** Result files that break off on the way, or whose links are refused for a while: what came of them is not fetched twice. */
import { describe, expect, test } from '@jest/globals'
import { bytesOf, type Fault, sendHead, sendPart } from '../../simulator/exchange.ts'
import { answer } from '../../simulator/faults.ts'
import { zipOf } from '../../simulator/omilia/archive.ts'
import { kept, setOmilia } from '../omilia/stage.ts'
import { readReport, type Stage, setStage } from '../support/action.ts'
import { utterances } from '../support/utterances.ts'

/** So many bytes come, and a second later the connection is reset. */
function breaksAfter(bytes: number): Fault {
  return async (exchange) => {
    const honest = await exchange.act()
    sendHead(exchange, { ...honest, headers: { 'content-length': String(bytesOf(honest).length), ...honest.headers } })
    await sendPart(exchange, bytesOf(honest).subarray(0, bytes))
    await exchange.clock.sleep(1000)
    exchange.response.socket?.resetAndDestroy()
  }
}

const filesOf = ({ kore }: Stage) => kore.requests.filter(({ operation }) => operation === 'file')

describe('a result file of Kore.ai', () => {
  test('that breaks off three times is fetched in four parts, and is the vendor’s byte for byte', async () => {
    const stage = await setStage({ ranges: true })
    stage.kore.suite('Regression', utterances(300))
    stage.kore.on('file').answers(breaksAfter(1000), breaksAfter(500), breaksAfter(250))
    const step = await stage.run()
    expect(step.outputs).toMatchObject({ conclusion: 'passed', total: '300' })
    expect(filesOf(stage).map(({ headers }) => headers.range)).toEqual([undefined, 'bytes=1000-', 'bytes=1500-', 'bytes=1750-'])
    const file = await readReport(step, 'vendor/Regression/results.csv')
    const whole = await fetch(`${stage.kore.address}${filesOf(stage)[0]?.target}`)
    expect(file.equals(Buffer.from(await whole.arrayBuffer()))).toBe(true)
  })

  test('goes on where it was also by the link that comes after one that expired', async () => {
    const stage = await setStage({ ranges: true, linkLifetimeSeconds: 3 })
    stage.mayRefuse()
    stage.kore.suite('Regression', utterances(300))
    stage.kore.on('file').answers(breaksAfter(1000))
    const step = await stage.run()
    expect(step.outputs).toMatchObject({ conclusion: 'passed', total: '300' })
    const files = filesOf(stage)
    expect(files.at(-1)?.headers.range).toBe('bytes=1000-')
    expect(files.at(-1)?.query).not.toBe(files[0]?.query)
  })

  test('is tried five times', async () => {
    const stage = await setStage({ ranges: true })
    stage.kore.suite('Regression', utterances(300))
    stage.kore.on('file').always(breaksAfter(100))
    const step = await stage.run()
    expect(step.outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'network', total: '' })
    expect(filesOf(stage).map(({ headers }) => headers.range)).toEqual([
      undefined,
      'bytes=100-',
      'bytes=200-',
      'bytes=300-',
      'bytes=400-',
    ])
    await expect(readReport(step, 'vendor/Regression/results.csv')).rejects.toThrow('ENOENT')
    await expect(readReport(step, 'vendor/Regression/results.csv.part')).rejects.toThrow('ENOENT')
    expect(step.uploads[0]?.files.join()).not.toContain('results.csv')
  })

  test('leaves nothing when the deadline comes while half of it is there', async () => {
    const stage = await setStage({ ranges: true })
    stage.kore.suite('Regression', utterances(300))
    stage.kore.on('file').answers(breaksAfter(100)).always(answer(503))
    const step = await stage.run({ 'timeout-minutes': '2' })
    expect(step.outputs['conclusion']).toBe('timed-out')
    await expect(readReport(step, 'vendor/Regression/results.csv.part')).rejects.toThrow('ENOENT')
    expect(step.uploads[0]?.files.join()).not.toContain('results.csv')
  })
})

describe('a file store that is late by seconds is waited for', () => {
  test.each([403, 404])('at Kore.ai, where it says %d, by a new link after a gap', async (status) => {
    const stage = await setStage()
    stage.kore.suite('Regression', utterances(3))
    let firstAt: number | undefined
    stage.kore.on('file').decides(({ at }) => {
      firstAt ??= at
      return at - firstAt < 10_000 ? answer(status) : undefined
    })
    const step = await stage.run()
    expect(step.outputs).toMatchObject({ conclusion: 'passed', total: '3' })
    const looks = stage.kore.requests.filter(({ operation }) => operation === 'status').map(({ at }) => at)
    expect(looks.slice(-2).map((at) => at - (firstAt ?? 0))).toEqual([5000, 12_500])
    expect(step.log.join('\n')).toMatch(new RegExp(`trying again in 5 s: .*answered HTTP ${status}`))
  })

  test('at Omilia, where it does not find the archive', async () => {
    const { omilia, run, count } = await setOmilia()
    const archive = zipOf({ 'report.csv': 'a,b\n' })
    omilia.nextRun().archive(archive)
    omilia.on('artifacts').answers(answer(404), answer(404))
    const step = await run()
    expect([step.outputs['conclusion'], count('artifacts')]).toEqual(['passed', 3])
    expect((await kept(step, 'artifacts.zip')).equals(archive)).toBe(true)
  })

  test('at Omilia, where it gives the archive in parts', async () => {
    const { omilia, run } = await setOmilia('omilia', { ranges: true })
    const archive = zipOf({ 'report.csv': 'a,b\n'.repeat(500) })
    omilia.nextRun().archive(archive)
    omilia.on('artifacts').answers(breaksAfter(20), breaksAfter(30))
    const step = await run()
    expect(step.outputs['conclusion']).toBe('passed')
    expect((await kept(step, 'artifacts.zip')).equals(archive)).toBe(true)
    const asked = omilia.requests.filter(({ operation }) => operation === 'artifacts')
    expect(asked.map(({ headers }) => headers.range)).toEqual([undefined, 'bytes=20-', 'bytes=50-'])
  })
})

/** The stand-in for the runner, on actions of a few lines. */
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type ActionRequest, type ActionResult, cleanUp, runAction } from './support/runner.ts'
import { signalTest } from './support/signal-test.ts'
import { parseCommand, parseFileCommands, splitLines } from './support/workflow-commands.ts'

const METADATA = `
name: sample
inputs:
  plain: { default: 12.5 }
  two words: { description: no default }
  github-token: { default: '\${{ github.token }}' }
  job-index: { default: 'index-\${{ strategy.job-index }}' }
runs: { using: node24, main: main.mjs, post: post.mjs }
`
let root: string
let count = 0
const closing: Server[] = []

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'actions-'))
})
afterAll(async () => {
  for (const server of closing) server.close()
  await cleanUp()
  await rm(root, { recursive: true })
})

async function runScript(main: string, request: Partial<ActionRequest> = {}, post = ''): Promise<ActionResult> {
  const directory = join(root, String(count++))
  await mkdir(directory)
  await Promise.all([
    writeFile(join(directory, 'action.yml'), METADATA),
    writeFile(join(directory, 'main.mjs'), `import { appendFileSync } from 'node:fs'\n${main}`),
    writeFile(join(directory, 'post.mjs'), post),
  ])
  return runAction({ directory, ...request })
}

function portOf(server: Server): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server does not listen on a port')
  return address.port
}

function printing(...lines: string[]): string {
  return `process.stdout.write(${JSON.stringify(lines.map((line) => `${line}\n`).join(''))})`
}

function writing(file: string, text: string): string {
  return `appendFileSync(process.env.GITHUB_${file}, ${JSON.stringify(text)})`
}

describe('what the action finds', () => {
  const report = `console.log(JSON.stringify(process.env))`

  test('inputs come with their defaults, expressions in defaults are filled in, and what is not given is empty', async () => {
    const { main } = await runScript(report, { inputs: { Plain: 'given' }, context: { 'github.token': 'ghs_1' } })
    expect(JSON.parse(main.raw)).toMatchObject({
      INPUT_PLAIN: 'given',
      INPUT_TWO_WORDS: '',
      'INPUT_GITHUB-TOKEN': 'ghs_1',
      'INPUT_JOB-INDEX': 'index-',
    })
  })

  test('an input that the action does not have gets a warning and still arrives', async () => {
    const { main, warnings } = await runScript(report, { inputs: { sweet: 'x' } })
    expect(warnings).toEqual([expect.stringContaining("Unexpected input(s) 'sweet'")])
    expect(JSON.parse(main.raw)).toMatchObject({ INPUT_SWEET: 'x', INPUT_PLAIN: '12.5' })
  })

  test('nothing of the machine gets through but what a process needs', async () => {
    const { main } = await runScript(report, { environment: { GITHUB_REF: 'refs/heads/topic' } })
    expect(JSON.parse(main.raw)).toMatchObject({ GITHUB_REF: 'refs/heads/topic', PATH: process.env['PATH'] })
    expect(JSON.parse(main.raw)).not.toHaveProperty('JEST_WORKER_ID')
  })

  test('state goes from main to post, from the file and from the old command', async () => {
    const { post } = await runScript(
      `${printing('::save-state name=old::1')}; ${writing('STATE', 'new<<EOF\n2\n3\nEOF\n')}`,
      {},
      'console.log(process.env.STATE_old, JSON.stringify(process.env.STATE_new))',
    )
    expect(post.log).toEqual(['1 "2\\n3"'])
  })

  test('post alone finds the state that it is given', async () => {
    const { main, post } = await runScript('', { stages: ['post'], state: { run: '7' } }, 'console.log(process.env.STATE_run)')
    expect(main.exitCode).toBeNull()
    expect(post.log).toEqual(['7'])
  })
})

describe('what the action leaves', () => {
  test('outputs, exported variables and paths are read from their files', async () => {
    const { main } = await runScript(
      `${writing('OUTPUT', 'a=1\nb<<E\nx=y\nE\n')}; ${writing('ENV', 'V=1\n')}; ${writing('PATH', '/bin/x\n')}`,
    )
    expect(main).toMatchObject({ outputs: { a: '1', b: 'x=y' }, exported: { V: '1' }, paths: ['/bin/x'], conclusion: 'success' })
  })

  test('a file that the runner cannot read fails the step, though the script ended well', async () => {
    const { main } = await runScript(writing('OUTPUT', 'a<<E\nnever closed\n'))
    expect(main).toMatchObject({ exitCode: 0, conclusion: 'failure' })
    expect(main.log.join('\n')).toContain("Matching delimiter not found 'E'")
  })

  test.each([
    ['kept at 1,048,576 bytes', 1_048_576, true],
    ['dropped one byte above', 1_048_577, false],
  ])('the summary is %s, counted in bytes', async (_, bytes, kept) => {
    const text = 'é'.repeat(Math.floor(bytes / 2)) + 'x'.repeat(bytes % 2)
    const { main } = await runScript(`appendFileSync(process.env.GITHUB_STEP_SUMMARY, ${JSON.stringify(text)})`)
    expect(main.summary !== undefined).toBe(kept)
    expect(main.log.some((line) => line.includes('upload aborted'))).toBe(!kept)
    expect(Buffer.byteLength(main.rawSummary)).toBe(bytes)
  })

  test.each([
    ['process.exit(3)', 3, 'failure'],
    ['await new Promise(() => {})', 13, 'failure'],
    ['new Promise(() => {})', 0, 'success'],
    [printing('::set-env name=A::b'), 0, 'failure'],
  ])('%s ends with exit code %d: %s', async (script, exitCode, conclusion) => {
    expect((await runScript(script)).main).toMatchObject({ exitCode, conclusion })
  })
})

describe('the log', () => {
  test('a mask hides the value, its lines, and values that overlap, in log, summary and messages but not in titles', async () => {
    const { main, post } = await runScript(
      `${printing('::add-mask::one%0Atwo', '::add-mask::abcd', '::add-mask::cdef', 'x two one abcdef', '::error title=abcd::abcd')}
       ${writing('STEP_SUMMARY', 'the two')}`,
      {},
      printing('two again'),
    )
    expect(main.log).toEqual(['x *** *** ***', '##[error]***'])
    expect(main.annotations).toEqual([expect.objectContaining({ message: '***', title: 'abcd' })])
    expect(main.summary).toBe('the ***')
    expect(post.log).toEqual(['*** again'])
    expect(main.raw).toContain('x two one abcdef')
  })

  test('commands count at the start of a line in colons and anywhere in brackets, and a lone carriage return starts a line', async () => {
    const { main } = await runScript(
      printing('  ::warning::a%0Ab', 'text ::error::no', 'text ##[error]yes', 'half\r::notice title=T%3A1,file=f::n'),
    )
    expect(main.annotations.map(({ level, message, title }) => [level, message, title])).toEqual([
      ['warning', 'a\nb', ''],
      ['error', 'yes', ''],
      ['notice', 'n', 'T:1'],
    ])
    expect(main.log).toContain('text ::error::no')
  })

  test('no command counts between stop-commands and its token', async () => {
    const { main } = await runScript(printing('::stop-commands::Tok', '::error::a', '##[error]b', '::tok::', '::error::c'))
    expect(main.annotations.map(({ message }) => message)).toEqual(['c'])
    expect(main.log).toEqual(['::stop-commands::Tok', '::error::a', '##[error]b', '::tok::', '##[error]c'])
  })

  test('the eleventh annotation of a level is not shown, and long ones are cut', async () => {
    const { main } = await runScript(
      printing(...Array.from({ length: 11 }, () => `::error::${'x'.repeat(5000)}`), '::warning::w'),
    )
    expect(main.annotations.map(({ shown }) => shown)).toEqual([...Array.from({ length: 10 }, () => true), false, true])
    expect(main.annotations[0]?.message).toHaveLength(4096)
  })

  test('lines are told as they come', async () => {
    const seen: string[] = []
    await runScript(printing('::group::G', 'in', '::endgroup::', '::debug::d'), {
      onLine: (line, stage) => seen.push(`${stage} ${line}`),
    })
    expect(seen).toEqual(['main ##[group]G', 'main in', 'main ##[endgroup]'])
  })
})

describe('cancelling', () => {
  const stubborn = `process.on('SIGINT', () => console.log('no')).on('SIGTERM', () => console.log('never'))
    setInterval(() => {}, 1000); console.log('ready')`
  const ready = (line: string): boolean => line === 'ready'

  signalTest('sends SIGINT, SIGTERM and a kill to a script that does not end, and runs post after it', async () => {
    const { main, post } = await runScript(stubborn, { cancelAfter: ready, graceScale: 0.01 }, printing('post'))
    expect(main).toMatchObject({ signals: ['SIGINT', 'SIGTERM', 'SIGKILL'], exitSignal: 'SIGKILL', conclusion: 'cancelled' })
    expect(main.log).toEqual(['ready', 'no', 'never'])
    expect(post.log).toEqual(['post'])
  })

  signalTest('stops at SIGINT with a script that listens, whatever its exit code', async () => {
    const { main } = await runScript(
      `process.on('SIGINT', () => process.exit(0)); setInterval(() => {}, 1000); console.log('ready')`,
      {
        cancelAfter: ready,
      },
    )
    expect(main).toMatchObject({ signals: ['SIGINT'], exitCode: 0, conclusion: 'cancelled' })
    expect(main.endedAfterSignalMs).toBeLessThan(5000)
  })

  test('can begin with anything that a test waits for', async () => {
    const { main } = await runScript(`setInterval(() => {}, 1000)`, { cancelAfter: Promise.resolve() })
    expect(main).toMatchObject({ signals: ['SIGINT'], exitSignal: 'SIGINT' })
  })

  test('a script that has ended before is not cancelled', async () => {
    expect((await runScript('', { cancelAfter: 60_000 })).main.conclusion).toBe('success')
  })

  test('a kill is a failure, and post still runs', async () => {
    const { main, post } = await runScript(stubborn, { killAfter: ready }, printing('post'))
    expect(main).toMatchObject({ exitSignal: 'SIGKILL', conclusion: 'failure' })
    expect(post.log).toEqual(['post'])
  })

  test('a script that goes on beyond the limit is killed, and that is told', async () => {
    await expect(runScript(stubborn, { limitMs: 300 })).rejects.toThrow('still running after 300 ms')
  })
})

describe('the faster clock', () => {
  test('lets an hour pass in moments, tells it so, and leaves the date alone', async () => {
    const script = `const [began, day] = [performance.now(), Date.now()]
      await new Promise((resolve) => setTimeout(resolve, 3_600_000))
      console.log(Math.round((performance.now() - began) / 60_000), Date.now() - day < 10_000)`
    expect((await runScript(script, { clockScale: 100_000 })).main.log).toEqual(['60 true'])
  })

  test('fires in the order of the times, repeats, and can be cleared', async () => {
    const script = `const order = []; let ticks = 0
      setTimeout(() => order.push('late'), 9000); setTimeout(() => order.push('early'), 10)
      clearTimeout(setTimeout(() => order.push('cleared'), 20)); setTimeout(() => order.push('unheld'), 9_000_000).unref()
      const timer = setInterval(() => { if (++ticks === 3) { clearInterval(timer); console.log(order.join(), ticks) } }, 5000)`
    expect((await runScript(script, { clockScale: 1000 })).main.log).toEqual(['early,late 3'])
  })

  test('keeps the fault of a wait that is too long for Node', async () => {
    const script = `const began = performance.now(); setTimeout(() => console.log(performance.now() - began < 60_000), 2 ** 31)`
    expect((await runScript(script, { clockScale: 1000 })).main.log).toEqual(['true'])
  })

  test('slows down while a request is under way, so that a limit of half a minute outlasts a slow answer', async () => {
    const server = createServer((_, response) => setTimeout(() => response.end(), 60)).listen(0, '127.0.0.1')
    closing.push(server)
    await once(server, 'listening')
    const script = `import http from 'node:http'
      const request = http.get({ port: ${portOf(server)}, agent: false })
      const limit = setTimeout(() => request.destroy(new Error('cut')), 30_000)
      request.on('error', (error) => console.log(error.message)).on('response', (response) => {
        clearTimeout(limit); response.resume().on('end', () => console.log('answered')) })`
    const { main } = await runScript(script, { clockScale: 1000, environment: { CLOCK_SCALE_BUSY: '10' } })
    expect(main.log).toEqual(['answered'])
  })
})

describe('parsing', () => {
  test.each([
    ['::error::', { name: 'error', properties: {}, data: '' }],
    ['::error a=1,b=,=c,d=e=f::x::y', { name: 'error', properties: { a: '1', d: 'e=f' }, data: 'x::y' }],
    ['::ERROR::%250A', { name: 'error', properties: {}, data: '%0A' }],
    ['a ##[error x=1;y=%5D]%3B', { name: 'error', properties: { x: '1', y: ']' }, data: ';' }],
    ['::other::x ##[error]y', { name: 'error', properties: {}, data: 'y' }],
    ['x::error::y', undefined],
    ['::error:x', undefined],
    ['##[other]', undefined],
  ])('%s', (line, expected) => {
    expect(parseCommand(line, new Set(['error']))).toEqual(expected)
  })

  test.each(['no sign', '<<EOF', 'name<<'])('a file with the line %s is refused', (line) => {
    expect(() => parseFileCommands(`a=1\n${line}\n`)).toThrow('Invalid format')
  })

  test('line ends are found across pieces', () => {
    const lines: string[] = []
    const splitter = splitLines((line) => lines.push(line))
    for (const piece of ['a\r', '\nb\rc', '\n', 'd\r']) splitter.push(piece)
    splitter.end()
    expect(lines).toEqual(['a', 'b', 'c', 'd'])
  })
})

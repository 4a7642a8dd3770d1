/** The workflows of this project: GitHub would take them, and nothing foreign gets power in them. */
import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, jest, test } from '@jest/globals'
import { parse } from 'yaml'
import * as z from 'zod'

/** A script takes a second, and many times that on a busy machine. */
jest.setTimeout(60_000)

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const FOLDER = join(ROOT, '.github', 'workflows')

const Step = z.object({
  uses: z.string().optional(),
  run: z.string().optional(),
  with: z.record(z.string(), z.unknown()).optional(),
})
const Job = z.object({
  'timeout-minutes': z.number().optional(),
  permissions: z.record(z.string(), z.string()).optional(),
  steps: z.array(Step),
})
const Workflow = z.object({ permissions: z.unknown(), jobs: z.record(z.string(), Job) })

/** Runs a script of the project. */
function runScript(...command: readonly string[]): Promise<{ failed: boolean; said: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, command, { cwd: ROOT }, (trouble, out, err) =>
      resolve({ failed: trouble !== null, said: out + err }),
    )
  })
}

describe("GitHub's parser and actionlint", () => {
  test('take the workflows and the examples', async () => {
    expect(await runScript('scripts/check-workflows.ts')).toEqual({ failed: false, said: '' })
  })

  test('refuse what they would not take', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'workflow-'))
    const file = join(folder, 'wrong.yml')
    const steps = `      - run: echo $\{{ github.event.issue.title }}\n        foo: 1\n`
    await writeFile(file, `on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n${steps}`)
    try {
      const { failed, said } = await runScript('scripts/check-workflows.ts', file)
      expect(failed).toBe(true)
      expect(said).toContain("Unexpected value 'foo'")
      expect(said).toContain('potentially untrusted')
    } finally {
      await rm(folder, { recursive: true, maxRetries: 3 })
    }
  })
})

const names = (await readdir(FOLDER)).sort()
const workflows = await Promise.all(
  names.map(async (name) => {
    const text = await readFile(join(FOLDER, name), 'utf8')
    return { name, text, workflow: Workflow.parse(parse(text)) }
  }),
)

describe.each(workflows)('$name', ({ text, workflow }) => {
  const jobs = Object.values(workflow.jobs)
  const steps = jobs.flatMap((job) => job.steps)

  test('has no permissions but those that a job asks for', () => {
    expect(workflow.permissions).toEqual({})
    expect(jobs.filter(({ permissions }) => permissions === undefined)).toEqual([])
  })

  test('ends in time', () => {
    expect(jobs.filter((job) => (job['timeout-minutes'] ?? 361) > 30)).toEqual([])
  })

  test('uses each action at a commit, with its version beside it', () => {
    const uses = text.split('\n').filter((line) => /^\s*(- )?uses:/.test(line) && !/uses: \.\/$/.test(line))
    const loose = uses.filter((line) => !/uses: [\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))
    expect(loose).toEqual([])
  })

  test('puts no expression into a script', () => {
    expect(steps.filter(({ run }) => run?.includes('${{'))).toEqual([])
  })

  test('keeps no token in the checkout, but where it commits', () => {
    const kept = steps.filter(
      ({ uses, with: given }) => uses?.startsWith('actions/checkout@') && given?.['persist-credentials'] !== false,
    )
    expect(kept.length).toBe(text.includes('git push') ? 1 : 0)
  })

  test('installs without running the scripts of packages', () => {
    const installs = steps.flatMap(({ run = '' }) => run.match(/npm (ci|install|i)\b.*/g) ?? [])
    expect(installs.filter((line) => !line.includes('--ignore-scripts'))).toEqual([])
  })
})

const steps = workflows.flatMap(({ workflow }) => Object.values(workflow.jobs).flatMap((job) => job.steps))

test('what is built of foreign code runs in no job that can write', () => {
  const writers = workflows
    .flatMap(({ workflow }) => Object.values(workflow.jobs))
    .filter(({ permissions = {} }) => permissions['contents'] === 'write')
  const runs = writers.flatMap(({ steps }) => steps.flatMap(({ run = '' }) => run.split('\n')))
  expect(writers.length).toBeGreaterThan(0)
  expect(runs.filter((line) => /\b(npm|npx|node|yarn|make)\b/.test(line))).toEqual([])
})

test('the action itself is given only inputs that it has, and asked only for outputs that it has', async () => {
  const Names = z.record(z.string(), z.unknown())
  const action = z.object({ inputs: Names, outputs: Names }).parse(parse(await readFile(join(ROOT, 'action.yml'), 'utf8')))
  const own = steps.filter(({ uses }) => uses === './')
  expect(own.length).toBeGreaterThan(5)
  expect(own.flatMap(({ with: given = {} }) => Object.keys(given)).filter((name) => !(name in action.inputs))).toEqual([])
  const asked = workflows.flatMap(({ text }) =>
    [...text.matchAll(/steps\.gate\.outputs\.([\w-]+)/g)].map(([, name = '']) => name),
  )
  expect(asked.filter((name) => !(name in action.outputs))).toEqual([])
})

test('the same action is used at the same commit everywhere', () => {
  const used = workflows.flatMap(({ text }) => text.match(/[\w.-]+\/[\w.-]+(?:\/[\w-]+)?@[0-9a-f]{40} # \S+/g) ?? [])
  const pins = new Set(used.map((each) => each.replace(/^([\w.-]+\/[\w.-]+)\/[\w-]+@/, '$1@')))
  const actions = new Set([...pins].map((pin) => pin.split('@')[0]))
  expect(pins.size).toBe(actions.size)
})

test('the vendors of the workflows start, tell how they are doing, and refuse what is not so', async () => {
  const { said } = await runScript('simulator/workflow.ts', 'start')
  const { control = '', pid = '' } = Object.fromEntries(
    said
      .trim()
      .split('\n')
      .map((line) => line.split(/=(.*)/s)),
  )
  try {
    expect(await runScript('simulator/workflow.ts', 'check', control, 'kore-runs=0', 'proxy-asked=false')).toMatchObject({
      failed: false,
    })
    const wrong = await runScript('simulator/workflow.ts', 'check', control, 'kore-runs=1')
    expect(wrong).toMatchObject({ failed: true, said: expect.stringContaining('not so: kore-runs=1') })
  } finally {
    process.kill(Number(pid))
  }
})

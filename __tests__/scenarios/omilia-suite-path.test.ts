/** Suites from the repository, sent to a project of Testing Studio before the run. */
import { mkdir, symlink, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { beforeEach, describe, expect, test } from '@jest/globals'
import * as faults from '../../simulator/faults.ts'
import { zipOf } from '../../simulator/omilia/archive.ts'
import type { ProjectFacts } from '../../simulator/omilia/project.ts'
import { passed } from '../../simulator/omilia/test-case.ts'
import { listZip } from '../../src/providers/omilia/zip-listing.ts'
import { type OmiliaStage, setOmilia } from '../omilia/stage.ts'
import type { StepRecord } from '../support/action.ts'

let stage: OmiliaStage
let project: ProjectFacts

beforeEach(async () => {
  stage = await setOmilia()
  project = stage.omilia.project('Bank', { cases: [passed('a')] })
})

/** Writes files of the repository, by path. */
async function checkout(files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    const file = join(stage.temporary, path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, content)
  }
}

function run(path: string, changes: Readonly<Record<string, string>> = {}): Promise<StepRecord> {
  return stage.run({ suite: 'Bank', 'suite-path': path, ...changes })
}

function warnings({ annotations }: StepRecord): string[] {
  return annotations.filter(({ level }) => level === 'warning').map(({ message }) => message)
}

async function uploaded(index = -1): Promise<string[]> {
  const listing = await listZip(project.uploads.at(index) ?? Buffer.alloc(0))
  return listing.state === 'listed' ? listing.files.map(({ path }) => path) : [listing.reason]
}

const SUITE = {
  'suite/.omilia-ci.yml': 'version: 1\n',
  'suite/tests/b.json': '{"b":1}',
  'suite/tests/a.json': '{"a":1}',
  'suite/golden/d.json': '{}',
}

describe('a folder', () => {
  test('is zipped, sent before the run, and told as a notice', async () => {
    await checkout(SUITE)
    const step = await run('suite')
    expect([step.outputs['conclusion'], warnings(step)]).toEqual(['passed', []])
    expect(await uploaded()).toEqual(['.omilia-ci.yml', 'golden/d.json', 'tests/a.json', 'tests/b.json'])
    expect(stage.asked().slice(0, 4)).toEqual(['projects', 'upload', 'runs', 'start'])
    const [notice] = step.annotations.filter(({ level }) => level === 'notice')
    expect(notice?.message).toMatch(
      /the Omilia project "Bank" are now those of "suite", for everybody who uses it.*concurrency group/,
    )
  })

  test('gives the same bytes again, whatever the dates of its files', async () => {
    await checkout(SUITE)
    await run('suite')
    await utimes(join(stage.temporary, 'suite/tests/a.json'), 1_000_000, 2_000_000)
    await run('suite')
    expect(project.uploads).toHaveLength(2)
    expect(project.uploads[0]?.equals(project.uploads[1] ?? Buffer.alloc(0))).toBe(true)
    // A time with a zone would make the bytes depend on where they are made.
    expect(project.uploads[0]?.includes('UT\x05\x00')).toBe(false)
  })

  test('is sent without what a link leads to outside of it, and without .git', async () => {
    await checkout({ ...SUITE, 'suite/.git/config': 'token', 'suite/sub/.git/config': 'token', 'secret.txt': 'secret' })
    await symlink(join(stage.temporary, 'secret.txt'), join(stage.temporary, 'suite/link.txt'))
    await symlink('/etc', join(stage.temporary, 'suite/etc'))
    const step = await run('suite')
    expect(await uploaded()).toEqual(['.omilia-ci.yml', 'golden/d.json', 'tests/a.json', 'tests/b.json'])
    expect(warnings(step).join()).toMatch(/link\.txt[\s\S]*left out|left out[\s\S]*link\.txt/)
  })

  test.each([
    ['is empty', { 'other/x': '' }, /empty folder/],
    ['holds nothing but a .git', { 'suite/.git/config': 'x' }, /empty folder/],
  ])('that %s is an error of the inputs', async (_, files, message) => {
    await checkout(files)
    await mkdir(join(stage.temporary, 'suite'), { recursive: true })
    const { outputs } = await run('suite')
    expect(outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'config', message: expect.stringMatching(message) })
    expect(project.uploads).toEqual([])
  })

  test.each([
    ['has no .omilia-ci.yml', { 'suite/tests/a.json': '{}', 'suite/readme.md': '' }, /no \.omilia-ci\.yml/],
    [
      'has all its files one level too deep',
      { 'suite/inner/.omilia-ci.yml': '', 'suite/inner/tests/a.json': '{}' },
      /one folder \("inner"\)/,
    ],
    ['holds rubbish', { 'suite/.omilia-ci.yml': '', 'suite/.DS_Store': '' }, /belong to no suite/],
  ])('that %s is sent with a warning', async (_, files, message) => {
    await checkout(files)
    const step = await run('suite')
    expect(warnings(step).join()).toMatch(message)
    expect([step.outputs['conclusion'], project.uploads.length]).toEqual(['passed', 1])
  })
})

describe('a ZIP', () => {
  test('is sent as it is', async () => {
    const archive = zipOf({ '.omilia-ci.yml': '', 'tests/a.json': '{}' })
    await checkout({ 'suite.zip': archive })
    const step = await run('suite.zip')
    expect([step.outputs['conclusion'], warnings(step)]).toEqual(['passed', []])
    expect(project.uploads[0]?.equals(archive)).toBe(true)
  })

  test.each([
    ['has one folder at the top', zipOf({ 'suite/.omilia-ci.yml': '', 'suite/a.json': '' }), /one folder/],
    ['is empty', zipOf({}), /holds no files/],
    ['leads out of itself', zipOf({ '../a': '' }), /looks odd.*leads out/],
    ['is broken', zipOf({ a: 'b' }).subarray(0, 40), /looks odd.*no end record/],
    ['was made by a Mac', zipOf({ '.omilia-ci.yml': '', '__MACOSX/._a': '' }), /belong to no suite/],
  ])('that %s is sent with a warning', async (_, archive, message) => {
    await checkout({ 'suite.zip': archive })
    const step = await run('suite.zip')
    expect(warnings(step).join()).toMatch(message)
    expect(project.uploads[0]?.equals(archive)).toBe(true)
  })

  test('is asked for where the file is something else', async () => {
    await checkout({ 'suite.yml': 'a: 1' })
    expect((await run('suite.yml')).outputs).toMatchObject({
      conclusion: 'error',
      'error-kind': 'config',
      message: expect.stringContaining('not a ZIP file'),
    })
    expect(project.uploads).toEqual([])
  })
})

test.each([400, 415, 422])('the ZIP goes as it is where the vendor refuses the form with HTTP %d', async (uploadRefusal) => {
  stage.mayRefuse()
  stage.omilia.behaves({ uploadForm: 'raw', uploadRefusal })
  await checkout(SUITE)
  expect((await run('suite')).outputs['conclusion']).toBe('passed')
  expect([project.uploads.length, stage.count('upload')]).toEqual([1, 2])
})

test('a suite that is refused in both forms is an error that tells both', async () => {
  stage.omilia
    .on('upload')
    .answers(faults.json({ detail: 'no .omilia-ci.yml' }, 400), faults.json({ detail: 'Field required: file' }, 422))
  await checkout(SUITE)
  const step = await run('suite')
  expect(step.outputs).toMatchObject({
    conclusion: 'error',
    'error-kind': 'config',
    message: expect.stringMatching(/HTTP 400.*HTTP 422/),
  })
  expect(step.log.join('\n')).toMatch(/no \.omilia-ci\.yml[\s\S]*Field required/)
  expect(stage.count('start')).toBe(0)
})

test('an upload that meets a hiccup is sent again, and once it is there not any more', async () => {
  stage.omilia.on('upload').answers(faults.serverError(502), faults.reset('before acting'))
  stage.omilia.on('runs').answers(faults.serverError(502))
  await checkout(SUITE)
  expect((await run('suite')).outputs['conclusion']).toBe('passed')
  expect([project.uploads.length, stage.count('upload')]).toEqual([1, 3])
})

test('a project on Git storage is an error before anything is sent to it', async () => {
  await checkout(SUITE)
  stage.omilia.project('On Git', { storage: 'git' })
  const { outputs } = await run('suite', { suite: 'On Git' })
  expect(outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'config', message: expect.stringContaining('from Git') })
  expect(stage.asked()).toEqual(['projects'])
})

test('a path that is not there, or leads out of the workspace, is an error of the inputs', async () => {
  for (const path of ['nothing-here', '../'])
    expect((await run(path)).outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'config' })
  expect(project.uploads).toEqual([])
})

test('each project gets its own suite', async () => {
  await checkout({ 'one/.omilia-ci.yml': '1', 'two/.omilia-ci.yml': '2' })
  const other = stage.omilia.project('Shop', { cases: [passed('a')] })
  expect((await run('one\ntwo', { suite: 'Bank\nShop' })).outputs['conclusion']).toBe('passed')
  expect([project.uploads.length, other.uploads.length]).toEqual([1, 1])
  expect(project.uploads[0]?.equals(other.uploads[0] ?? Buffer.alloc(0))).toBe(false)
})

/** Which artifacts of a workflow run count, when some of its jobs were run again. */
import { describe, expect, test } from '@jest/globals'
import { newestAttempts } from '../../src/newest-attempts.ts'
import { aSuite, START } from '../support/results.ts'

let steps = 0

/**
 * `nightly 0 2 A,B`: job, index, attempt and suites, named as the default names it, at a moment of its own; `nightly 0 2 ?`
 * cannot be read.
 */
function artifact(line: string) {
  const [job = '', index = '', attempt = '', suites = ''] = line.split(' ')
  steps += 1
  const times = { startedAt: START + steps, finishedAt: START + steps + 1000 }
  const name = `agent-test-gate-${job}-${index}-${attempt}`
  if (suites === '?') return { line, artifact: { name } }
  const origin = { job, index: Number(index), attempt: Number(attempt), step: 'gate' }
  const told = suites.split(',').filter((suite) => suite !== '')
  return {
    line,
    artifact: { name },
    step: { provider: 'kapso', origin, ...times, suites: told.map((suite) => aSuite({ suite })) },
  }
}

const judge = (lines: readonly string[]) => {
  const { kept, replaced, found } = newestAttempts(lines.map(artifact))
  return { kept: kept.map(({ line }) => line), replaced: replaced.map(({ line }) => line), found }
}

const stories: readonly (readonly [string, readonly string[], readonly string[], number])[] = [
  ['nothing is there', [], [], 0],
  ['every job ran once', ['a 0 1 X', 'a 1 1 X', 'b 0 1 Y'], [], 3],
  ['one job of a matrix was run again', ['a 0 1 X', 'a 1 1 X', 'a 1 2 X'], ['a 1 1 X'], 2],
  ['all were run again', ['a 0 1 X', 'b 0 1 Y', 'a 0 2 X', 'b 0 2 Y'], ['a 0 1 X', 'b 0 1 Y'], 2],
  ['attempts come in any order', ['a 0 3 X', 'a 0 1 X', 'a 0 2 X'], ['a 0 1 X', 'a 0 2 X'], 1],
  ['the tenth attempt is newer than the ninth', ['a 0 10 X', 'a 0 9 X'], ['a 0 9 X'], 1],
  ['the later attempt broke off before its suites were known', ['a 0 1 X', 'a 0 2 '], ['a 0 1 X'], 1],
  ['the earlier attempt broke off before its suites were known', ['a 0 1 ', 'a 0 2 X'], ['a 0 1 '], 1],
  ['the later attempt has more suites', ['a 0 1 X', 'a 0 2 X,Y'], ['a 0 1 X'], 1],
  ['the later attempt has other suites, yet is one step', ['a 0 1 X', 'a 0 2 Y'], [], 1],
  ['two calls of one reusable workflow look like one job', ['a 0 1 X', 'a 0 1 Y'], [], 2],
  ['one of two such calls was run again', ['a 0 1 X', 'a 0 1 Y', 'a 0 2 X'], ['a 0 1 X'], 2],
  ['one of two such calls with the same suite was run again', ['a 0 1 X', 'a 0 1 X', 'a 0 2 X'], ['a 0 1 X', 'a 0 1 X'], 1],
  ['an artifact that cannot be read counts', ['a 0 1 X', 'a 1 1 ?'], [], 2],
  ['one that cannot be read has a later attempt', ['a 0 1 ?', 'a 0 2 X'], ['a 0 1 ?'], 1],
  ['the later attempt cannot be read', ['a 0 1 X', 'a 0 2 ?'], [], 2],
  ['names are alike and jobs are not', ['a-1 0 1 X', 'a 1 0 X', 'a 10 1 ?', 'a 1 1 X'], ['a 1 0 X'], 3],
]

test.each(stories)('%s', (_, lines, replaced, found) => {
  expect(judge(lines)).toEqual({ kept: lines.filter((line) => !replaced.includes(line)), replaced, found })
})

describe('an artifact that was uploaded twice', () => {
  const origin = { job: 'a', index: 0, attempt: 1, step: 'gate' }
  const step = { provider: 'kapso', origin, startedAt: START, finishedAt: START + 1, suites: [aSuite({ suite: 'X' })] }
  const told = { artifact: { name: 'agent-test-gate-a-0-1' }, step }
  const again = { artifact: { name: 'by-hand' }, step }

  test('is one, whatever the second is called', () => {
    expect(newestAttempts([told, again])).toEqual({ kept: [told], replaced: [], copies: [again], found: 1 })
  })

  test('stands for no other job, and goes with its step when that was run again', () => {
    const later = { ...told, step: { ...step, origin: { ...origin, attempt: 2 }, startedAt: START + 5 } }
    const other = { ...told, step: { ...step, origin: { ...origin, job: 'b' } } }
    const judged = newestAttempts([told, again, other, later])
    expect(judged).toEqual({ kept: [other, later], replaced: [told], copies: [again], found: 2 })
  })

  test.each([
    ['another begin', { startedAt: START - 1 }],
    ['another end', { finishedAt: START + 2 }],
    ['another run', { suites: [aSuite({ suite: 'X', runId: 'tr-9' })] }],
    ['another job', { origin: { ...origin, job: 'b' } }],
    ['another provider', { provider: 'omilia' }],
  ])('is no copy of one that tells of %s', (_, changes) => {
    expect(newestAttempts([told, { ...again, step: { ...step, ...changes } }])).toMatchObject({ copies: [], found: 2 })
  })
})

describe('what a step says of itself counts, and not its artifact’s name', () => {
  const step = (name: string, attempt: number, id = 'gate') => {
    const { artifact: _, ...rest } = artifact(`a 0 ${attempt} X`)
    const origin = { job: 'a', index: 0, attempt, step: id }
    const times = { startedAt: START + attempt, finishedAt: START + attempt }
    return { ...rest, artifact: { name }, step: { provider: 'kapso', origin, ...times, suites: [aSuite({ suite: 'X' })] } }
  }

  test('with names of the author’s own', () => {
    const { kept, found } = newestAttempts([step('second', 2), step('first', 1)])
    expect([kept.map(({ artifact: { name } }) => name), found]).toEqual([['second'], 1])
  })

  test('with two steps in one job', () => {
    expect(newestAttempts([step('one', 1, 'smoke'), step('two', 2, 'regression')])).toMatchObject({ replaced: [], found: 2 })
  })

  test('with an attempt that would make a list without end', () => {
    expect(newestAttempts([step('x-999999999999', 999_999_999_999)])).toMatchObject({ replaced: [], found: 1 })
  })
})

/** Which artifacts of a workflow run count, when some of its jobs were run again. */
import { describe, expect, test } from '@jest/globals'
import { newestAttempts } from '../../src/newest-attempts.ts'
import { aSuite } from '../support/results.ts'

/** `nightly 0 2 A,B`: job, index, attempt and suites, named as the default names it; `nightly 0 2 ?` cannot be read. */
function artifact(line: string) {
  const [job = '', index = '', attempt = '', suites = ''] = line.split(' ')
  const name = `agent-test-gate-${job}-${index}-${attempt}`
  if (suites === '?') return { line, artifact: { name } }
  const origin = { job, index: Number(index), attempt: Number(attempt), step: 'gate' }
  const told = suites.split(',').filter((suite) => suite !== '')
  return { line, artifact: { name }, step: { provider: 'kapso', origin, suites: told.map((suite) => aSuite({ suite })) } }
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

describe('what a step says of itself counts, and not its artifact’s name', () => {
  const step = (name: string, attempt: number, id = 'gate') => {
    const { artifact: _, ...rest } = artifact(`a 0 ${attempt} X`)
    const origin = { job: 'a', index: 0, attempt, step: id }
    return { ...rest, artifact: { name }, step: { provider: 'kapso', origin, suites: [aSuite({ suite: 'X' })] } }
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

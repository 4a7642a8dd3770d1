/** What is kept of runs under way for `post`, which gets it in its environment. */
import { describe, expect, test } from '@jest/globals'
import type { Runner } from '../../src/rim.ts'
import { createRunBook, openRuns } from '../../src/run-book.ts'

const MANY_PARTS = Array.from({ length: 3000 }, (_, index) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`)

function book(canCancel: boolean, mode = 'run') {
  const state = new Map<string, string>()
  const outputs = new Map<string, string>()
  const runner: { -readonly [Name in 'saveState' | 'output']: Runner[Name] } = {
    saveState: (name, value) => void state.set(name, value),
    output: (name, value) => void outputs.set(name, value),
  }
  const warnings: string[] = []
  const log = { warn: (sentence: string) => void warnings.push(sentence) }
  const told = createRunBook({ suites: ['Bank', 'Hotel'], runner, mode, canCancel, redact: (text) => text, log })
  return { told, outputs, warnings, runner, kept: () => openRuns((name) => state.get(name) ?? '') }
}

describe('a run book', () => {
  test('keeps what finds a run again from before its start until it is over', () => {
    const { told, kept } = book(true)
    told.listener(1).starting('mark')
    expect(kept()).toEqual([{ suite: 'Hotel', mark: 'mark' }])
    told.listener(1).known('run-2')
    expect(kept()).toEqual([{ suite: 'Hotel', id: 'run-2' }])
    told.listener(1).over()
    expect(kept()).toEqual([])
  })

  test('keeps a whole id where the run can be stopped', () => {
    const { told, kept } = book(true)
    told.listener(0).known(MANY_PARTS.slice(0, 10).join(','))
    expect(kept()[0]?.id).toBe(MANY_PARTS.slice(0, 10).join(','))
  })

  test('keeps the begin of an id of thousands of parts where none can be stopped, and puts it out whole', () => {
    const { told, kept, outputs } = book(false)
    told.listener(0).known(MANY_PARTS.join(','))
    expect(JSON.stringify(kept()).length).toBeLessThan(200)
    expect(kept()[0]?.id).toContain('3,000 parts')
    expect(outputs.get('run-id')).toContain(MANY_PARTS.at(-1))
  })

  const full = (): never => {
    throw Object.assign(new Error('no space left'), { code: 'ENOSPC' })
  }

  test('lets nothing be started where it cannot keep what would stop it, and forgets it', () => {
    const { told, runner, kept } = book(true)
    const { saveState } = runner
    runner.saveState = full
    expect(() => told.listener(0).starting('mark')).toThrow(/this suite was not started.*GITHUB_STATE.*ENOSPC/)
    runner.saveState = saveState
    told.listener(1).starting('other')
    expect(kept()).toEqual([{ suite: 'Hotel', mark: 'other' }])
  })

  test('lets a start of many parts go on, whose run is known, and keeps its id', () => {
    const { told, runner, kept, warnings } = book(true)
    told.listener(0).starting(undefined)
    told.listener(0).known('run-1')
    told.listener(0).starting(undefined)
    expect(kept()).toEqual([{ suite: 'Bank', id: 'run-1' }])
    runner.saveState = full
    told.listener(0).starting(undefined)
    expect(warnings).toHaveLength(1)
  })

  test('warns once of each thing that it cannot write of a run under way, and goes on', () => {
    const { told, runner, warnings, outputs } = book(true)
    told.listener(0).starting('mark')
    runner.saveState = full
    told.listener(0).known('run-1')
    told.listener(0).known('run-1,run-2')
    told.listener(0).over()
    expect(outputs.get('run-id')).toBe('run-1,run-2\n-')
    runner.output = full
    told.listener(1).known('run-3')
    expect(warnings).toEqual([
      expect.stringMatching(/clean-up.*the disk refused it \(ENOSPC\)/),
      expect.stringMatching(/the output run-id could not be written.*ENOSPC/),
    ])
  })

  test('puts out no ids that are too long together, and says so', () => {
    const { told, outputs, warnings } = book(false)
    told.listener(0).known('a'.repeat(126 * 1024))
    told.listener(1).known('b'.repeat(2048))
    expect(outputs.get('run-id')).toHaveLength(126 * 1024 + 2)
    expect(warnings).toEqual([expect.stringMatching(/run-id could not be written: the ids of all runs are too long/)])
  })

  test('keeps nothing of a step that only starts', () => {
    const { told, kept } = book(true, 'start')
    told.listener(0).known('run-1')
    expect(kept()).toEqual([])
  })
})

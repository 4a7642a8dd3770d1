/** What is kept of runs under way for `post`, which gets it in its environment. */
import { describe, expect, test } from '@jest/globals'
import type { Runner } from '../../src/rim.ts'
import { createRunBook, openRuns } from '../../src/run-book.ts'

const MANY_PARTS = Array.from({ length: 4000 }, (_, index) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`)

function book(canCancel: boolean, mode = 'run') {
  const state = new Map<string, string>()
  const outputs = new Map<string, string>()
  const runner: Pick<Runner, 'saveState' | 'output'> = {
    saveState: (name, value) => void state.set(name, value),
    output: (name, value) => void outputs.set(name, value),
  }
  const told = createRunBook({ suites: ['Bank', 'Hotel'], runner, mode, canCancel, redact: (text) => text })
  return { told, outputs, kept: () => openRuns((name) => state.get(name) ?? '') }
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
    expect(kept()[0]?.id).toContain('4,000 parts')
    expect(outputs.get('run-id')).toContain(MANY_PARTS.at(-1))
  })

  test('keeps nothing of a step that only starts', () => {
    const { told, kept } = book(true, 'start')
    told.listener(0).known('run-1')
    expect(kept()).toEqual([])
  })
})

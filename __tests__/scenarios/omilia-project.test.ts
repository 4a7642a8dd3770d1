/** How a step finds its project at Testing Studio, and that nothing of it is shown. */
import { describe, expect, test } from '@jest/globals'
import * as faults from '../../simulator/faults.ts'
import { GIT_TOKEN } from '../../simulator/omilia/project.ts'
import { passed } from '../../simulator/omilia/test-case.ts'
import { setOmilia } from '../omilia/stage.ts'

describe('the project', () => {
  test('is found by its id', async () => {
    const { omilia, run, asked } = await setOmilia()
    const project = omilia.project('Other', { cases: [passed('a')] })
    const step = await run({ suite: project.id })
    expect([step.outputs['conclusion'], omilia.jobs[0]?.projectId, asked().slice(0, 2)]).toEqual([
      'passed',
      project.id,
      ['project', 'runs'],
    ])
  })

  test('is found by a name with blanks, slashes and letters of any language', async () => {
    const { omilia, run } = await setOmilia()
    omilia.project('Flug / Überweisung', { cases: [passed('a')] })
    expect((await run({ suite: 'Flug / Überweisung' })).outputs['conclusion']).toBe('passed')
  })

  test.each(['airline', 'c2a9ec59-0c38-4372-bff5-83cd7f9c721f'])(
    'is an error of the inputs when nobody knows it: %s',
    async (suite) => {
      const { run, mayRefuse, count } = await setOmilia()
      mayRefuse()
      const { outputs } = await run({ suite })
      expect(outputs).toMatchObject({
        conclusion: 'error',
        'error-kind': 'config',
        message: expect.stringContaining('knows no project'),
      })
      expect(count('start')).toBe(0)
    },
  )

  test.each<[string, string, string]>([
    ['in a list', 'airline', 'the account has access to 1 project'],
    [
      'in a list, with commas',
      'Airline,Bank',
      'the access of the account; if its comma stands between several suites, give one per line; the account has access to 1 project',
    ],
    [
      'by its id',
      'c2a9ec59-0c38-4372-bff5-83cd7f9c721f',
      'check base-url too, with the prefix of the product, and without /api (HTTP 404)',
    ],
  ])('that is not found %s is told once, with the fact and what to do', async (_, suite, end) => {
    const { run, mayRefuse } = await setOmilia()
    mayRefuse()
    const message = (await run({ suite })).outputs['message'] ?? ''
    expect(message).toMatch(/^suite: Omilia knows no project "[^"]+"; check suite for spelling, spaces and case, /)
    expect(message.endsWith(end)).toBe(true)
    expect(message.match(/Omilia/g)).toHaveLength(1)
  })

  test('that is not found beside others that cannot be read tells of those', async () => {
    const { omilia, run } = await setOmilia()
    omilia.on('projects').always(
      faults.json({
        data: [
          { id: 7, name: 'Airline' },
          { id: 'a', name: 'Bank' },
        ],
      }),
    )
    expect((await run()).outputs['message']).toMatch(/; the account has access to 2 projects, 1 of which could not be read$/)
  })

  test('of another id than was asked for is an answer that cannot be used', async () => {
    const { omilia, run } = await setOmilia()
    const project = omilia.project('Other')
    omilia.on('project').always(faults.json({ data: [{ id: 'another' }] }))
    const { outputs } = await run({ suite: project.id })
    expect(outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'contract' })
    expect(outputs['message']).toMatch(/^Omilia answered about a project other than the one in suite; check base-url/)
  })

  test('is an error of the inputs when two have its name, with their ids', async () => {
    const { omilia, run } = await setOmilia()
    const other = omilia.project('Airline')
    const { outputs } = await run()
    expect(outputs).toMatchObject({ conclusion: 'error', 'error-kind': 'config', message: expect.stringContaining(other.id) })
  })

  test('is never shown, not even when the answer about it cannot be read', async () => {
    const { omilia, run } = await setOmilia()
    omilia.on('projects').always(faults.json({ data: { 0: { gitToken: GIT_TOKEN, id: 7 } }, projects: GIT_TOKEN }))
    const project = omilia.project('On Git', { storage: 'git' })
    omilia.on('project').always(faults.json({ data: [{ gitToken: GIT_TOKEN, id: 7 }] }))
    for (const suite of ['Airline', project.id]) {
      const { masks: _, ...told } = await run({ suite })
      expect(told.outputs['conclusion']).toBe('error')
      expect(JSON.stringify(told)).not.toContain(GIT_TOKEN)
    }
  })

  test('of which a refusal is told holds no more than the words of the vendor', async () => {
    const { omilia, run } = await setOmilia()
    omilia.on('projects').always(faults.json({ detail: 'Group: airline invalid', project: { gitToken: GIT_TOKEN } }, 400))
    const step = await run()
    expect(step.log.join('\n')).toContain('Group: airline invalid')
    expect(JSON.stringify(step)).not.toContain(GIT_TOKEN)
  })

  test('is not shown by a refusal of any other shape', async () => {
    const { omilia, run } = await setOmilia()
    omilia.on('projects').always(faults.json({ project: { gitToken: GIT_TOKEN } }, 400))
    const step = await run()
    expect(step.outputs['error-kind']).toBe('config')
    expect(JSON.stringify(step)).not.toContain(GIT_TOKEN)
  })
})

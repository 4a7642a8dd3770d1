/** What is told of a failure that changes no verdict: the cause in our own words, and never the error's own where all can read it. */
import { expect, test } from '@jest/globals'
import { causeOf, harmless } from '../../src/harmless.ts'
import { createLog } from '../../src/log.ts'
import { createRedactor } from '../../src/redact.ts'
import type { Runner } from '../../src/rim.ts'
import { lastingTrouble } from '../../src/trouble.ts'
import './one-realm.ts'

const withCode = (code: string) => Object.assign(new Error(`${code}: no such thing, open '/home/runner/secret-name'`), { code })

const causes: readonly (readonly [unknown, string | undefined])[] = [
  [
    new Error('Failed to CreateArtifact: Received non-retryable error: Failed request: (403) Forbidden: x'),
    'the service answered 403',
  ],
  [new Error('Failed to make request after 5 attempts: Failed request: (503) Service Unavailable'), 'the service answered 503'],
  [new Error('Unexpected HTTP response from blob storage: 404 Not Found'), 'the service answered 404'],
  [new Error('HTTP 500'), 'the service answered 500'],
  [new Error('Failed to CreateArtifact: Unable to make request: ECONNRESET'), 'the connection failed (ECONNRESET)'],
  [withCode('ENOTFOUND'), 'the connection failed (ENOTFOUND)'],
  [withCode('EAI_AGAIN'), 'the connection failed (EAI_AGAIN)'],
  [withCode('ENOSPC'), 'the disk refused it (ENOSPC)'],
  [withCode('EISDIR'), 'the disk refused it (EISDIR)'],
  [
    new Error('@actions/artifact v2.0.0+, upload-artifact@v4+ and download-artifact@v4+ are not currently supported on GHES.'),
    'GitHub Enterprise Server has no such artifact service',
  ],
  [
    new Error('Artifact storage quota has been hit. Unable to upload any new artifacts. Usage is recalculated every 6-12 hours.'),
    'the storage for artifacts is used up; delete old ones, or set a shorter retention-days',
  ],
  [new Error('Unable to get the ACTIONS_RUNTIME_TOKEN env variable'), 'this runner offers no artifact service'],
  [new Error('Invalid token specified: missing part #2'), 'the token for the artifact service cannot be read'],
  [lastingTrouble('network', 'it was not done after 300 s'), 'it was not done after 300 s'],
  [new Error('ran into 12 problems, 404 of them'), undefined],
  [new Error(''), undefined],
  ['gone', undefined],
  [undefined, undefined],
]

test.each(causes)('%s', (thrown, cause) => {
  expect(causeOf(thrown)).toBe(cause)
})

test('the warning has the cause, and only the log has the error’s own words, redacted', async () => {
  const told: string[] = []
  const runner: Runner = {
    inputs: () => ({}),
    info: (line) => void told.push(`info ${line}`),
    group: () => undefined,
    annotate: ({ message }) => void told.push(`warning ${message}`),
    mask: () => undefined,
    output: () => undefined,
    saveState: () => undefined,
    summary: async () => undefined,
  }
  const redactor = createRedactor()
  redactor.learn('hunter2-hunter2')
  const log = createLog(runner, redactor)

  const value = await harmless('the artifact', { log }, () => Promise.reject(new Error('(403) hunter2-hunter2 ##[error]')))

  expect(value).toBeUndefined()
  expect(told).toEqual([
    'warning the artifact could not be written or uploaded; the verdict stands: the service answered 403',
    expect.stringMatching(/^info {3}\| \(403\) \*\*\* #/),
  ])
  expect(told.join()).not.toMatch(/hunter2|##\[/)
})

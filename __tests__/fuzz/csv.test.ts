/** The result file of Kore.ai: garbage is refused, and no damage to a file turns a failure into a pass. */
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { PLAIN_REPORT, writeReport } from '../../simulator/kore/batch-report.ts'
import { countResults, entity, mistaken, type Utterance, understood } from '../../simulator/kore/batch-suite.ts'
import { readBatchReport } from '../../src/providers/kore/batch-report.ts'
import { BatchStatus, batchResults } from '../../src/providers/kore/batch-status.ts'
import type { Case } from '../../src/results.ts'
import { Trouble } from '../../src/trouble.ts'
import '../core/one-realm.ts'
import { damaged, damages } from './damage.ts'
import { conclusionOf } from './judged.ts'
import { tries } from './runs.ts'

const HEAD = {
  botName: 'Travel',
  reportName: 'r.csv',
  language: 'en',
  runType: 'inDevelopment',
  lastTested: '2026-05-04T12:00:00.000Z',
}

async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 50) yield bytes.subarray(at, at + 50)
}

/** The cases, or the trouble; anything else that is thrown fails the test. */
async function read(bytes: Uint8Array): Promise<Case[] | Trouble> {
  return readBatchReport(inPieces(bytes)).catch((thrown: unknown) => {
    if (thrown instanceof Trouble) return thrown
    throw thrown
  })
}

const csvPiece = fc.constantFrom(
  'Utterances',
  'Utterance',
  'ExpectedIntent',
  'MatchedIntent',
  'Result Type',
  ',',
  '"',
  '""',
  '\n',
  '\r\n',
  '\r',
  'True Positive',
  'a',
  '\0',
  '\ufeff',
  '__proto__',
  '=1+1',
  '🎉',
)

test('any bytes are read or refused, in a moment', async () => {
  const garbage = fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    fc.array(csvPiece, { maxLength: 80 }).map((pieces) => Buffer.from(pieces.join(''))),
  )
  await fc.assert(
    fc.asyncProperty(garbage, async (bytes) => {
      const begin = performance.now()
      const found = await read(bytes)
      expect(performance.now() - begin).toBeLessThan(2000)
      if (found instanceof Trouble) expect(found.facts.kind).toBe('contract')
    }),
    tries(1500),
  )
})

test('no damage to the file of a run that failed makes it pass', async () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  const utterances: fc.Arbitrary<Utterance[]> = fc
    .tuple(fc.uniqueArray(text, { minLength: 2, maxLength: 5 }), text, fc.boolean())
    .map(([inputs, intent, byEntity]) =>
      inputs.map((input, place) => {
        if (place > 0) return understood(input, intent, entity('To', 'Lisbon'))
        return byEntity ? understood(input, intent, entity('To', 'Lisbon', 'Porto')) : mistaken(input, intent, `${intent}!`)
      }),
    )
  await fc.assert(
    fc.asyncProperty(utterances, damages, async (suite, how) => {
      const report = damaged(writeReport(HEAD, suite, PLAIN_REPORT), how)
      const found = await read(report)
      if (found instanceof Trouble) return
      const results = countResults(suite, 'intent and entities')
      const status = BatchStatus.parse({ status: 'completed', result: { results, fileUrl: 'https://x.example' } })
      expect(conclusionOf(() => batchResults(status, found))).not.toBe('passed')
    }),
    tries(1500),
  )
})

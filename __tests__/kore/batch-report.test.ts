/** The result file of a batch test, pure: real files, the pages' spelling, and everything that can be wrong with one. */
import { describe, expect, test } from '@jest/globals'
import { readBatchReport } from '../../src/providers/kore/batch-report.ts'
import type { Case } from '../../src/results.ts'
import { Trouble } from '../../src/trouble.ts'

const HEAD = 'Bot Name,Travel\nRun Type,inDevelopment\nThreshold Settings,ML: 0.3\nThreshold Settings,FM: 40\nTP,1\n'
const COLUMNS =
  'Utterances,ExpectedIntent,MatchedIntent,Result Type,Entity Name,Expected EntityValue,Matched EntityValue,Entity Result'

/** The file in pieces of that many bytes. */
async function* inPieces(text: string, bytes: number): AsyncGenerator<Uint8Array> {
  const whole = Buffer.from(text)
  for (let from = 0; from < whole.length; from += bytes) yield whole.subarray(from, from + bytes)
}

function read(text: string, bytes = 1000): Promise<Case[]> {
  return readBatchReport(inPieces(text, bytes))
}

/** The cases of a file with these rows below the usual columns. */
function rows(...lines: readonly string[]): Promise<Case[]> {
  return read(`${HEAD}${COLUMNS}\n${lines.join('\n')}\n`)
}

async function refusal(text: string): Promise<string> {
  const outcome = await read(text).catch((thrown: unknown) => thrown)
  if (!(outcome instanceof Trouble)) throw new Error('it was read')
  expect(outcome.facts).toMatchObject({ kind: 'contract', persistence: 'shape' })
  return outcome.message
}

describe('the header', () => {
  test.each([
    ['as real files have it', COLUMNS],
    [
      'as the pages have it',
      'Utterance,Expected Intent,Matched Intent,Result Type,Entity Name,Expected EntityValue,Matched EntityValue,Entity Result',
    ],
    ['in capitals, with underscores and blanks', ' UTTERANCE ,EXPECTED_INTENT,Matched  intent,result-type'],
    ['in another order', 'Utterances,Result Type,Matched Intent,Expected Intent'],
    ['with columns that nobody knows', 'Utterance,Mood,Expected Intent,Matched Intent,Result Type,,'],
  ])('is read %s', async (_, columns) => {
    const names = columns.split(',').map((name) => name.toLowerCase().replace(/[^a-z]/g, ''))
    const cells = new Map([
      ['expectedintent', 'Greet'],
      ['matchedintent', 'Leave'],
      ['resulttype', 'False Positive'],
    ])
    const row = names.map((name, index) => (index === 0 ? 'hello' : (cells.get(name) ?? ''))).join(',')
    expect(await read(`${HEAD}${columns}\n${row}\n`)).toMatchObject([
      { name: 'hello', status: 'failed', checks: [{ what: 'intent', expected: 'Greet', found: 'Leave', passed: false }] },
    ])
  })

  test.each([
    ['no table', HEAD, 'no header row'],
    ['nothing', '', 'no header row'],
    ['another table', 'Query,Wanted,Given\na,b,c\n', 'no header row'],
    ['no column for the result', 'Utterance,Expected Intent,Matched Intent\n', 'no column resulttype'],
    ['only the utterance', 'Utterance\n', 'no column expectedintent, matchedintent, resulttype'],
    ['a column twice', `${COLUMNS},Result Type\n`, 'same name'],
    ['a column twice in two spellings', `${COLUMNS},expected_intent\n`, 'same name'],
  ])('refuses a file with %s', async (_, text, message) => expect(await refusal(text)).toContain(message))
})

describe('the file', () => {
  const text = `\uFEFFBot Name,"Travel, ""Ltd"""\r\nNotes,"Line one\r\nUtterance,not a header\r\n\r\nthree"\r\n${COLUMNS}\r\n"say ""hi"", 日本 🏝️\nplease",Greet,Greet,True Positive,,,,\r\n`

  test.each([1, 2, 3, 7, 100_000])(
    'with a BOM, quotes, CRLF and Notes over several lines is read in pieces of %i bytes',
    async (bytes) => {
      expect(await read(text, bytes)).toMatchObject([{ name: 'say "hi", 日本 🏝️\nplease', status: 'passed' }])
    },
  )

  test('may have blank lines and no line break at its end', async () => {
    expect(await read(`${HEAD}\n\n${COLUMNS}\n\nhello,Greet,Greet,True Positive,,,,\n\n\nbye,Leave,Leave,TP,,,,`)).toHaveLength(2)
  })

  test('may leave out empty cells at the end of a row, and have empty ones too many', async () => {
    const cases = await rows('hello,Greet,Greet,True Positive', 'bye,Leave,Leave,True Positive,,,,,,,')
    expect(cases.map(({ status }) => status)).toEqual(['passed', 'passed'])
  })

  test('without rows has no case', async () => expect(await read(`${HEAD}${COLUMNS}\n`)).toEqual([]))

  test.each([
    ['a row that ends before its result', `${COLUMNS}\nhello,Greet,Greet\n`, 'ends before its result type'],
    [
      'a file that breaks off in a row',
      `${COLUMNS}\nhello,Greet,Greet,True Positive,,,,\nbye,Lea`,
      'ends before its result type',
    ],
    ['a file that breaks off in quotes', `${COLUMNS}\n"hello,Greet,Greet,True Positive`, 'is not valid CSV'],
    ['a quote in the middle of a cell', `${COLUMNS}\nhe"llo,Greet,Greet,True Positive\n`, 'line 2 is not valid CSV'],
    ['a row with more cells than the header', `${COLUMNS}\nhello, world,Greet,Greet,True Positive,a,b,c,d\n`, 'more cells'],
  ])('is refused for %s', async (_, content, message) => expect(await refusal(content)).toContain(message))

  test('that breaks off on its way is refused', async () => {
    async function* cut(): AsyncGenerator<Uint8Array> {
      yield Buffer.from(`${COLUMNS}\nhello,Greet,Greet,True Positive,,,,\n`)
      throw new Error('the disk is gone')
    }
    await expect(readBatchReport(cut())).rejects.toMatchObject({ facts: { kind: 'contract' } })
  })
})

describe('the intent', () => {
  test.each([
    ['True Positive', 'passed'],
    ['True Negative', 'passed'],
    ['TRUE_POSITIVE', 'passed'],
    ['truenegative', 'passed'],
    ['TP', 'passed'],
    ['tn', 'passed'],
    ['False Positive', 'failed'],
    ['false-negative', 'failed'],
    ['FP', 'failed'],
    ['FN', 'failed'],
    ['', 'error'],
    ['Unknown', 'error'],
    ['True', 'error'],
  ])('with the result type %j is %s', async (word, status) => {
    const [only] = await rows(`hello,Greet,Greet,${word},,,,`)
    expect(only?.status).toBe(status)
    expect(only?.message === undefined).toBe(status !== 'error')
  })

  test('is judged by the result type and not by the names of the intents', async () => {
    expect(
      (await rows('hello,Greet,Leave,True Positive,,,,', 'bye,Leave,Leave,False Positive,,,,')).map(({ status }) => status),
    ).toEqual(['passed', 'failed'])
  })

  test('that fails in a row that leaves out the expected one was expected as its utterance says', async () => {
    expect(await rows('hello,Greet,Greet,True Positive,,,,', ',,Leave,False Positive,,,,')).toMatchObject([
      { status: 'failed', checks: [{ expected: 'Greet', found: 'Leave', passed: false }] },
    ])
  })

  test('that fails in any row of an utterance fails', async () => {
    const cases = await rows('hello,Greet,Greet,True Positive,A,1,1,TRUE', 'hello,Greet,Leave,False Positive,B,2,2,TRUE')
    expect(cases).toMatchObject([{ status: 'failed', checks: [{ found: 'Leave' }, { what: 'entity A' }, { what: 'entity B' }] }])
  })
})

describe('an entity', () => {
  test.each([
    ['1,1,TRUE', 'passed'],
    ['1,1,true', 'passed'],
    ['1,2,TRUE', 'passed'],
    ['1,2,FALSE', 'failed'],
    ['1,1,FALSE', 'failed'],
    ['1,1,Passed', 'passed'],
    ['1,1,failure', 'failed'],
    ['1,1,', 'passed'],
    ['1,2,', 'failed'],
    [',,', 'passed'],
    ['1,1,perhaps', 'error'],
  ])('with %s makes its utterance %s', async (cells, status) => {
    expect(await rows(`fly,Book,Book,True Positive,City,${cells}`)).toMatchObject([
      { status, checks: [{ what: 'intent' }, { what: 'entity City' }] },
    ])
  })

  test('that fails outweighs one that cannot be read, and a right intent', async () => {
    const cases = await rows('fly,Book,Book,TP,City,1,1,perhaps', 'fly,Book,Book,TP,Day,1,2,FALSE')
    expect(cases).toMatchObject([{ status: 'failed' }])
  })
})

describe('rows', () => {
  const good = 'Book,Book,True Positive,City,1,1,TRUE'
  const bad = 'Book,Book,True Positive,Day,1,2,FALSE'
  test('of the same utterance and intent are one case, wherever they stand', async () => {
    const cases = await rows(`fly,${good}`, 'hello,Greet,Greet,TP,,,,', `fly,${bad}`)
    expect(cases.map(({ name, status }) => [name, status])).toEqual([
      ['fly', 'failed'],
      ['hello', 'passed'],
    ])
  })

  test('without an utterance belong to the one above', async () => {
    expect(await rows(`fly,${good}`, ',,,,Day,1,2,FALSE')).toMatchObject([{ name: 'fly', status: 'failed' }])
  })

  test('without an intent belong to the utterance above that has it', async () => {
    expect(await rows(`fly,${good}`, 'fly,,,,Day,1,2,FALSE')).toMatchObject([{ name: 'fly', status: 'failed' }])
  })

  test('of the same utterance with another expected intent are another case, with a name of its own', async () => {
    const cases = await rows('fly,Book,Book,TP,,,,', 'fly,Change,Book,FP,,,,', 'fly (2),Book,Book,TP,,,,')
    expect(cases.map(({ name, status }) => [name, status])).toEqual([
      ['fly', 'passed'],
      ['fly (2)', 'failed'],
      ['fly (2) (2)', 'passed'],
    ])
  })

  test('tell their facts in one order, whichever of them tells which', async () => {
    const columns = `${COLUMNS},Task State`
    const [only] = await read(`${columns}\nhello,Greet,Greet,,,,,,Configured\n,,,TP,,,,,Other\n`)
    expect([...(only?.facts ?? [])]).toEqual([
      ['Result type', 'TP'],
      ['Task state', 'Configured'],
    ])
  })

  test('tell the further facts of the vendor', async () => {
    const columns = `${COLUMNS},Parent Intent,Task State,Matched Intent Score (FM/ML/KG),Expected Intent Score,Elimination Info`
    const [only] = await read(`${columns}\nhello,Greet,Leave,False Positive,,,,,Welcome,Configured,0/0.9/0,0.4,Ranking\n`)
    expect([...(only?.facts ?? [])]).toEqual([
      ['Result type', 'False Positive'],
      ['Parent intent', 'Welcome'],
      ['Task state', 'Configured'],
      ['Score of the matched intent (FM/ML/KG)', '0/0.9/0'],
      ['Score of the expected intent', '0.4'],
      ['Elimination info', 'Ranking'],
    ])
  })
})

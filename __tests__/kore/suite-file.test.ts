/** Batch test suites as CSV: every form that the vendor's page shows is taken, and what cannot be a suite is told with its line. */
import { describe, expect, test } from '@jest/globals'
import { checkBatchFile, utteranceLines } from '../../src/providers/kore/suite-file.ts'

const HEAD = 'input,intent,parentIntent,entityName,entityValue,entityOrder\n'

async function linesOf(text: string): Promise<Record<string, number>> {
  const bytes = Buffer.from(text)
  await checkBatchFile('s.csv', bytes)
  return Object.fromEntries(await utteranceLines('s.csv', bytes, 'csv'))
}

describe('a CSV is taken', () => {
  test.each<[string, string, Record<string, number>]>([
    [
      'whose rows have a cell more than the header, and rows for further entities',
      `${HEAD}Send 200 dollars to Leo, Transfer Funds,,Amount,200 USD,,\n,,,Payee,Leo, Amount>Payee\nPay my dues,Pay Bill,,,,,\n`,
      { 'Send 200 dollars to Leo': 2, 'Pay my dues': 4 },
    ],
    [
      'without the column entityOrder, with short rows and a quote in a cell',
      'input,intent,parentIntent,entityName,entityValue\n"Apples , Grapes",Add to cart,LOV,Apples||Grapes,,\nfly,Book,Composite,Date:2018-07-06"|Curr:1200 INR\n',
      { 'Apples , Grapes': 2, fly: 3 },
    ],
    ['with the two columns that every suite has', 'input,intent\nhello,Greet\n', { hello: 2 }],
    ['with the columns in another order and case', '\uFEFFIntent, INPUT \r\nGreet,hello\r\n', { hello: 2 }],
    ['with a column of its own and one without a name', 'input,intent,notes,,\nhello,Greet,mine,,\n', { hello: 2 }],
    ['with an utterance that should match nothing', `${HEAD}hello,,,,,\n`, { hello: 2 }],
    ['with rows of blanks', `${HEAD}\n,,,,,\nhello,Greet\n , ,,,,\n`, { hello: 4 }],
    ['with empty lines between rows', 'input,intent\na,x\n\n\nb,y\n\n\n', { a: 2, b: 5 }],
    ['with empty lines before the header', '\uFEFF\n\ninput,intent\na,x\n', { a: 4 }],
    ['with line ends of Windows', 'input,intent\r\na,x\r\n\r\nb,y\r\n', { a: 2, b: 4 }],
    [
      'with line breaks of Windows in a cell',
      'input,intent\r\n"a\r\n\r\nb",x\r\n\r\nc,y\r\nd,z\r\n',
      { 'a\r\n\r\nb': 2, c: 6, d: 7 },
    ],
    ['with line breaks of a second kind in a cell', 'input,intent\n"a\r\nb",x\nc,y\n', { 'a\r\nb': 2, c: 4 }],
    ['with line breaks in cells', 'input,intent\n"a\nb","x\n\ny"\n\nc,y\n', { 'a\nb': 2, c: 7 }],
    ['with the intent given again beside a further entity', 'input,intent,entityName\nfly,Book,City\n,Book,Day\n', { fly: 2 }],
  ])('%s', async (_, text, lines) => {
    expect(await linesOf(text)).toEqual(lines)
  })
})

describe('a CSV is refused', () => {
  const remedy =
    'begin the file with the line input,intent,parentIntent,entityName,entityValue,entityOrder, of which only the first two are required'
  test.each([
    ['without the column intent', 'input,entityName\nhello,City\n', `line 1, does not name the column intent; ${remedy}`],
    ['without the column input', 'utterance,intent\nhello,Greet\n', `line 1, does not name the column input; ${remedy}`],
    ['without a header', 'hello,Greet\nbye,Leave\n', `line 1, does not name the columns input and intent; ${remedy}`],
    ['of one column', 'input\nhello\n', `line 1, does not name the column intent; ${remedy}`],
    ['with semicolons', 'input;intent\nhello;Greet\n', 'line 1, contains no comma; Kore.ai expects commas between the columns'],
    ['with tabs', 'input\tintent\nhello\tGreet\n', 'line 1, contains no comma; Kore.ai expects commas between the columns'],
    ['with a column named twice', 'input,intent,Input\nhello,Greet,hi\n', 'line 1, names the column input twice; name it once'],
    [
      'with a row of one cell',
      `${HEAD}hello,Greet\nbye\n`,
      'line 3, has too few columns: 1 of 6; put input and intent into each row, with a comma between',
    ],
    ['with a row without its last columns', 'entityName,input,intent\nCity,fly\n', 'line 2, has too few columns: 2 of 3;'],
    [
      'with a comma outside of quotes',
      'input,intent\nhello,Greet\nyes, please,Greet\n',
      'line 3, has too many columns: 3, and line 1 names 2; put text that contains a comma in quotes',
    ],
    [
      'with an intent of nothing',
      `${HEAD}hello,Greet\n,Greet,,,,\n`,
      'line 3, holds no utterance; put one into the column input',
    ],
    [
      'with a row of one cell below empty lines',
      'input,intent\n\n\nhello,Greet\n\nbye\n',
      'line 6, has too few columns: 1 of 2;',
    ],
    ['without a header below an empty line', '\nhello,Greet\n', `line 2, does not name the columns input and intent; ${remedy}`],
    [
      'with a comma outside of quotes below a late header',
      '\n\ninput,intent\nyes, please,Greet\n',
      'line 4, has too many columns: 3, and line 3 names 2;',
    ],
    ['with a quote that nothing closes', 'input,intent\n\na,x\n"b,y\nc,z\nd,z\n', 'line 4, is not valid CSV'],
    ['with an entity of nothing', `${HEAD},,,City,Oslo,\n`, 'line 2, holds no utterance; put one into the column input'],
  ])('%s', async (_, text, message) => {
    await expect(checkBatchFile('s.csv', Buffer.from(text))).rejects.toMatchObject({
      message: expect.stringContaining(`suite-path: "s.csv", ${message}`),
      facts: { kind: 'config', persistence: 'lasting' },
    })
  })
})

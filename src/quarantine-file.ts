/** The quarantine file: YAML, strictly read, every mistake with its line and column. `docs/gates.md` tells its form to users. */
import { type Document, isMap, isScalar, isSeq, LineCounter, type ParsedNode, parseDocument, visit, type YAMLMap } from 'yaml'
import * as z from 'zod/mini'
import { quote } from './fields.ts'
import { workspaceFile } from './sources.ts'
import { lastingTrouble, type Trouble } from './trouble.ts'
import { visible } from './untrusted.ts'

/** One entry: which failures do not count, why, and until when. */
export interface QuarantineEntry {
  /** The name of a case as the reports show it, with `*` as wildcard. */
  readonly name: string
  /** Only in the suite of that name; in every suite where it is not given. */
  readonly suite: string | undefined
  readonly reason: string
  /** The last day on which it holds, in UTC: `2026-12-31`. */
  readonly expires: string
}

/** In bytes. A list that people keep by hand is far below it. */
const LARGEST_FILE = 256 * 1024
const MOST_ENTRIES = 1000
const MOST_TOLD = 10

const KEYS = ['name', 'suite', 'reason', 'expires'] as const
type Key = (typeof KEYS)[number]

const EXAMPLE = 'name, reason and expires, such as 2026-12-31'
const Day = z.iso.date()

/** A mistake at a place of the file, in characters from its beginning. */
interface Flaw {
  readonly at: number
  readonly text: string
}

/** The entries of a file of the workspace. Rejects with a `Trouble` of kind `config` when it is not there or not what it should be. */
export async function readQuarantine(path: string, workspace: string): Promise<QuarantineEntry[]> {
  return parseQuarantine(await workspaceFile(workspace, path, 'quarantine', LARGEST_FILE), path)
}

/** The entries of a file in their order. Throws a `Trouble` of kind `config` that tells all mistakes; `path` is for its sentence. */
export function parseQuarantine(bytes: Uint8Array, path: string): QuarantineEntry[] {
  const lines = new LineCounter()
  const flaws: Flaw[] = []
  const entries = entriesOf(decoded(bytes, path), path, lines, (at, text) => void flaws.push({ at, text }))
  if (flaws.length === 0) return entries
  const told = flaws.toSorted((left, right) => left.at - right.at).map(({ at, text }) => `${placeOf(at, lines)} ${text}`)
  const more = told.length > MOST_TOLD ? [`and ${told.length - MOST_TOLD} more mistakes`] : []
  throw wrongFile(path, [...told.slice(0, MOST_TOLD), ...more].join('; '))
}

function wrongFile(path: string, facts: string): Trouble {
  return lastingTrouble('config', `quarantine: ${quote(path)} ${facts}`)
}

function placeOf(at: number, lines: LineCounter): string {
  const { line, col } = lines.linePos(at)
  return `line ${line} column ${col}:`
}

function decoded(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw wrongFile(path, 'is not UTF-8 text; save it as such')
  }
}

const ALIAS = 'this is an alias in YAML, which is not allowed here; put a name that begins with * in quotes'

/** The mistakes of which the parser's own words do not help. */
const YAML_MISTAKES: ReadonlyMap<string, string> = new Map([
  ['MULTIPLE_DOCS', 'a second document begins here; keep all in one'],
  ['BAD_ALIAS', ALIAS],
])

const TAB = 'there is a tab in the indentation, where YAML allows only spaces; replace the tab'

/** Where a tab indents the line of that character; for such a line the parser has many words, and few of them name the tab. */
function indentingTab(text: string, at: number): number | undefined {
  const start = text.lastIndexOf('\n', at - 1) + 1
  const indentation = /^[ \t-]*/.exec(text.slice(start))?.[0] ?? ''
  const tab = indentation.indexOf('\t')
  return tab === -1 ? undefined : start + tab
}

type Tell = (at: number, text: string) => void

function entriesOf(text: string, path: string, lineCounter: LineCounter, tell: Tell): QuarantineEntry[] {
  const document = parsed(text, path, lineCounter)
  const [error] = document.errors
  // What follows from the first one helps nobody.
  if (error !== undefined) {
    const tab = indentingTab(text, error.pos[0])
    const mistake = YAML_MISTAKES.get(error.code) ?? `this is not valid YAML: ${error.message}`
    tell(tab ?? error.pos[0], tab === undefined ? mistake : TAB)
  }
  const { contents } = document
  if (error !== undefined || contents === null || (isScalar(contents) && contents.value === '')) return []
  tellOfIndirection(document, tell)
  if (!isSeq(contents)) {
    tell(contents.range[0], `this is not a list; begin each entry with a dash, and give it ${EXAMPLE}`)
    return []
  }
  if (contents.items.length > MOST_ENTRIES)
    tell(
      contents.range[0],
      `there are ${contents.items.length} entries, but at most ${MOST_ENTRIES} are allowed; a wildcard can stand for many`,
    )
  return withoutTwins(contents.items, tell)
}

/** All values are texts, so that a case may be called `404`, `yes` or `1.10`. */
function parsed(text: string, path: string, lineCounter: LineCounter): Document.Parsed {
  try {
    return parseDocument(text, { lineCounter, schema: 'failsafe', uniqueKeys: false, prettyErrors: false, logLevel: 'error' })
  } catch {
    throw wrongFile(path, 'cannot be read as YAML')
  }
}

/** What an alias stands for can grow without bounds, a tag can make anything of a text, and nobody needs them here. */
function tellOfIndirection(document: Document.Parsed, tell: Tell): void {
  visit(document, {
    Alias: (_, { range }) => tell(range?.[0] ?? 0, ALIAS),
    Value(_, { anchor, tag, range }) {
      if (anchor !== undefined) tell(range?.[0] ?? 0, 'there is an anchor; write each value out')
      if (tag !== undefined) tell(range?.[0] ?? 0, 'there is a tag; leave it out')
    },
  })
}

function withoutTwins(items: readonly ParsedNode[], tell: Tell): QuarantineEntry[] {
  const seen = new Set<string>()
  return items.flatMap((item) => {
    const at = item.range[0]
    if (!isMap(item)) {
      tell(at, `this is not an entry; give it ${EXAMPLE}`)
      return []
    }
    const entry = entryOf(valuesOf(item, tell), at, tell)
    const key = JSON.stringify([entry.name.normalize(), entry.suite?.normalize()])
    if (entry.name !== '' && seen.has(key)) tell(at, `the name ${quote(entry.name)} is already listed above; one entry is enough`)
    seen.add(key)
    return [entry]
  })
}

type Values = ReadonlyMap<Key, string>

function valuesOf(map: YAMLMap.Parsed, tell: Tell): Values {
  const values = new Map<Key, string>()
  for (const { key, value } of map.items) {
    const name = isScalar(key) ? String(key.value) : ''
    const known = KEYS.find((each) => each === name)
    if (known === undefined) {
      tell(key.range[0], `the key ${quote(name)} is not known; an entry has ${KEYS.join(', ')}`)
      continue
    }
    if (values.has(known)) tell(key.range[0], `${known} is given twice`)
    if (value !== null && !isScalar(value)) tell(value.range[0], `${known} is not text`)
    values.set(known, isScalar(value) ? visible(String(value.value)).trim() : '')
  }
  return values
}

function entryOf(values: Values, at: number, tell: Tell): QuarantineEntry {
  const [name = '', reason = '', expires = ''] = [values.get('name'), values.get('reason'), values.get('expires')]
  const suite = values.get('suite')
  const missing = KEYS.filter((key) => key !== 'suite' && (values.get(key) ?? '') === '')
  if (missing.length > 0) tell(at, `the entry has no ${missing.join(' and no ')}; each has ${EXAMPLE}`)
  if (suite === '') tell(at, 'suite is empty; leave it out where the entry is for every suite')
  if (expires !== '' && !Day.safeParse(expires).success) tell(at, `expires is ${quote(expires)}; give a day such as 2026-12-31`)
  return { name, suite, reason, expires }
}

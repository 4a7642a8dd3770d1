/**
 * Where the cases of a suite are written in the repository, so that an annotation stands on their line. A comfort: whatever goes
 * wrong here, the cases have no place, and nothing else changes.
 */
import { isAbsolute, posix, sep } from 'node:path'
import { leadsOut } from './leads-out.ts'
import type { Run } from './providers/provider.ts'
import { isInTrouble, type Place, type Results } from './results.ts'

/** Finds the places of as many of the cases by these names as it can. May reject. */
export type FindPlaces = (names: ReadonlySet<string>) => Promise<ReadonlyMap<string, Place>>

/** The run, whose results tell the places of the cases that failed or could not be run. */
export function withPlaces(run: Run, find: FindPlaces | undefined): Run {
  if (find === undefined) return run
  return { ...run, collect: async (end, folder) => placed(await run.collect(end, folder), find) }
}

async function placed(results: Results, find: FindPlaces): Promise<Results> {
  const sought = new Set(results.cases.filter(isInTrouble).map(({ name }) => name))
  if (sought.size === 0) return results
  const places = await find(sought).catch(() => new Map<string, Place>())
  const cases = results.cases.map((each) => {
    const place = isInTrouble(each) ? places.get(each.name) : undefined
    return place === undefined ? each : { ...each, place }
  })
  return { ...results, cases }
}

/** The lines of one file as places, told with `/`; none for a path that does not lead from the workspace into it. */
export function placesIn(path: string, lines: ReadonlyMap<string, number>): ReadonlyMap<string, Place> {
  const inside = posix.normalize(path.replaceAll(sep, '/'))
  if (isAbsolute(path) || leadsOut(inside)) return new Map()
  return new Map([...lines].map(([name, line]) => [name, { path: inside, line }]))
}

/** Larger files are not looked through, in bytes. */
const LARGEST_LOOKED_THROUGH = 2 * 1024 * 1024

/** The formats in which names are looked for. */
export const READABLE = /\.(json|ya?ml|csv)$/i

/**
 * The lines on which the names stand in a JSON, YAML or CSV file, from 1: as values of fields that name things, else as any value.
 * Of `name (2)`, where it does not stand as it is, the second place of `name`, which is how repeated names are told apart.
 */
export async function linesOfNames(path: string, bytes: Uint8Array, names: ReadonlySet<string>): Promise<Map<string, number>> {
  if (bytes.byteLength > LARGEST_LOOKED_THROUGH || !READABLE.test(path)) return new Map()
  const values = /\.csv$/i.test(path) ? await valuesOfCsv(bytes) : await valuesOfYaml(new TextDecoder().decode(bytes))
  const wanted = new Set([...names].flatMap((name) => [name, numbered(name).base]))
  const found = Map.groupBy(
    values.filter(({ value }) => wanted.has(value)),
    ({ value }) => value,
  )
  return new Map(
    [...names].flatMap((name) => {
      const line = lineOf(name, found)
      return line === undefined ? [] : [[name, line] as const]
    }),
  )
}

/** A value of a file, and where it begins. */
interface Value {
  readonly value: string
  readonly line: number
  /** Whether its field is one that names things. */
  readonly isName: boolean
}

function lineOf(name: string, found: ReadonlyMap<string, readonly Value[]>): number | undefined {
  const { base, number } = numbered(name)
  const exact = found.get(name)
  const all = exact ?? found.get(base) ?? []
  const named = all.filter(({ isName }) => isName)
  const candidates = named.length > 0 ? named : all
  return (candidates[exact === undefined ? number - 1 : 0] ?? candidates[0])?.line
}

/** A name as `uniqueNames` gives it, taken apart. */
function numbered(name: string): { base: string; number: number } {
  const [, base = name, number = '1'] = /^(.*) \((\d{1,6})\)$/s.exec(name) ?? []
  return { base, number: Number(number) }
}

const NAMING = new Set(['input', 'utterance', 'name', 'testcasename', 'testcaseid', 'id', 'title'])

function isNaming(field: string): boolean {
  return NAMING.has(field.toLowerCase().replace(/[^a-z]/g, ''))
}

/** JSON is YAML. Faults of the file are for whoever loads it. */
async function valuesOfYaml(text: string): Promise<Value[]> {
  const { isScalar, LineCounter, parseDocument, visit } = await import('yaml')
  const lineCounter = new LineCounter()
  const values: Value[] = []
  visit(parseDocument(text, { lineCounter, uniqueKeys: false, logLevel: 'silent' }), {
    Pair(_, { key, value }) {
      if (isScalar(value) && value.range)
        values.push({
          value: String(value.value),
          line: lineCounter.linePos(value.range[0]).line,
          isName: isScalar(key) && isNaming(String(key.value)),
        })
    },
    Scalar(key, { value, range }) {
      if (typeof key === 'number' && range)
        values.push({ value: String(value), line: lineCounter.linePos(range[0]).line, isName: false })
    },
  })
  return values
}

/** The first record names the fields. */
async function valuesOfCsv(bytes: Uint8Array): Promise<Value[]> {
  const { csvRecords } = await import('./csv-records.ts')
  const values: Value[] = []
  let fields: readonly string[] | undefined
  for (const { cells, line } of csvRecords(bytes)) {
    fields ??= cells
    for (const [index, value] of cells.entries()) values.push({ value, line, isName: isNaming(fields[index] ?? '') })
  }
  return values
}

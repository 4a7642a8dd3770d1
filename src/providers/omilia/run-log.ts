/**
 * The log of a run. Its page nests sections in lists, in `data` and in one another, repeats their names, and has `{}`
 * among them; so it is walked through, and a line is known by its section's id and its index. Pure.
 */
import type { LogLine } from '../../results.ts'
import { Trouble } from '../../trouble.ts'

/** A part of the log. */
export interface LogSection {
  readonly id: string
  readonly name: string
  /** In order, each by its index: a hole stands for something that is no line. */
  readonly lines: readonly (string | undefined)[]
}

const DEEPEST = 20

/** A line of few bytes takes a hundred in memory, and each look reads all of them. */
export const MOST_LINES = 40_000

/**
 * All sections of an answer to the logs call, those inside others too; what is none is passed over. Throws a `Trouble` of kind
 * `contract` for a log of too many lines.
 */
export function readSections(answer: unknown): LogSection[] {
  const found: LogSection[] = []
  const place: number[] = []
  let count = 0
  const walk = (value: unknown, depth: number): void => {
    if (depth > DEEPEST || typeof value !== 'object' || value === null) return
    if (Array.isArray(value)) {
      walkAll(value, depth)
      return
    }
    const content = fieldOf(value, 'content')
    if (Array.isArray(content)) {
      count += Math.max(1, content.length)
      if (count > MOST_LINES) throw tooLong()
      found.push(sectionOf(value, content, place))
    }
    walk(content, depth + 1)
    walk(fieldOf(value, 'data'), depth + 1)
  }
  const walkAll = (values: readonly unknown[], depth: number): void => {
    const level = place.push(0) - 1
    for (const [index, each] of values.entries()) {
      place[level] = index
      walk(each, depth + 1)
    }
    place.pop()
  }
  walk(answer, 0)
  return found
}

function tooLong(): Trouble {
  return new Trouble(`it has more than ${MOST_LINES / 1000},000 lines`, { kind: 'contract', persistence: 'shape' })
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined
}

function sectionOf(section: object, content: readonly unknown[], place: readonly number[]): LogSection {
  const [id, name] = [fieldOf(section, 'id'), fieldOf(section, 'sectionName')]
  return {
    id: typeof id === 'string' ? id : `section.${place.join('.')}`,
    name: typeof name === 'string' ? name : 'log',
    lines: content.map((item) => {
      const text = typeof item === 'string' ? item : fieldOf(item, 'text')
      return typeof text === 'string' ? text : undefined
    }),
  }
}

/** Gives each line once, however often it is read. */
export function createLogReader(): (sections: readonly LogSection[]) => LogLine[] {
  const seen = new Map<string, boolean[]>()
  return (sections) =>
    sections.flatMap(({ id, name, lines }) => {
      const known = seen.get(id) ?? []
      seen.set(id, known)
      return lines.flatMap((text, index) => {
        if (text === undefined || known[index] === true) return []
        known[index] = true
        return [{ section: name, text }]
      })
    })
}

/** The whole log as a text for people. */
export function logText(sections: readonly LogSection[]): string {
  const read = createLogReader()
  return sections
    .map((section) => ({ section, lines: read([section]) }))
    .filter(({ lines }) => lines.length > 0)
    .map(({ section, lines }) => [`== ${section.name} (${section.id})`, ...lines.map(({ text }) => text), ''].join('\n'))
    .join('\n')
}

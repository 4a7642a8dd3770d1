/**
 * The log of a run. Its page nests sections in lists, in `data` and in one another, repeats their names, and has `{}`
 * among them; so it is walked through, and a line is known by its section's id and its index. Pure.
 */
import type { LogLine } from '../../results.ts'

/** A part of the log. */
export interface LogSection {
  readonly id: string
  readonly name: string
  /** In order; a hole stands for something that is no line. */
  readonly lines: ReadonlyMap<number, string>
}

const DEEPEST = 20

/** All sections of an answer to the logs call, those inside others too; what is none is passed over. */
export function readSections(answer: unknown): LogSection[] {
  const found: LogSection[] = []
  const walk = (value: unknown, place: string, depth: number): void => {
    if (depth > DEEPEST) return
    if (Array.isArray(value)) for (const [index, each] of value.entries()) walk(each, `${place}.${index}`, depth + 1)
    const fields = fieldsOf(value)
    const content = fields.get('content')
    if (Array.isArray(content)) found.push(sectionOf(fields, content, place))
    for (const inner of [content, fields.get('data')]) if (inner !== undefined) walk(inner, place, depth + 1)
  }
  walk(answer, 'section', 0)
  return found
}

function fieldsOf(value: unknown): ReadonlyMap<string, unknown> {
  return new Map(typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [])
}

function sectionOf(fields: ReadonlyMap<string, unknown>, content: readonly unknown[], place: string): LogSection {
  const lines = content.flatMap((item, index): [number, string][] => {
    const text = typeof item === 'string' ? item : fieldsOf(item).get('text')
    return typeof text === 'string' ? [[index, text]] : []
  })
  const [id, name] = [fields.get('id'), fields.get('sectionName')]
  return { id: typeof id === 'string' ? id : place, name: typeof name === 'string' ? name : 'log', lines: new Map(lines) }
}

/** Gives each line once, however often it is read. */
export function createLogReader(): (sections: readonly LogSection[]) => LogLine[] {
  const seen = new Set<string>()
  return (sections) =>
    sections.flatMap(({ id, name, lines }) => {
      const fresh = [...lines].filter(([index]) => !seen.has(`${index} ${id}`))
      for (const [index] of fresh) seen.add(`${index} ${id}`)
      return fresh.map(([, text]) => ({ section: name, text }))
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

/** Conversations in Kapso's answers. Their form is documented nowhere, so every reasonable one becomes turns. Pure. */
import type { Turn } from '../../results.ts'

/** The turns of the first of the values that holds any. All texts are hostile. */
export function turnsOf(...values: readonly unknown[]): readonly Turn[] {
  return values.map((value) => turnsIn(value)).find((turns) => turns.length > 0) ?? []
}

/** The fields of an object, or of nothing where it is none. */
function fieldsOf(value: unknown): ReadonlyMap<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? new Map(Object.entries(value)) : new Map()
}

const LISTS = ['messages', 'turns', 'conversation', 'history', 'full_history', 'transcript', 'events', 'items', 'data']
const SPEAKERS = ['role', 'speaker', 'sender', 'from', 'author', 'name', 'type', 'direction']
const TEXTS = ['content', 'text', 'message', 'body', 'output', 'value', 'data']

/** No conversation is nested deeper; what is, was made to break us. */
const DEEPEST = 8

function turnsIn(value: unknown, depth = 0): Turn[] {
  if (depth > DEEPEST) return []
  if (Array.isArray(value)) return value.flatMap(turnOf)
  if (typeof value === 'string') return value.trim() === '' ? [] : [{ speaker: '', text: value }]
  const fields = fieldsOf(value)
  const list = LISTS.map((name) => fields.get(name)).find((inside) => typeof inside === 'object' && inside !== null)
  if (list !== undefined) return turnsIn(list, depth + 1)
  if (TEXTS.some((name) => fields.has(name))) return turnOf(value)
  // Turns by number, which come in its order, or texts by speaker.
  return [...fields].flatMap(([key, inside]) =>
    typeof inside === 'string' && !/^\d+$/.test(key) ? [{ speaker: key, text: inside }] : turnOf(inside),
  )
}

function turnOf(value: unknown): Turn[] {
  if (value === null || value === undefined) return []
  const fields = fieldsOf(value)
  const speaker = SPEAKERS.map((name) => fields.get(name)).find((name) => typeof name === 'string')
  // A turn without words, such as the call of a tool, is shown as it came.
  return [{ speaker: typeof speaker === 'string' ? speaker : '', text: textOf(value) || shown(value) }]
}

/** A text, or the texts of the parts that it is made of. */
function textOf(value: unknown, depth = 0): string {
  if (typeof value === 'string') return value
  if (depth > DEEPEST) return ''
  if (Array.isArray(value)) return value.map((part) => textOf(part, depth + 1)).join('')
  const fields = fieldsOf(value)
  const filled = TEXTS.filter((name) => fields.has(name)).map((name) => textOf(fields.get(name), depth + 1))
  return filled.find((text) => text !== '') ?? ''
}

/** Any value of an answer as one text: texts as they are, what is not there as nothing, all else as JSON. */
export function shown(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  try {
    return JSON.stringify(value)
  } catch {
    return '(nested too deeply to be shown)'
  }
}

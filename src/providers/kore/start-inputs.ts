/** Inputs that only the start of a run needs: a step that collects or cancels goes without them. */
import type * as z from 'zod/mini'
import { type Mistake, mistakesOf } from '../../fields.ts'
import { reopens } from '../../modes.ts'

/** What is wrong with those inputs; nothing in a mode that starts no run. */
export function startMistakes(raw: Readonly<Record<string, string>>, fields: z.ZodMiniObject): readonly Mistake[] {
  if (reopens((raw['mode'] ?? '').trim())) return []
  return mistakesOf(fields.safeParse(raw).error?.issues ?? [])
}

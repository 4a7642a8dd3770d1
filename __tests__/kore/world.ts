/** A world that a part of a provider can work in alone: it records what it was told, and offers nothing else. */
import type { Answer, Call } from '../../src/answer.ts'
import type { World } from '../../src/providers/provider.ts'

/** Where its clock stands. */
export const NOW = Date.UTC(2026, 4, 4, 12)

/** A world with what it was told. */
export interface RecordedWorld {
  readonly world: World
  /** Tokens that were made known before they were used. */
  readonly passing: string[]
  /** Credentials that were made known. */
  readonly secrets: string[]
  readonly warnings: string[]
}

/** A world whose door answers by that function, if there is one. */
export function createWorld(ask: (call: Call) => Promise<Answer> = missing): RecordedWorld {
  const passing: string[] = []
  const secrets: string[] = []
  const warnings: string[] = []
  const world: World = {
    door: { ask, download: missing },
    clock: { now: () => 0, wall: () => NOW, sleep: missing },
    random: () => 0,
    secret: (value) => void secrets.push(value),
    passingSecret: (value) => void passing.push(value),
    warn: (message) => void warnings.push(message),
    notice: missing,
    sources: { kind: missing, read: missing, list: missing },
  }
  return { world, passing, secrets, warnings }
}

function missing(): never {
  throw new Error('this world does not offer that')
}

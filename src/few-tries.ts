/** Tries that are counted, for what is worth a second try and no long wait. */
import { asTrouble, Trouble } from './trouble.ts'
import { type Attempt, attempt, type Manner, type Step } from './wait.ts'

/**
 * Does something, and again after a gap where a trouble is worth it and one that `attempt` lives through, at most so often, the
 * first time included. Rejects with the last `Trouble`, and with `Stopped` when the step ends.
 */
export function fewTries<Value>(
  step: Step,
  most: number,
  action: () => Promise<Value>,
  isWorthATry: (trouble: Trouble) => boolean,
  manner: Pick<Manner, 'onTrouble'> = {},
): Promise<Value> {
  let tries = 0
  const once = async (): Promise<Attempt<Value>> => {
    tries += 1
    try {
      return { value: await action() }
    } catch (thrown) {
      const trouble = asTrouble(thrown)
      throw tries < most && isWorthATry(trouble)
        ? trouble
        : new Trouble(trouble.message, { ...trouble.facts, persistence: 'lasting' })
    }
  }
  return attempt(step, once, manner)
}

/** What people like to see and no verdict needs: where it cannot be had, that is told once, and the run goes on. */
import { Trouble } from '../../trouble.ts'

/** A gap that is too long to wait for it, in milliseconds. */
const LONGEST_GAP = 30_000
const MOST_MISSES = 2

/**
 * Something that the verdict does not need, or undefined where it cannot be had: what the vendor does not have is no trouble, and
 * any other is told. Rejects with a `Trouble` at most twice, and only where trying again soon can help.
 */
export function dispensable<Value>(
  action: () => Promise<Value>,
  tell: (trouble: Trouble) => void,
): () => Promise<Value | undefined> {
  let misses = 0
  return async () => {
    try {
      return await action()
    } catch (thrown) {
      if (!(thrown instanceof Trouble)) throw thrown
      if (thrown.facts.persistence === 'missing') return undefined
      if (canPassSoon(thrown) && ++misses <= MOST_MISSES) throw thrown
      tell(thrown)
      return undefined
    }
  }
}

function canPassSoon({ facts }: Trouble): boolean {
  return facts.persistence === 'passing' && (facts.retryAfterMs ?? 0) <= LONGEST_GAP
}

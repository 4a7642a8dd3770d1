/** What is asked for once, however often it is needed. */

/** Does it once, also for those who ask while it is being done; after a failure it can be tried again. */
export function once<Value>(action: () => Promise<Value>): () => Promise<Value> {
  let done: Promise<Value> | undefined
  return () => {
    done ??= action().catch((thrown) => {
      done = undefined
      throw thrown
    })
    return done
  }
}

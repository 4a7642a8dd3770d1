/** What is asked for once, however often it is needed. */

/** Does it once; after a failure it can be tried again. */
export function remembered<Value>(action: () => Promise<Value>): () => Promise<Value> {
  let done: Promise<Value> | undefined
  return () => {
    done ??= action().catch((thrown) => {
      done = undefined
      throw thrown
    })
    return done
  }
}

/**
 * Jest runs each test file in a realm of its own, where `instanceof Error` does not hold for what Node throws. Importing this
 * makes it hold, as it does in the action, which runs in one realm.
 */
import { types } from 'node:util'

const ordinary = Function.prototype[Symbol.hasInstance]

share(Error, (thrown) => types.isNativeError(thrown))
share(AggregateError, (thrown) => types.isNativeError(thrown) && 'errors' in thrown)

function share(kind: object, isOne: (thrown: unknown) => boolean): void {
  Object.defineProperty(kind, Symbol.hasInstance, {
    configurable: true,
    value(thrown: unknown): boolean {
      return this === kind ? isOne(thrown) : ordinary.call(this, thrown)
    },
  })
}

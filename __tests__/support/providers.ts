/** Every provider, loaded, and inputs parsed as a step parses them. */
import { type Parsed, parseInputs } from '../../src/inputs.ts'
import type { Provider } from '../../src/providers/provider.ts'
import { filledIn, listings } from '../../src/providers/registry.ts'

/** In the order of the registry. */
export const providers: readonly Provider[] = await Promise.all(listings.map(({ load }) => load()))

/** Parses inputs by name. */
export function parseStep(raw: Readonly<Record<string, string>>): Parsed {
  const provider = providers.find(({ name }) => name === raw['provider'])
  return parseInputs(raw, provider, { names: providers.map(({ name }) => name), filledIn })
}

/** All providers: one line a vendor product. Only the one that was chosen is loaded, since a quick start is worth more. */
import type { Provider } from './provider.ts'

/** A provider that can be loaded. */
interface Listing {
  /** The value of the input `provider`, and the provider's own name. */
  readonly name: string
  load(): Promise<Provider>
}

/** In the order in which they are listed to users. */
export const listings: readonly Listing[] = [
  { name: 'kore-batch', load: async () => (await import('./kore/batch.ts')).koreBatch },
  { name: 'kore-conversation', load: async () => (await import('./kore/conversation.ts')).koreConversation },
  { name: 'kore-publish', load: async () => (await import('./kore/publish.ts')).korePublish },
  { name: 'omilia', load: async () => (await import('./omilia/runs.ts')).omilia },
  { name: 'omilia-generation', load: async () => (await import('./omilia/generation.ts')).omiliaGeneration },
  { name: 'kapso', load: async () => (await import('./kapso/kapso.ts')).kapso },
]

/** The inputs that hold secrets, GitHub's and of whichever provider: one that is given to another provider in vain stays secret too. */
export const secretInputs: readonly string[] = ['client-secret', 'token', 'api-key', 'password', 'otp', 'github-token']

/** What the runner fills in, by `action.yml`, for inputs that not every provider has: a value that nobody gave. */
export const filledIn: ReadonlyMap<string, string> = new Map([
  ['jwt-algorithm', 'HS256'],
  ['bot-version', 'inDevelopment'],
  ['initiate-training', 'true'],
  ['overwrite', 'false'],
  ['pass-score', '0.8'],
])

/** Tokens that the user brings along. */

/** A ready-made token without the word `Bearer`, with which it is often copied; told to `secret`, which knows only the input. */
export function readyToken(given: string, { secret }: { secret(value: string): void }): string {
  const token = given.replace(/^bearer\s+/i, '')
  secret(token)
  return token
}

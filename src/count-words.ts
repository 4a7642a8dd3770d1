/** Numbers of things as sentences tell them. */

/** A whole number with a comma at each thousand: `10,000`. By hand, since loading the rules of a locale would hold the start. */
export function wholeNumber(value: number): string {
  return value.toFixed(0).replace(/\B(?=(\d{3})+$)/g, ',')
}

/** A number with its noun, which is given in the plural: `1 case`, `10,000 cases`, `1 try`. */
export function countOf(value: number, nouns: string): string {
  return `${wholeNumber(value)} ${value === 1 ? singular(nouns) : nouns}`
}

/** One of them: `case`, `try`. Made for nouns that take an `s` in the plural, or `ies` for a `y`. */
export function singular(nouns: string): string {
  return nouns.replace(/ies$/, 'y').replace(/s$/, '')
}

/** The first of some names, and how many more there are: `a, b and 3 more`. */
export function firstOf(names: readonly string[], most: number): string {
  const more = names.length > most ? ` and ${wholeNumber(names.length - most)} more` : ''
  return names.slice(0, most).join(', ') + more
}

/** The verb that goes with so many. */
export function isOrAre(value: number): 'is' | 'are' {
  return value === 1 ? 'is' : 'are'
}

/** The verb that goes with so many, of what is over. */
export function wasOrWere(value: number): 'was' | 'were' {
  return value === 1 ? 'was' : 'were'
}

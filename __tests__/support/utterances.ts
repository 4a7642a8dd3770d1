/** Utterances for suites of which only the number and the fate matter. */
import { entity, mistaken, type Utterance, understood } from '../../simulator/kore/batch-suite.ts'

/** Two utterances that are understood, one of them with an entity. */
export const TWO_GOOD: readonly Utterance[] = [
  understood('I want to fly to Lisbon', 'Book Flight', entity('To', 'Lisbon')),
  understood('What is left on my card?', 'Check Balance'),
]

/** One that is taken for another intent. */
export const ONE_BAD: Utterance = mistaken('has my sister landed yet', 'Flight Status', 'Baggage Claim')

/** So many that are understood, after so many that are not. */
export function utterances(good: number, bad = 0): Utterance[] {
  return [
    ...Array.from({ length: bad }, (_, index) => mistaken(`bad ${index + 1}`, 'Book Flight', 'Cancel Booking')),
    ...Array.from({ length: good }, (_, index) => understood(`good ${index + 1}`, 'Book Flight')),
  ]
}

/** Utterances of a batch test suite, each with what the bot would make of it, so that every figure follows from them. */

/** One entity of an utterance; equal values pass. */
export interface Entity {
  readonly name: string
  readonly expected: string
  readonly matched: string
}

/** One utterance. `None` is the intent of those that should match, or have matched, nothing. */
export interface Utterance {
  readonly input: string
  readonly expectedIntent: string
  readonly matchedIntent: string
  readonly parentIntent?: string
  readonly entities?: readonly Entity[]
}

/** An entity; found as expected unless another value is given. */
export function entity(name: string, expected: string, matched: string = expected): Entity {
  return { name, expected, matched }
}

/** An utterance whose intent is matched as expected. */
export function understood(input: string, intent: string, ...entities: readonly Entity[]): Utterance {
  return { input, expectedIntent: intent, matchedIntent: intent, entities }
}

/** An utterance that is taken for another intent than expected. */
export function mistaken(
  input: string,
  expectedIntent: string,
  matchedIntent: string,
  ...entities: readonly Entity[]
): Utterance {
  return { input, expectedIntent, matchedIntent, entities }
}

/** The intent's part in the confusion matrix, as the report writes it. */
export type ResultType = 'True Positive' | 'True Negative' | 'False Positive' | 'False Negative'

/** Tells what became of the intent. */
export function resultType({ expectedIntent, matchedIntent }: Utterance): ResultType {
  if (expectedIntent === matchedIntent) return expectedIntent === 'None' ? 'True Negative' : 'True Positive'
  return matchedIntent === 'None' ? 'False Negative' : 'False Positive'
}

/** What an utterance has to get right to count as a success; which of them Kore.ai means is not known. */
export type CountedBy = 'intent' | 'intent and entities'

/** The block `result.results` of the status answer. */
export interface ResultCounts {
  readonly TP: number
  readonly TN: number
  readonly FP: number
  readonly FN: number
  readonly success: number
  readonly failure: number
  readonly traitSuccess: number
  readonly traitFailure: number
  readonly totalEntitiesCount: number
  readonly matchedEntitiesCount: number
  readonly totalTraitsCount: number
  readonly matchedTraitsCount: number
  readonly failedUtteranceCount: number
  readonly failedEntitiesCount: number
}

/** Counts a suite. `success` and `failure` count distinct texts; one that fails anywhere has failed. */
export function countResults(utterances: readonly Utterance[], countedBy: CountedBy): ResultCounts {
  const ofType = (type: ResultType): number => utterances.filter((each) => resultType(each) === type).length
  const entities = utterances.flatMap((each) => each.entities ?? [])
  const matched = entities.filter((each) => each.expected === each.matched).length
  const failed = new Set(utterances.filter((each) => !succeeds(each, countedBy)).map((each) => each.input)).size
  return {
    TP: ofType('True Positive'),
    TN: ofType('True Negative'),
    FP: ofType('False Positive'),
    FN: ofType('False Negative'),
    success: distinctInputs(utterances) - failed,
    failure: failed,
    traitSuccess: 0,
    traitFailure: 0,
    totalEntitiesCount: entities.length,
    matchedEntitiesCount: matched,
    totalTraitsCount: 0,
    matchedTraitsCount: 0,
    failedUtteranceCount: failed,
    failedEntitiesCount: entities.length - matched,
  }
}

/** How many different texts a suite has. */
export function distinctInputs(utterances: readonly Utterance[]): number {
  return new Set(utterances.map((each) => each.input)).size
}

/** The scores, in the status answer's own spelling. */
export interface Scores {
  readonly f1_score: string
  readonly precision: string
  readonly recall: string
}

/** Makes the scores of the confusion matrix; `0.00` where there is nothing to divide by. */
export function scoresOf({ TP, FP, FN }: ResultCounts): Scores {
  const precision = ratio(TP, TP + FP)
  const recall = ratio(TP, TP + FN)
  return {
    f1_score: ratio(2 * precision * recall, precision + recall).toFixed(2),
    precision: precision.toFixed(2),
    recall: recall.toFixed(2),
  }
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole
}

function succeeds(utterance: Utterance, countedBy: CountedBy): boolean {
  const rightIntent = utterance.expectedIntent === utterance.matchedIntent
  const rightEntities = (utterance.entities ?? []).every((each) => each.expected === each.matched)
  return rightIntent && (rightEntities || countedBy === 'intent')
}

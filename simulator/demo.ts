/** A bot of an airline's bank with suites for people to try: one that passes, one that fails, one with an awkward name. */
import { type KoreBatch, type KoreBatchOptions, startKoreBatch } from './kore/batch.ts'
import { entity, mistaken, type Utterance, understood } from './kore/batch-suite.ts'

/** How long a run of the demo takes, in milliseconds. */
const DEMO_RUN_MS = 4000

/** The suites of the demo bot by name. */
export const DEMO_SUITES: ReadonlyMap<string, readonly Utterance[]> = new Map([
  ['Regression', regression()],
  ['Flight booking', flightBooking()],
  ['Konto / Überweisung', transfers()],
])

/** Starts Kore.ai batch tests with the demo bot. */
export async function startDemo(options: KoreBatchOptions = {}): Promise<KoreBatch> {
  const kore = await startKoreBatch({ runsLastMs: DEMO_RUN_MS, ...options })
  for (const [name, utterances] of DEMO_SUITES) kore.suite(name, utterances)
  return kore
}

function regression(): Utterance[] {
  return [
    understood('I want to fly from Berlin to Lisbon', 'Book Flight', entity('From', 'Berlin'), entity('To', 'Lisbon')),
    understood('Is flight TP 533 on time?', 'Flight Status', entity('FlightNumber', 'TP533')),
    understood('cancel my booking K7XQ2M', 'Cancel Booking', entity('BookingCode', 'K7XQ2M')),
    understood('What is left on my card?', 'Check Balance', entity('AccountType', 'Credit Card')),
    understood('send 250 euros to Maria', 'Transfer Money', entity('Amount', '250 EUR'), entity('Payee', 'Maria')),
    understood('Please block my card, I lost it in the taxi', 'Block Card'),
    understood('how heavy may my suitcase be', 'Baggage Allowance'),
    understood('tell me a joke about penguins', 'None'),
  ]
}

function flightBooking(): Utterance[] {
  return [
    understood('I want to fly from Berlin to Lisbon', 'Book Flight', entity('From', 'Berlin'), entity('To', 'Lisbon')),
    understood(
      'Two seats to Oslo on the 3rd of May, please',
      'Book Flight',
      entity('To', 'Oslo'),
      entity('Date', '2026-05-03', '2026-03-05'),
      entity('Seats', '2'),
    ),
    understood('Ich möchte am Freitag nach München fliegen', 'Book Flight', entity('To', 'München'), entity('Date', 'Friday')),
    mistaken('take me somewhere warm 🏝️ next week', 'Book Flight', 'None', entity('Date', 'next week', '')),
    understood('Is flight TP 533 on time?', 'Flight Status', entity('FlightNumber', 'TP533')),
    mistaken('has my sister landed yet', 'Flight Status', 'Baggage Claim'),
    mistaken('I need to move my flight to Sunday', 'Change Booking', 'Book Flight', entity('Date', 'Sunday')),
    understood('cancel my booking K7XQ2M', 'Cancel Booking', entity('BookingCode', 'K7XQ2M')),
    mistaken('get me out of this "non-refundable" ticket, now', 'Cancel Booking', 'Change Booking'),
    understood(
      'pay with miles, the rest with my card',
      'Pay Booking',
      entity('Method', 'Miles'),
      entity('SecondMethod', 'Card', ''),
    ),
    understood('how heavy may my suitcase be', 'Baggage Allowance'),
    mistaken('what do penguins eat', 'None', 'Meal Request'),
    understood('can I bring my dog?', 'Travel with Pet', entity('Animal', 'dog')),
  ]
}

function transfers(): Utterance[] {
  return [
    understood('Überweise 40 Euro an Jörg', 'Transfer Money', entity('Amount', '40 EUR'), entity('Payee', 'Jörg')),
    understood('Wie viel ist auf meinem Konto?', 'Check Balance', entity('AccountType', 'Girokonto')),
    understood('Dauerauftrag löschen', 'Delete Standing Order'),
  ]
}

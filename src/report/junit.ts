/** `junit.xml`: the results as Jenkins, GitLab and most test viewers read them. */
import XmlBuilder from 'fast-xml-builder'
import type { StepOutcome } from '../outcome.ts'
import { type Case, countCases, type Metrics, type Quarantine, uniqueNames } from '../results.ts'
import { isoMoment } from '../time-spans.ts'
import { cut, xmlText } from '../untrusted.ts'
import { failingChecksText, reasonText } from './failure-text.ts'
import { junitSeconds } from './figures.ts'
import { type ReportedSuite, reportedSuites } from './gate-case.ts'

/** Above the longest utterance of any vendor; readers keep names in indexes. */
const NAME_CHARACTERS = 4_000
/** Parsers refuse nodes of some megabytes; the whole text is in the vendor's file. */
const TEXT_CHARACTERS = 10_000

/** An element: `@name` are attributes, `#text` its text, the rest its children. */
interface Element {
  readonly [key: string]: string | Element | readonly Element[] | undefined
}

const builder = new XmlBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  suppressBooleanAttributes: false,
  suppressEmptyNode: true,
  format: true,
})

/**
 * The results in the JUnit format of Jenkins, in pieces, with one `testsuite` for each suite, which by itself is what Maven
 * Surefire writes. A suite that is not green by
 * its cases alone has a case named `agent-test-gate` with the reason. A failure in quarantine is a skipped case, as the
 * format has no failure that does not count.
 */
export function* junit(outcome: StepOutcome): Generator<string> {
  const suites = reportedSuites(outcome)
  const { total, failed, errored } = countCases(suites.flatMap(({ cases }) => cases))
  yield '<?xml version="1.0" encoding="UTF-8"?>\n'
  yield opened('testsuites', {
    '@name': `agent-test-gate ${outcome.provider}`,
    '@tests': String(total),
    '@failures': String(failed),
    '@errors': String(errored),
    '@time': junitSeconds(Math.max(0, outcome.finishedAt - outcome.startedAt)),
  })
  for (const suite of suites) yield* suitePieces(suite, outcome)
  yield '</testsuites>\n'
}

function* suitePieces(suite: ReportedSuite, outcome: StepOutcome): Generator<string> {
  const { cases } = suite
  const { total, failed, errored, skipped, quarantined } = countCases(cases)
  const classname = nameText(`${outcome.provider}.${suite.name}`)
  yield opened('testsuite', {
    '@name': nameText(suite.name),
    '@tests': String(total),
    '@failures': String(failed),
    '@errors': String(errored),
    '@skipped': String(skipped + quarantined),
    '@time': junitSeconds(suite.durationMs),
  })
  yield builder.build({ properties: { property: properties(suite, outcome) } })
  const names = caseNames(suite)
  for (const [index, each] of cases.entries())
    yield builder.build({ testcase: caseElement(each, names[index] ?? each.name, classname) })
  yield '</testsuite>\n'
}

/** The names of the cases are unique, unless ours is among them or one had to be changed. */
function caseNames({ cases, gateCase }: ReportedSuite): readonly string[] {
  const names = cases.map(({ name }) => nameText(name))
  const isSame = gateCase === undefined && names.every((name, index) => name === cases[index]?.name)
  return isSame ? names : uniqueNames(names)
}

/** The start tag alone, so that what is inside can follow piece by piece. */
function opened(name: string, attributes: Element): string {
  return builder.build({ [name]: attributes }).replace(/\/>\s*$/, '>\n')
}

function properties({ outcome: suite }: ReportedSuite, outcome: StepOutcome): Element[] {
  const facts: [string, string | undefined][] = [
    ['provider', outcome.provider],
    // No attribute, since Surefire's schema knows none for it.
    ['started-at', isoMoment(outcome.startedAt)],
    ['conclusion', suite?.conclusion ?? outcome.conclusion],
    ['error-kind', suite?.errorKind ?? outcome.errorKind],
    ['gate', outcome.gate],
    ['run-id', suite?.runId],
    ['run-url', suite?.runUrl],
    ...metricFacts(suite?.results?.metrics ?? {}),
    ...(suite?.results?.figures ?? []),
  ]
  return facts.flatMap(([name, value]) => (value === undefined ? [] : [property(name, value)]))
}

function metricFacts(metrics: Metrics): [string, string | undefined][] {
  return [
    ['f1', metrics.f1?.toString()],
    ['precision', metrics.precision?.toString()],
    ['recall', metrics.recall?.toString()],
    ['average-score', metrics.averageScore?.toString()],
  ]
}

function property(name: string, value: string): Element {
  return { '@name': nameText(name), '@value': attributeText(value, NAME_CHARACTERS) }
}

function caseElement(each: Case, name: string, classname: string): Element {
  const head = { '@name': name, '@classname': classname, '@time': junitSeconds(each.durationMs ?? 0) }
  return { ...head, ...troubleElement(each), ...outputElement(each) }
}

function troubleElement(each: Case): Element {
  if (each.status === 'passed') return {}
  if (each.quarantine !== undefined) return { skipped: { '@message': attributeText(quarantineText(each.quarantine)) } }
  const message = attributeText(reasonText(each, TEXT_CHARACTERS) ?? each.status)
  if (each.status === 'skipped') return { skipped: { '@message': message } }
  const body = xmlText(failingChecksText(each, TEXT_CHARACTERS))
  const detail = { '@message': message, '@type': each.status, ...(body !== '' && { '#text': body }) }
  return each.status === 'failed' ? { failure: detail } : { error: detail }
}

function quarantineText({ reason, expires }: Quarantine): string {
  return `quarantined until ${expires}: ${reason}`
}

/** What was said, where the vendor tells it, and before it what failed where a skipped case has no place for that. */
function outputElement(each: Case): Element {
  const failure = each.quarantine === undefined ? [] : [reasonText(each, TEXT_CHARACTERS) ?? '', ...furtherText(each)]
  const turns = (each.turns ?? []).map(({ speaker, text }) => `${speaker}: ${text}`)
  const text = [...failure, ...turns].join('\n')
  return text === '' ? {} : { 'system-out': xmlText(cut(text, TEXT_CHARACTERS)) }
}

/** The failing checks, where the reason is not the only one of them. */
function furtherText(each: Case): string[] {
  const text = failingChecksText(each, TEXT_CHARACTERS)
  return text === '' || text === reasonText(each, TEXT_CHARACTERS) ? [] : [text]
}

/** Names may not be empty. */
function nameText(text: string): string {
  return attributeText(text, NAME_CHARACTERS) || '(no name)'
}

/** XML readers turn line breaks in attributes into blanks: so do we, before names are made unique. */
function attributeText(text: string, characters = TEXT_CHARACTERS): string {
  return xmlText(cut(text, characters)).replace(/[\t\r\n]/g, ' ')
}

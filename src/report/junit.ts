/** `junit.xml`: the results as Jenkins, GitLab and most test viewers read them. */
import XmlBuilder from 'fast-xml-builder'
import { type Case, type Metrics, type StepOutcome, uniqueNames } from '../results.ts'
import { cut, xmlText } from '../untrusted.ts'
import { failingChecksText, reasonText } from './failure-text.ts'
import { junitMoment, junitSeconds } from './figures.ts'
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
 * The results in the JUnit format of Jenkins, with one `testsuite` for each suite. A suite that is not green by its
 * cases alone has a case named `agent-test-gate` with the reason.
 */
export function junit(outcome: StepOutcome): string {
  const suites = reportedSuites(outcome)
  const all = suites.flatMap(({ cases }) => cases)
  return builder.build({
    '?xml': { '@version': '1.0', '@encoding': 'UTF-8' },
    testsuites: {
      '@name': `agent-test-gate ${outcome.provider}`,
      '@tests': String(all.length),
      '@failures': having(all, 'failed'),
      '@errors': having(all, 'error'),
      '@time': junitSeconds(Math.max(0, outcome.finishedAt - outcome.startedAt)),
      testsuite: suites.map((suite) => suiteElement(suite, outcome)),
    },
  })
}

function suiteElement(suite: ReportedSuite, outcome: StepOutcome): Element {
  const { cases } = suite
  const names = uniqueNames(cases.map(({ name }) => nameText(name)))
  const classname = nameText(`${outcome.provider}.${suite.name}`)
  return {
    '@name': nameText(suite.name),
    '@tests': String(cases.length),
    '@failures': having(cases, 'failed'),
    '@errors': having(cases, 'error'),
    '@skipped': having(cases, 'skipped'),
    '@time': junitSeconds(suite.durationMs),
    '@timestamp': junitMoment(outcome.startedAt),
    properties: { property: properties(suite, outcome) },
    testcase: cases.map((each, index) => caseElement(each, names[index] ?? each.name, classname)),
  }
}

function properties({ outcome: suite }: ReportedSuite, outcome: StepOutcome): Element[] {
  const facts: [string, string | undefined][] = [
    ['provider', outcome.provider],
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
  return { ...head, ...troubleElement(each), ...conversationElement(each) }
}

function troubleElement(each: Case): Element {
  if (each.status === 'passed') return {}
  const message = attributeText(reasonText(each, TEXT_CHARACTERS) ?? each.status, TEXT_CHARACTERS)
  if (each.status === 'skipped') return { skipped: { '@message': message } }
  const body = xmlText(failingChecksText(each, TEXT_CHARACTERS))
  const detail = { '@message': message, '@type': each.status, ...(body !== '' && { '#text': body }) }
  return each.status === 'failed' ? { failure: detail } : { error: detail }
}

/** What was said, where the vendor tells it. */
function conversationElement({ turns = [] }: Case): Element {
  const text = turns.map((turn) => `${turn.speaker}: ${turn.text}`).join('\n')
  return text === '' ? {} : { 'system-out': xmlText(cut(text, TEXT_CHARACTERS)) }
}

/** Names may not be empty. */
function nameText(text: string): string {
  return attributeText(text, NAME_CHARACTERS) || '(no name)'
}

/** XML readers turn line breaks in attributes into blanks: so do we, before names are made unique. */
function attributeText(text: string, characters: number): string {
  return xmlText(cut(text, characters)).replace(/[\t\r\n]/g, ' ')
}

function having(cases: readonly Case[], status: Case['status']): string {
  return String(cases.filter((each) => each.status === status).length)
}

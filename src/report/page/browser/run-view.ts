/** The run: each suite with its figures, what does not fit, what the vendor said, and the files that were kept. */
import { wholeNumber } from '../../../count-words.ts'
import { shortId } from '../../../run-id.ts'
import { capitalised } from '../../../sentences.ts'
import { timeSpan } from '../../../time-spans.ts'
import type { PageData, SuiteData } from '../page-data.ts'
import { appendInParts, type Content, element, list, outsideLink, signOf, table } from './elements.ts'
import { findingsTable } from './findings-table.ts'
import { logView } from './log-view.ts'
import { longText } from './long-text.ts'
import { metricPairs, signOfConclusion } from './overview.ts'

/** All suites; a table of them first where there are several. */
export function runView(data: PageData): HTMLElement {
  const view = element('section', { class: 'run', 'aria-label': 'The run' })
  if (data.textLimit !== undefined)
    view.append(
      element(
        'p',
        { class: 'callout' },
        `Texts of more than ${wholeNumber(data.textLimit)} characters are cut in this page. The full texts are in the vendor’s files.`,
      ),
    )
  if (data.findings !== undefined) view.append(findingsTable(data.findings))
  if (data.suites.length > 1) view.append(suiteTable(data.suites))
  appendInParts(view, data.suites, (suite) => suiteSection(suite, data))
  if (data.suites.length === 0 && data.findings === undefined) view.append(element('p', {}, 'No suite was run.'))
  return view
}

function suiteTable(suites: readonly SuiteData[]): HTMLElement {
  const rows = suites
    .slice(0, MOST_SUITES)
    .map(({ name, verdict, figures }) => [
      longText(name),
      verdict,
      ...(['total', 'passed', 'failed', 'errored', 'skipped'] as const).map((count) =>
        figures === undefined ? '–' : wholeNumber(figures[count]),
      ),
      figures?.passRate === undefined ? '–' : `${figures.passRate} %`,
    ])
  return table('All suites', ['Suite', 'Verdict', 'Cases', 'Passed', 'Failed', 'Errored', 'Skipped', 'Pass rate'], rows)
}

const MOST_SUITES = 1000

function suiteSection(suite: SuiteData, { reasons }: PageData): HTMLElement {
  const untold = suite.reasons.filter((reason) => !reasons.includes(reason))
  return element(
    'section',
    { class: 'card' },
    element(
      'h2',
      {},
      signOf(signOfConclusion(suite.conclusion)),
      longText(suite.name),
      element('span', { class: 'verdict' }, suite.verdict),
    ),
    runFacts(suite),
    sentences(undefined, untold),
    sentences('Inconsistencies', suite.contradictions),
    sentences('Warnings', suite.warnings),
    suite.said === undefined ? undefined : block('What the vendor said', longText(suite.said, 'code')),
    withoutRows(suite),
    figureList(suite),
    log(suite),
    files(suite),
  )
}

function runFacts({ runId, runUrl, durationMs, artifact }: SuiteData): HTMLElement {
  const run = runId === undefined ? 'No run is known' : element('span', {}, 'Run ', element('code', {}, shortId(runId)))
  const page = runUrl === undefined ? undefined : outsideLink('Page of the run at the vendor', runUrl)
  const kept = artifact === undefined ? undefined : outsideLink(`Artifact ${artifact.name}`, artifact.url)
  return element(
    'p',
    { class: 'facts' },
    ...[run, page, kept, timeSpan(durationMs)].flatMap((fact) => (fact === undefined ? [] : [element('span', {}, fact)])),
  )
}

function block(title: string, ...contents: readonly Content[]): HTMLElement {
  return element('div', { class: 'block' }, element('h3', {}, title), ...contents)
}

function sentences(title: string | undefined, all: readonly string[]): HTMLElement | undefined {
  const items = list(all.map((each) => longText(capitalised(each))))
  if (items === undefined) return undefined
  return title === undefined ? items : block(title, items)
}

/** Counts without rows: there is nothing of those cases in this page, and nobody should look for them. */
function withoutRows({ figures, listed }: SuiteData): HTMLElement | undefined {
  if (figures === undefined || (figures.total > 0 && figures.total <= listed)) return undefined
  if (figures.total === 0) return element('p', {}, 'The vendor counted no cases.')
  return element('p', {}, `The vendor gave no details for ${wholeNumber(figures.total - listed)} of its cases.`)
}

function figureList({ figures, more }: SuiteData): HTMLElement | undefined {
  const pairs = [...metricPairs(figures?.metrics ?? {}), ...more]
  if (pairs.length === 0) return undefined
  const terms = element('dl', {})
  appendInParts(terms, pairs, ([name, value]) =>
    element('div', {}, element('dt', {}, longText(name)), element('dd', {}, longText(value))),
  )
  return block('Metrics and figures from the vendor', terms)
}

function log(suite: SuiteData): HTMLElement | undefined {
  const view = logView(suite)
  return view && block('Vendor’s log', view)
}

function files({ files: paths, artifact }: SuiteData): HTMLElement | undefined {
  if (paths.length === 0) return elsewhere(artifact)
  const place = artifact === undefined ? 'in the artifact with all files' : `in the artifact ${artifact.name}`
  const items = paths.map((path) => element('code', {}, path))
  return block(
    'Files from the vendor',
    element('p', { class: 'hint' }, `Logs are among them where the vendor gives any. They lie ${place}.`),
    list(items),
  )
}

/** Of other jobs a page knows the cases alone. */
function elsewhere(artifact: SuiteData['artifact']): HTMLElement | undefined {
  if (artifact === undefined) return undefined
  const words = 'The files of the vendor, and its log where it gave one, are in the artifact '
  return element('p', { class: 'hint' }, words, outsideLink(artifact.name, artifact.url), '; its report.html shows the log.')
}

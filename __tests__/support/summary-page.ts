/** Job summaries for tests: outcomes that fill them, and what a reader sees of them. */
import { renderMarkdown } from '../../scripts/render.ts'
import type { StepOutcome } from '../../src/outcome.ts'
import { summary } from '../../src/report/summary.ts'
import { aCase, aCheck, aFailedCase, anOutcome, aSuite, cases, resultsOf, START } from './results.ts'

/** The words of a page as a reader sees them, blanks and line breaks made one. */
export async function words(outcome: StepOutcome, artifactUrl?: string): Promise<string> {
  const html = await renderMarkdown(summary(outcome, artifactUrl === undefined ? {} : { artifactUrl }))
  return html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&#x3C;', '<')
    .replaceAll('&#x26;', '&')
    .replace(/\s+/g, ' ')
}

/** A failed outcome that has the text in every place that a vendor's text can get into. */
export function full(text: string): StepOutcome {
  const facts = new Map([[text, text]])
  const trouble = {
    name: text,
    message: text,
    checks: [aCheck({ what: text, expected: text, found: text, passed: false })],
    facts,
  }
  const all = [
    aFailedCase(trouble),
    aFailedCase({ ...trouble, status: 'error' }),
    aCase(trouble),
    aCase({ ...trouble, status: 'skipped' }),
    aFailedCase({ ...trouble, quarantine: { reason: text, expires: text } }),
  ]
  const results = resultsOf(all, { figures: facts, contradictions: [text], warnings: [text] })
  const suite = aSuite({
    suite: text,
    runId: text,
    conclusion: 'failed',
    reasons: [`why ${text}`],
    said: text,
    results,
    comparison: {
      regressions: [text],
      fixed: [text],
      stillFailing: [text],
      added: [text],
      gone: [text],
      metrics: [{ name: 'f1', before: 1, now: 0.5, regressed: true }],
    },
    files: [text],
  })
  const baseline = { branch: text, runUrl: text, trend: [aPoint(), aPoint()] }
  const told = { message: text, reasons: [text, text], gate: text, provider: text, baseline, noBaseline: `${text}\n${text}` }
  return anOutcome([suite, aSuite()], told)
}

function aPoint() {
  return { finishedAt: START, runUrl: 'https://github.com/o/r/actions/runs/1', passRate: 90, metrics: {} }
}

/** A failed outcome of one suite with so many cases, failed ones unless made otherwise. */
export function failingRun(count: number, make = (number: number) => aFailedCase({ name: `utterance ${number}` })): StepOutcome {
  return anOutcome([aSuite({ conclusion: 'failed', reasons: ['some failed'], results: resultsOf(cases(count, make)) })])
}

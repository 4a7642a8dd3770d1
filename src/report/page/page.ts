/** `report.html`: one file that shows the whole outcome in a browser, without any network. */
import { hash } from 'node:crypto'
import type { StepOutcome } from '../../outcome.ts'
import { sentence } from '../markup.ts'
import { SCRIPT, STYLE } from './assets.ts'
import { casesData, headData, plainVerdict, textLimitOf } from './outcome-data.ts'

/**
 * Nothing runs, styles or loads but the two blocks that are ours, by their digests; and markup can only be made node by
 * node, never out of a text.
 */
const POLICY = [
  "default-src 'none'",
  `script-src '${digest(SCRIPT)}'`,
  `style-src '${digest(STYLE)}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')

/**
 * The outcome as a page that stands alone, in pieces whose sum it is. It carries the data as JSON, and a script that makes
 * the page of it; texts of the vendor are in no other place. Every case is there; where all their texts together have more
 * than 48 Mi characters, the long ones are cut, and the page says so.
 */
export function* page(outcome: StepOutcome): Generator<string> {
  yield `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>Report of agent-test-gate</title>
<style>${STYLE}</style>
</head>
<body>
${withoutScript(outcome)}
<script type="application/json" id="data">`
  yield* dataTexts(outcome)
  yield `</script>
<script type="module">${SCRIPT}</script>
</body>
</html>
`
}

/** What is left where scripts are off, such as in a preview of the file. */
function withoutScript({ conclusion, mode, message }: StepOutcome): string {
  const hint = 'The cases are shown by the script of this page, which does not run here: save the file and open it in a browser.'
  return `<noscript><h1>${plainVerdict(conclusion, mode)}</h1><p>${sentence(message)}</p><p>${hint}</p></noscript>`
}

/** The data as JSON, a text for each case, in which no tag can begin or end. */
function* dataTexts(outcome: StepOutcome): Generator<string> {
  const limit = textLimitOf(outcome)
  yield `${inert(headData(outcome, limit)).slice(0, -1)},"cases":[`
  let separator = ''
  for (const each of casesData(outcome, limit)) {
    yield `${separator}${inert(each)}`
    separator = ',\n'
  }
  yield ']}'
}

function inert(value: object): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c')
}

function digest(text: string): string {
  return `sha256-${hash('sha256', text, 'base64')}`
}

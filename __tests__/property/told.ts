/** What must hold of everything that leaves a process: what it prints, puts out, keeps, writes and sends. */
import { OUTPUTS } from '../../src/outputs.ts'
import { createRunnerReader } from '../support/runner-commands.ts'
import { FORMS } from '../support/secrets.ts'
import type { Story } from './play.ts'
import type { ProcessRecord } from './process.ts'

/** Where a credential stands, in any of the forms in which services send it back. */
export function leaks(story: Story): string[] {
  const { vendor, processes, requests, files, strayed } = story
  const tokens = [...new Set(requests.flatMap((request) => vendor.tokens(request)))]
  const needles = [...vendor.credentials.flatMap(formsOf), ...tokens.slice(0, 1).flatMap(formsOf), ...tokens]
  const places = [
    ...processes.flatMap((record) => textsOf(record)),
    ...files.map(({ path, bytes }) => [`file ${path}`, bytes.toString('latin1')] as const),
    ...strayed.map(
      ({ method, target, headers, body }) =>
        ['a request to another origin', `${method} ${target} ${JSON.stringify(headers)} ${body}`] as const,
    ),
  ]
  return places.flatMap(([place, text]) =>
    needles
      .filter((needle) => text.includes(needle))
      .slice(0, 1)
      .map((needle) => `${place}: ${needle.slice(0, 12)}… (${around(text, needle)})`),
  )
}

function around(text: string, needle: string): string {
  return JSON.stringify(text.slice(Math.max(0, text.indexOf(needle) - 60), text.indexOf(needle)))
}

const SHORTEST_FORM = 8
const knownForms = new Map<string, readonly string[]>()

/** A secret in the forms in which services send it back. */
function formsOf(secret: string): readonly string[] {
  const forms =
    knownForms.get(secret) ??
    [...new Set(Object.values(FORMS).map((encode) => encode(secret)))].filter(({ length }) => length >= SHORTEST_FORM)
  if (knownForms.size > 100) knownForms.clear()
  knownForms.set(secret, forms)
  return forms
}

/** All texts that leave the process, but the lines that make a secret known to the runner, which shows none of them. */
function textsOf(record: ProcessRecord): (readonly [place: string, text: string])[] {
  const shown = record.stdout
    .split('\n')
    .filter((line) => !line.startsWith('::add-mask::'))
    .join('\n')
  return [
    [`stdout of ${record.phase}`, shown],
    ...record.annotations.map(({ title, message }) => ['annotation', `${title} ${message}`] as const),
    ...record.outputTexts.map((value) => ['output', value] as const),
    ...record.summaries.map((summary) => ['summary', summary] as const),
    ...[...record.state.values()].map((value) => ['state', withoutIds(value)] as const),
  ]
}

/** The runner must find exactly the commands that the action gave. */
export function foreignCommands({ stdout, issued }: ProcessRecord): string[] {
  const obeyed = createRunnerReader().read(stdout)
  const found = obeyed.map(({ name, data }) => `${name} ${data}`)
  const given = issued.map(({ name, data }) => `${name} ${data}`)
  const at = found.findIndex((command, place) => command !== given[place])
  if (at >= 0) return [`the runner obeys ${JSON.stringify(found[at])} in place of ${JSON.stringify(given[at])}`]
  return found.length === given.length ? [] : [`the runner obeys ${found.length} commands of ${given.length}`]
}

/** The ids of runs are the vendor's own, and `post` needs them as they are: the state is no log, and nobody else is shown it. */
function withoutIds(state: string): string {
  return JSON.stringify(JSON.parse(state, (key, value: unknown) => (key === 'id' || key === 'mark' ? undefined : value)))
}

const KIB = 1024

/** What is larger than GitHub takes. */
export function sizesBroken({ summaries, outputs, outputTexts, annotations }: ProcessRecord): string[] {
  const bytes = (text: string): number => Buffer.byteLength(text)
  const message = outputs.get('message') ?? ''
  const total = [...outputs].reduce((sum, [name, value]) => sum + bytes(name) + bytes(value), 0)
  const perLevel = new Map<string, number>()
  for (const { level } of annotations) perLevel.set(level, (perLevel.get(level) ?? 0) + 1)
  return [
    ...summaries.filter((text) => bytes(text) > 900 * KIB).map((text) => `a summary of ${bytes(text)} bytes`),
    ...(message.length > 500 || /[\r\n]/.test(message) ? [`a message of ${message.length} characters`] : []),
    ...outputTexts.filter((text) => bytes(text) > 128 * KIB).map((text) => `an output of ${bytes(text)} bytes`),
    ...(total > KIB * KIB ? [`outputs of ${total} bytes`] : []),
    ...annotations
      .filter((each) => each.message.length > 4096)
      .map((each) => `an annotation of ${each.message.length} characters`),
    ...[...perLevel]
      .filter(([level, count]) => level === 'error' && count > 10)
      .map(([level, count]) => `${count} annotations of ${level}`),
  ]
}

const CONCLUSIONS = ['passed', 'failed', 'inconclusive', 'timed-out', 'cancelled', 'error', 'skipped', 'started']
const UPLOADED: readonly string[] = ['artifact-id', 'artifact-url', 'report-directory', 'ctrf-path', 'junit-path']

/** Outputs that are missing, or do not fit together. */
export function outputsBroken({ ending, outputs, exitCode, stdout }: ProcessRecord): string[] {
  if (ending !== 'by itself') return []
  const conclusion = outputs.get('conclusion') ?? ''
  const missing = OUTPUTS.filter((name) => !outputs.has(name) && !UPLOADED.includes(name))
  return [
    ...(missing.length > 0 ? [`no output ${missing.join(', ')}`] : []),
    ...(CONCLUSIONS.includes(conclusion) ? [] : [`the conclusion is ${conclusion}`]),
    ...(outputs.get('message') === '' ? ['there is no message'] : []),
    ...(outputs.get('error-kind') === 'internal' ? [`an internal error: ${stdout.slice(-1500)}`] : []),
    ...((outputs.get('error-kind') !== '') === (conclusion === 'error') ? [] : ['error-kind does not fit the conclusion']),
    ...(/^[\w.:,\n-]*$/.test(outputs.get('run-id') ?? '') ? [] : ['run-id holds what an id cannot']),
    ...(exitCode === 0 && !['passed', 'started', 'cancelled'].includes(conclusion) ? [`exit code 0 and ${conclusion}`] : []),
  ]
}

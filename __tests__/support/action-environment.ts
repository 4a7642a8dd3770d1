/** The variables that an action finds in its environment, from `action.yml`, the step's inputs and the runner. */
import { join } from 'node:path'
import { z } from 'zod'

type Values = Readonly<Record<string, string>>

const INHERITED = ['PATH', 'HOME', 'TMPDIR', 'SystemRoot', 'PATHEXT', 'USERPROFILE', 'TEMP', 'TMP']

const SYSTEMS = new Map<string, string>([
  ['darwin', 'macOS'],
  ['win32', 'Windows'],
])

const Scalar = z.union([z.string(), z.number(), z.boolean()])
/** What `action.yml` says that matters here. */
export const Metadata = z.object({
  inputs: z.record(z.string(), z.object({ default: Scalar.nullish() }).nullable()).nullish(),
  runs: z.object({
    using: z.string(),
    main: z.string(),
    post: z.string().optional(),
    'post-if': z.literal('always()').optional(),
  }),
})
export type Metadata = z.output<typeof Metadata>

/** What the runner warns of: inputs that the action does not have. */
export function unexpectedInputs(metadata: Metadata, inputs: Values): string[] {
  const known = Object.keys(metadata.inputs ?? {})
  const isKnown = (name: string): boolean => known.some((each) => each.toLowerCase() === name.toLowerCase())
  const unknown = Object.keys(inputs).filter((name) => !isKnown(name))
  const quote = (names: string[]): string => names.map((name) => `'${name}'`).join(', ')
  return unknown.length === 0 ? [] : [`Unexpected input(s) ${quote(unknown)}, valid inputs are [${quote(known)}]`]
}

/**
 * `INPUT_…` for each input, with its default where it is not given. `${{ name }}` in a default becomes what the context has
 * by that name, or nothing. The runner does not look at `required`: an input that is not given is an empty string.
 */
export function inputVariables(metadata: Metadata, inputs: Values, context: Values): Record<string, string> {
  const evaluate = (text: string): string => text.replace(/\$\{\{\s*(.*?)\s*\}\}/g, (_, name: string) => context[name] ?? '')
  const defaults = Object.entries(metadata.inputs ?? {}).map(
    ([name, input]) => [name, evaluate(String(input?.default ?? ''))] as const,
  )
  const toVariable = (name: string): string => `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`
  return Object.fromEntries([...defaults, ...Object.entries(inputs)].map(([name, value]) => [toVariable(name), value]))
}

/** What the runner sets for every step, and the little that a process needs of the machine: nothing else gets through. */
export function runnerVariables(temp: string, workspace: string): Record<string, string> {
  const inherited = INHERITED.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]] as const]))
  return {
    ...Object.fromEntries(inherited),
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    RUNNER_OS: SYSTEMS.get(process.platform) ?? 'Linux',
    RUNNER_ARCH: 'X64',
    RUNNER_ENVIRONMENT: 'github-hosted',
    RUNNER_NAME: 'stand-in',
    RUNNER_TEMP: temp,
    RUNNER_TOOL_CACHE: join(temp, '..', '_tool'),
    GITHUB_WORKSPACE: workspace,
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_API_URL: 'https://api.github.com',
    GITHUB_GRAPHQL_URL: 'https://api.github.com/graphql',
    GITHUB_REPOSITORY: 'octo-org/demo',
    GITHUB_REPOSITORY_OWNER: 'octo-org',
    GITHUB_RUN_ID: '1658821493',
    GITHUB_RUN_NUMBER: '3',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_JOB: 'test',
    GITHUB_ACTION: '__self',
    GITHUB_WORKFLOW: 'CI',
    GITHUB_ACTOR: 'octocat',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_SHA: 'ffac537e6cbbf934b08745a378932722df287a53',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_REF_NAME: 'main',
  }
}

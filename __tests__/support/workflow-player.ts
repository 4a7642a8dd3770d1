/**
 * Plays a workflow file as far as that can be without GitHub: jobs in the order of their needs, each combination of a matrix,
 * and in them the steps that use this action, with expressions evaluated by GitHub's own library. Other steps are passed by.
 */
import { data, Evaluator, Lexer, Parser } from '@actions/expressions'
import { parse } from 'yaml'
import { z } from 'zod'
import { type ActionRequest, type ActionResult, runAction } from './runner.ts'

const Scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String)
const Values = z.record(z.string(), Scalar).default({})
const Step = z.object({
  id: z.string().optional(),
  uses: z.string().optional(),
  if: Scalar.optional(),
  with: Values,
  env: Values,
  'continue-on-error': z.boolean().default(false),
})
const Job = z.object({
  permissions: Values,
  needs: z.union([z.string().transform((name) => [name]), z.array(z.string())]).default([]),
  if: Scalar.optional(),
  env: Values,
  outputs: Values,
  strategy: z.object({ matrix: z.record(z.string(), z.array(Scalar)) }).optional(),
  steps: z.array(Step),
})
const Workflow = z.object({ jobs: z.record(z.string(), Job) })
type Step = z.output<typeof Step>
type Job = z.output<typeof Job>

/** What the file finds around it. */
export interface Surroundings {
  readonly secrets: Readonly<Record<string, string>>
  readonly vars: Readonly<Record<string, string>>
  readonly eventName: string
  /** The job after whose end somebody cancels the workflow. */
  readonly cancelledAfter?: string
  /** Told of what the token of a job may do, before its steps are run. */
  permit(permissions: Readonly<Record<string, string>>): void
  /** What comes in place of what a step says, such as the address of a vendor. */
  inputs(given: Readonly<Record<string, string>>): Readonly<Record<string, string>>
  readonly request: Pick<ActionRequest, 'directory'> & Partial<ActionRequest>
}

/** One step of this action that was run. */
export interface PlayedStep {
  readonly job: string
  readonly inputs: Readonly<Record<string, string>>
  readonly result: ActionResult
}

/** What became of the workflow. */
export interface Played {
  readonly steps: readonly PlayedStep[]
  /** How each job ended; one of a matrix is a failure when any combination is. */
  readonly jobs: ReadonlyMap<string, JobResult>
}

type JobResult = 'success' | 'failure' | 'skipped'

interface JobEnd {
  readonly result: JobResult
  readonly outputs: Readonly<Record<string, string>>
}

type Context = Readonly<Record<string, unknown>>

/** How things stand when a condition is looked at. */
type Status = 'success' | 'failure' | 'cancelled'

/** Plays every job of a workflow file. Steps of other actions, and scripts, count as done. */
export async function playWorkflow(text: string, around: Surroundings): Promise<Played> {
  const { jobs } = Workflow.parse(parse(text))
  const ends = new Map<string, JobEnd>()
  const steps: PlayedStep[] = []
  for (const [name, job] of inOrder(jobs)) ends.set(name, await playJob(name, job, ends, around, steps))
  return { steps, jobs: new Map([...ends].map(([name, { result }]) => [name, result])) }
}

function inOrder(jobs: Readonly<Record<string, Job>>): [string, Job][] {
  const left = Object.entries(jobs)
  const ordered: [string, Job][] = []
  while (left.length > 0) {
    const next = left.findIndex(([, { needs }]) => needs.every((need) => ordered.some(([name]) => name === need)))
    if (next === -1) throw new Error('the jobs need each other in a circle')
    ordered.push(...left.splice(next, 1))
  }
  return ordered
}

async function playJob(
  name: string,
  job: Job,
  ends: ReadonlyMap<string, JobEnd>,
  around: Surroundings,
  played: PlayedStep[],
): Promise<JobEnd> {
  const needs = Object.fromEntries(job.needs.map((need) => [need, ends.get(need)]))
  const common = { github: githubContext(name, around), secrets: around.secrets, vars: around.vars, needs }
  const isFine = job.needs.every((need) => ends.get(need)?.result === 'success')
  const isCancelled = around.cancelledAfter !== undefined && ends.has(around.cancelledAfter)
  if (!isWanted(job.if, common, isCancelled ? 'cancelled' : isFine ? 'success' : 'failure'))
    return { result: 'skipped', outputs: {} }
  around.permit(job.permissions)
  let end: JobEnd = { result: 'success', outputs: {} }
  for (const [index, matrix] of combinations(job.strategy?.matrix ?? {}).entries()) {
    const context = { ...common, matrix, strategy: { 'job-index': index } }
    const one = await playSteps(name, job, { ...context, env: evaluateAll(job.env, context) }, around, played)
    end = { result: end.result === 'failure' ? 'failure' : one.result, outputs: { ...end.outputs, ...one.outputs } }
  }
  return end
}

async function playSteps(name: string, job: Job, context: Context, around: Surroundings, played: PlayedStep[]): Promise<JobEnd> {
  const steps: Record<string, { outputs: Readonly<Record<string, string>> }> = {}
  const own = job.steps.filter(({ uses }) => uses === 'OWNER/agent-test-gate@v1')
  let result: 'success' | 'failure' = 'success'
  for (const [index, step] of own.entries()) {
    const seen = { ...context, steps }
    if (!isWanted(step.if, seen, result)) continue
    const one = await playStep(name, step, index, seen, around)
    played.push(one)
    if (step.id !== undefined) steps[step.id] = { outputs: one.result.main.outputs }
    if (one.result.main.exitCode !== 0 && !step['continue-on-error']) result = 'failure'
  }
  return { result, outputs: evaluateAll(job.outputs, { ...context, steps }) }
}

async function playStep(job: string, step: Step, index: number, context: Context, around: Surroundings): Promise<PlayedStep> {
  const given = evaluateAll(step.with, context)
  const inputs = { ...given, ...around.inputs(given) }
  const { request, eventName } = around
  const own = { ...Values.parse(context['env']), ...evaluateAll(step.env, context) }
  // The runner's own name for a step that has no id.
  const action = step.id ?? `__OWNER_agent-test-gate${index === 0 ? '' : `_${index + 1}`}`
  const about = { GITHUB_JOB: job, GITHUB_ACTION: action, GITHUB_EVENT_NAME: eventName }
  const environment = { ...request.environment, ...about, ...own }
  const defaults = ['github.job', 'strategy.job-index', 'github.run_attempt', 'github.token']
  const values = defaults.map((name) => [name, evaluate(`\${{ ${name} }}`, context)] as const)
  return { job, inputs, result: await runAction({ ...request, inputs, environment, context: Object.fromEntries(values) }) }
}

function githubContext(job: string, { eventName, request }: Surroundings): Context {
  const token = request.context?.['github.token'] ?? ''
  return {
    job,
    token,
    event_name: eventName,
    run_attempt: 1,
    run_id: 1658821493,
    sha: 'ffac537e6cbbf934b08745a378932722df287a53',
  }
}

function combinations(matrix: Readonly<Record<string, readonly string[]>>): Record<string, string>[] {
  return Object.entries(matrix).reduce<Record<string, string>[]>(
    (all, [key, values]) => all.flatMap((one) => values.map((value) => ({ ...one, [key]: value }))),
    [{}],
  )
}

/** Without a word about the status, a condition holds only where nothing has failed before. */
function isWanted(condition: string | undefined, context: Context, status: Status): boolean {
  if (condition === undefined) return status === 'success'
  const bare = condition.replace(/^\s*\$\{\{(.*)\}\}\s*$/s, '$1')
  const full = /\b(success|failure|cancelled|always)\(\)/.test(bare) ? bare : `success() && (${bare})`
  return evaluate(`\${{ ${full} }}`, context, status) === 'true'
}

function evaluateAll(values: Readonly<Record<string, string>>, context: Context): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, evaluate(value, context)]))
}

function evaluate(text: string, context: Context, now: Status = 'success'): string {
  const known: unknown = JSON.parse(JSON.stringify(context), data.reviver)
  if (!(known instanceof data.Dictionary)) throw new Error('the context is no object')
  const functions = ['success', 'failure', 'cancelled', 'always'].map((name) => ({
    ...{ name, minArgs: 0, maxArgs: 0 },
    call: () => new data.BooleanData(name === 'always' || name === now),
  }))
  return text.replace(/\$\{\{(.*?)\}\}/gs, (_, expression: string) => {
    const { tokens } = new Lexer(expression).lex()
    const tree = new Parser(tokens, Object.keys(context), functions).parse()
    return new Evaluator(tree, known, new Map(functions.map((each) => [each.name, each]))).evaluate().coerceString()
  })
}

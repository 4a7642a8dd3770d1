/** What mode `doctor` can tell of GitHub's side: the token's permissions and the artifact service. Nothing of it turns a check red. */
import { patientStore } from './artifact-tries.ts'
import type { DoctorInputs } from './inputs.ts'
import type { Finding } from './outcome.ts'
import { inOneLine } from './sentences.ts'
import type { StepLife } from './step.ts'
import { within } from './time-limit.ts'
import type { Tools } from './world.ts'

/** How long GitHub may take for all of it, in milliseconds. */
const PATIENCE = 30_000

/** The findings; what was not asked for is not looked at. Never rejects. */
export async function examineSurroundings(inputs: DoctorInputs, step: StepLife, tools: Tools): Promise<Finding[]> {
  const looks = [
    ...(inputs.baseline === undefined ? [] : [examineBaseline(inputs.baseline.branch, inputs, step, tools)]),
    ...(inputs.comment === 'off' ? [] : [examineComment(inputs)]),
    ...(inputs.artifact === undefined ? [] : [examineArtifacts(step, tools)]),
  ]
  return Promise.all(looks)
}

/** As the step itself would look for it, which only reads. */
async function examineBaseline(branch: string, inputs: DoctorInputs, step: StepLife, tools: Tools): Promise<Finding> {
  const what = `baseline ${branch}`
  const { provider, suites } = inputs
  const { baselineOfStep } = await import('./baseline.ts')
  const wanted = { provider: provider.name, suites: suites.map(({ name }) => name), branch }
  const found = await baselineOfStep(wanted, inputs, step.signal, tools)
  if (found.state === 'none') return { what, state: 'limited', detail: inOneLine(found.why) }
  return { what, state: 'holds', detail: 'the token may read runs, and there is one to compare with' }
}

/** Whether a token may write is only known by writing. */
async function examineComment({ githubToken }: DoctorInputs): Promise<Finding> {
  const what = 'comment'
  if (githubToken === undefined) return { what, state: 'limited', detail: 'github-token is empty, so no comment can be written' }
  return {
    what,
    state: 'unknown',
    detail: 'whether the token may write can only be seen when it writes; the job needs permissions: pull-requests: write',
  }
}

async function examineArtifacts(step: StepLife, tools: Tools): Promise<Finding> {
  const what = 'artifact service'
  const { rim } = tools
  const limit = { clock: rim.clock, ms: PATIENCE, signal: step.signal, why: () => 'it did not answer' }
  const deadline = rim.clock.now() + PATIENCE
  try {
    await within(limit, async (signal) => patientStore(await rim.artifactStore(), { signal, deadline }, tools).list())
    return { what, state: 'holds', detail: 'it answers, so that files can be uploaded' }
  } catch {
    const remedy = 'set artifact to false where there is none, as on GitHub Enterprise Server'
    return { what, state: 'limited', detail: `it does not answer, so that files are kept on the runner alone; ${remedy}` }
  }
}

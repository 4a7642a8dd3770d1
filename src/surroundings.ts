/** What mode `doctor` can tell of GitHub's side: the token's permissions and the artifact service. Nothing of it turns a check red. */
import type { StepInputs } from './inputs.ts'
import type { Finding } from './outcome.ts'
import type { StepLife } from './step.ts'
import { asTrouble } from './trouble.ts'
import { workflowFile } from './workflow-run.ts'
import type { Tools } from './world.ts'

/** How long GitHub may take for all of it, in milliseconds. */
const PATIENCE = 30_000

/** The findings; what was not asked for is not looked at. Never rejects. */
export async function examineSurroundings(inputs: StepInputs, step: StepLife, tools: Tools): Promise<Finding[]> {
  const looks = [
    ...(inputs.baseline === undefined ? [] : [examineBaseline(inputs.baseline.branch, inputs, step, tools)]),
    ...(inputs.comment === 'off' ? [] : [examineComment(inputs)]),
    ...(inputs.artifact === undefined ? [] : [examineArtifacts(step, tools)]),
  ]
  return Promise.all(looks)
}

async function examineBaseline(branch: string, { githubToken }: StepInputs, step: StepLife, { rim }: Tools): Promise<Finding> {
  const what = `baseline ${branch}`
  if (githubToken === undefined)
    return { what, state: 'limited', detail: 'github-token is empty, so there is nothing to compare with' }
  const file = workflowFile(rim.workflowRun)
  if (file === undefined)
    return { what, state: 'limited', detail: 'the workflow is not of this repository, so its runs cannot be told apart' }
  try {
    const github = await rim.github({ token: githubToken, signal: step.signal, deadline: rim.clock.now() + PATIENCE })
    const runs = await github.newestRuns(file, branch, 1)
    const detail =
      runs.length === 0
        ? 'the token may read runs; there is none of this workflow on the branch yet'
        : 'the token may read runs, and there is one to compare with'
    return { what, state: 'holds', detail }
  } catch (thrown) {
    return { what, state: 'limited', detail: asTrouble(thrown).message }
  }
}

/** Whether a token may write is only known by writing. */
async function examineComment({ githubToken }: StepInputs): Promise<Finding> {
  const what = 'comment'
  if (githubToken === undefined) return { what, state: 'limited', detail: 'github-token is empty, so no comment can be written' }
  return {
    what,
    state: 'unknown',
    detail: 'whether the token may write shows when it writes; the job needs permissions: pull-requests: write',
  }
}

async function examineArtifacts(step: StepLife, { rim }: Tools): Promise<Finding> {
  const what = 'artifact service'
  const done = new AbortController()
  const late = async (): Promise<never> => {
    await rim.clock.sleep(PATIENCE, AbortSignal.any([done.signal, step.signal]))
    throw new Error('it did not answer')
  }
  try {
    const list = async (): Promise<unknown> => (await rim.artifactStore()).list()
    await Promise.race([list(), late()])
    return { what, state: 'holds', detail: 'it answers, so that files can be uploaded' }
  } catch {
    const remedy = 'set artifact to false where there is none, as on GitHub Enterprise Server'
    return { what, state: 'limited', detail: `it does not answer, so that files are kept on the runner alone; ${remedy}` }
  } finally {
    done.abort()
  }
}

/** A GitHub whose newest finished run on a branch is a step that was run before in the same test. */
import { writeFile } from 'node:fs/promises'
import { zipArchive } from '../../simulator/omilia/archive.ts'
import type { FinishedRun, GitHub, Rim } from '../../src/rim.ts'
import { readReport, type StepRecord } from './action.ts'

/** The page of that run. */
export const EARLIER_RUN = 'https://github.com/o/r/actions/runs/41'

/** What the runner tells of a workflow run in which steps find their own earlier runs. */
export const WORKFLOW_RUN = { id: '42', repository: 'o/r', workflow: '.github/workflows/ci.yml', job: 'bot', step: 'gate' }

/** Gives the step's `ctrf.json` as the artifact of the newest finished run on the branch `main`; without a step there is no run. */
export function gitHubAfter(step: StepRecord | undefined): Rim['github'] {
  const run: FinishedRun = { id: 41, url: EARLIER_RUN, event: 'push', conclusion: 'success', branch: 'main', isOwn: true }
  const unasked = (): never => {
    throw new Error('a baseline needs no such call')
  }
  const gitHub: GitHub = {
    newestRuns: async () => (step === undefined ? [] : [run]),
    artifactsOf: async () => [{ id: 7, name: step?.uploads[0]?.name ?? '', size: 1000 }],
    async downloadArtifact(_, to) {
      if (step === undefined) return unasked()
      // Packed at once and not by streams, whose work a virtual clock does not see.
      await writeFile(to, zipArchive([{ name: 'ctrf.json', content: await readReport(step, 'ctrf.json') }]))
    },
    comments: unasked,
    createComment: unasked,
    updateComment: unasked,
    userId: unasked,
    pullRequestsOf: unasked,
    openPullRequests: unasked,
  }
  return async () => gitHub
}

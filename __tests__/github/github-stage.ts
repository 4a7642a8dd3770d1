/** A place to ask GitHub from: the simulator, a virtual clock, and a check of all that went over the wire. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect } from '@jest/globals'
import { type GitHubSimulator, startGitHub } from '../../simulator/github/github.ts'
import { connectGitHub } from '../../src/github.ts'
import type { GitHub, GitHubAccess, Rim, WorkflowRun } from '../../src/rim.ts'
import { workflowRunOf } from '../../src/workflow-run.ts'
import '../core/one-realm.ts'
import { createVirtualClock, type VirtualClock } from '../support/virtual-clock.ts'
import { breaches } from './api-description.ts'

/** The stage. */
export interface GitHubStage {
  readonly clock: VirtualClock
  readonly github: GitHubSimulator
  readonly temporary: string
  /** A run of `ci.yml`, its job `test`, on a pull request, changed as given. */
  workflowRun(changes?: Partial<WorkflowRun>): WorkflowRun
  /** The action's own access to GitHub, for half a minute unless told otherwise. */
  connect(changes?: Partial<GitHubAccess>): GitHub
  /** The calls that came, in order. */
  asked(): string[]
}

const cleanUps: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp()
})

/** Sets a stage that is cleared after the test. Fails the test where a request or an answer is not as GitHub describes it. */
export async function setGitHub(): Promise<GitHubStage> {
  const clock = createVirtualClock()
  const github = await startGitHub({ clock })
  const temporary = await mkdtemp(join(tmpdir(), 'github-'))
  cleanUps.push(async () => {
    clock.stop()
    await github.close()
    await rm(temporary, { recursive: true, force: true, maxRetries: 3 })
    expect(github.exchanges.flatMap(breaches)).toEqual([])
  })
  const workflowRun = (changes: Partial<WorkflowRun> = {}): WorkflowRun => ({
    ...workflowRunOf({}),
    apiUrl: github.address,
    repository: 'octo-org/demo',
    id: '1658821493',
    workflow: '.github/workflows/ci.yml',
    job: 'test',
    step: '__octo-org_agent-test-gate',
    event: 'pull_request',
    ...changes,
  })
  const outside: Pick<Rim, 'clock' | 'random' | 'version' | 'workflowRun'> = {
    clock,
    random: () => 0.5,
    version: 'test',
    workflowRun: workflowRun(),
  }
  return {
    clock,
    github,
    temporary,
    workflowRun,
    connect: (changes = {}) =>
      connectGitHub(
        { token: github.token, signal: new AbortController().signal, deadline: clock.now() + 30_000, ...changes },
        outside,
      ),
    asked: () => github.requests.map(({ operation }) => operation),
  }
}

/** GitHub's API on a local port, and on another one the store that artifacts come from; both as strict as GitHub's pages are. */
import { randomUUID } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'
import type { Clock } from '../../src/clock.ts'
import type { RefusedRequest } from '../exchange.ts'
import { type SimulatedServer, startServer } from '../server.ts'
import { systemClock } from '../system-clock.ts'
import { type Account, type Artifact, type Comment, type Pull, type Repository, type Run, runPage } from './answers.ts'
import { type Caller, type GitHubOperation, githubProgram, type Memory, type Permission } from './program.ts'

/** The calls to the store of artifacts. */
export type StoreOperation = 'blob'

/** Simulated GitHub. */
export interface GitHubSimulator extends SimulatedServer<GitHubOperation> {
  /** Where artifacts come from: another host. */
  readonly store: SimulatedServer<StoreOperation>
  readonly home: Repository
  readonly fork: Repository
  /** The token of the job. */
  readonly token: string
  readonly comments: readonly Comment[]
  /** Requests that were refused by GitHub's own rules. */
  readonly refusals: readonly RefusedRequest[]
  /** Every request that GitHub's own rules answered, with the answer. */
  readonly exchanges: Memory['exchanges']
  /** Makes a run known: finished, green, on `main`, by a push, the newest so far, unless told otherwise. */
  run(about?: Partial<Run>): Run
  /** The page of a run. */
  page(run: Run): string
  /** Gives a run an artifact with these files, or with these bytes in place of a ZIP. */
  artifact(run: Run, name: string, content: Readonly<Record<string, string>> | Buffer, expired?: boolean): Promise<Artifact>
  /** Opens a pull request. */
  pull(about?: Partial<Pull>): Pull
  /** Writes a comment in somebody's name. */
  comment(number: number, author: Account | null, body: string): Comment
  /** Changes what the token of the job may do. */
  permits(...permissions: readonly Permission[]): void
  /** A token of a person. */
  tokenOf(account: Account): string
}

/** What GitHub's own app for workflows is called. */
export const ACTIONS: Account = { id: 41_898_282, login: 'github-actions[bot]', type: 'Bot' }

const ALL: readonly Permission[] = ['actions: read', 'pull-requests: read', 'pull-requests: write']

/** Starts the simulator on two ports of the system's choice. */
export async function startGitHub({ clock = systemClock }: { readonly clock?: Clock } = {}): Promise<GitHubSimulator> {
  const home = { id: 11, owner: { id: 1, login: 'octo-org', type: 'User' }, name: 'demo', isFork: false } as const
  const fork = { id: 12, owner: { id: 2, login: 'stranger', type: 'User' }, name: 'demo', isFork: true } as const
  const job = { token: 'ghs_simulated0000000000000000000000000000', account: ACTIONS, permissions: new Set(ALL) }
  const callers: Caller[] = [job]
  const memory: Memory = { home, callers, runs: [], artifacts: [], pulls: [], comments: [], refusals: [], exchanges: [] }
  const blobs = new Map<string, Buffer>()
  const store = await startStore(clock, blobs)
  const sign = ({ zip }: Artifact): string => {
    const signature = randomUUID()
    blobs.set(signature, zip)
    return `${store.address}/artifacts/blob.zip?sig=${signature}`
  }
  const server = await startServer({ clock, ...githubProgram({ memory, clock, sign }) })
  return {
    ...server,
    ...{ store, home, fork, token: job.token },
    ...{ comments: memory.comments, refusals: memory.refusals, exchanges: memory.exchanges },
    run: (about = {}) => addRun(memory, clock, about),
    page: (run) => runPage(run, home),
    async artifact(run, name, content, expired = false) {
      const zip = Buffer.isBuffer(content) ? content : await zipOf(content)
      const artifact = { id: 5000 + memory.artifacts.length, run, name, zip, expired }
      memory.artifacts.push(artifact)
      return artifact
    },
    pull(about = {}) {
      const pull = {
        number: 123,
        state: 'open',
        branch: 'change',
        sha: 'c'.repeat(40),
        from: home,
        commits: [],
        ...about,
      } as const
      memory.pulls.push(pull)
      return pull
    },
    comment(number, author, body) {
      const comment = { id: 1000 + memory.comments.length, number, author, body }
      memory.comments.push(comment)
      return comment
    },
    permits(...permissions) {
      callers[0] = { ...job, permissions: new Set(permissions) }
    },
    tokenOf(account) {
      const token = `ghp_simulated_of_${account.login}`
      callers.push({ token, account, permissions: new Set(ALL) })
      return token
    },
    async close() {
      await server.close()
      await store.close()
    },
  }
}

function addRun({ runs, home }: Memory, clock: Clock, about: Partial<Run>): Run {
  const run = {
    ...{ id: 9000 + runs.length, workflow: 'ci.yml', branch: 'main', sha: 'a'.repeat(40), event: 'push' },
    ...{ status: 'completed', conclusion: 'success', from: home, at: clock.wall() },
    ...about,
  }
  runs.unshift(run)
  return run
}

/** A ZIP as the artifact service makes it. */
export async function zipOf(files: Readonly<Record<string, string>>): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, text] of Object.entries(files)) zip.addBuffer(Buffer.from(text), name)
  zip.end()
  return buffer(zip.outputStream)
}

/** A store refuses credentials beside its own signature. */
function startStore(clock: Clock, blobs: ReadonlyMap<string, Buffer>): Promise<SimulatedServer<StoreOperation>> {
  return startServer({
    clock,
    routes: [
      {
        operation: 'blob',
        method: 'GET',
        paths: ['/artifacts/blob.zip'],
        handle({ headers, query }) {
          if (headers.authorization !== undefined) return { status: 400, body: 'InvalidAuthenticationInfo' }
          const zip = blobs.get(new URLSearchParams(query).get('sig') ?? '')
          return zip === undefined
            ? { status: 403, body: 'AuthenticationFailed' }
            : { status: 200, headers: { 'content-type': 'application/zip' }, body: zip }
        },
      },
    ],
    otherwise: () => ({ status: 404 }),
  })
}

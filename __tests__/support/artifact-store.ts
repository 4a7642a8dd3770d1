/**
 * A real blob store behind a stand-in for the calls of GitHub's artifact service that `@actions/artifact` makes.
 * The calls and their fields are those of the client's generated `artifact.ts`; the blobs lie in Azurite.
 */
import { createHash, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, request as openRequest, ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import jsonwebtoken from 'jsonwebtoken'
import { fromBufferPromise } from 'yauzl'
import { z } from 'zod'
import { answer, commitFault, type Fault } from './artifact-faults.ts'
import { type BlobStore, startAzurite } from './azurite.ts'

const RPC_CALLS = ['CreateArtifact', 'FinalizeArtifact', 'ListArtifacts', 'GetSignedArtifactURL', 'DeleteArtifact'] as const
type RpcCall = (typeof RPC_CALLS)[number]

/** Everything that the client asks for: the service's calls, and the blob store's. */
export type Call = RpcCall | 'UploadBlob' | 'DownloadBlob'

/** An artifact that was finalised. */
export interface StoredArtifact {
  readonly id: string
  readonly name: string
  readonly size: number
  /** `sha256:` and the digest of the archive. */
  readonly digest: string
}

/** One workflow run: artifact names are unique in each attempt of it, and it sees only its own. */
export interface WorkflowRun {
  /** What the runner would put into the environment of an action. */
  readonly environment: Readonly<Record<string, string>>
  /** The calls that came, in order. */
  readonly calls: readonly Call[]
  readonly artifacts: readonly StoredArtifact[]
  /** Runs jobs again: the environment is a new one, names are free again, and what there is stays. */
  beginAttempt(): void
  /** Answers the next `times` calls of that name by a fault, after so many that are answered as they should be. */
  fail(call: Call, fault: Fault, times?: number, after?: number): void
  /** The archive's bytes. */
  downloadArchive(name: string): Promise<Buffer>
  /** The files in the archive, by path. */
  download(name: string): Promise<Map<string, Buffer>>
}

export interface ArtifactStore {
  beginRun(): WorkflowRun
  close(): Promise<void>
}

const Body = z.object({
  workflow_run_backend_id: z.string(),
  workflow_job_run_backend_id: z.string(),
  name: z.string().default(''),
  size: z.string().default('0'),
  hash: z.string().default(''),
  name_filter: z.string().optional(),
  id_filter: z.string().optional(),
})
type Body = z.output<typeof Body>

interface Artifact extends StoredArtifact {
  readonly job: string
  readonly blob: string
  readonly createdAt: string
  readonly finalised: boolean
}

/** What the service knows of one run. */
interface RunState {
  readonly id: string
  token: string
  /** Those of earlier attempts. */
  readonly earlier: Artifact[]
  /** Those of this attempt. */
  readonly artifacts: Map<string, Artifact>
  readonly faults: { readonly call: Call; readonly fault: Fault; times: number; after: number }[]
  readonly calls: Call[]
}

/** Thrown to answer with an error; Twirp's errors have a code and a message. */
class Refusal extends Error {
  readonly status: number
  readonly code: string
  constructor(status: number, code: string, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

/**
 * Starts Azurite and the service: a second, or ten on a machine under load, so give `beforeAll` a minute. Close it in
 * `afterAll`; Azurite ends with this process in any case.
 */
export async function startArtifactStore(): Promise<ArtifactStore> {
  const blobs = await startAzurite()
  const runs = new Map<string, RunState>()
  const server = createServer((request, response) => {
    serve(request, response, blobs, runs).catch(() => response.destroy())
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    beginRun() {
      const run = createRun()
      runs.set(run.id, run)
      return describeRun(run, blobs, `http://127.0.0.1:${portOf(server.address())}/`)
    },
    async close() {
      server.closeAllConnections()
      server.close()
      await blobs.close()
    },
  }
}

function portOf(address: unknown): number {
  return z.object({ port: z.number() }).parse(address).port
}

function createRun(): RunState {
  const id = randomUUID()
  return { id, token: createToken(id), earlier: [], artifacts: new Map(), faults: [], calls: [] }
}

function createToken(run: string): string {
  const scope = `Actions.ExampleScope Actions.Results:${run}:${randomUUID()}`
  return jsonwebtoken.sign({ scp: scope }, 'stand-in', { expiresIn: '6h' })
}

function describeRun(run: RunState, blobs: BlobStore, url: string): WorkflowRun {
  const downloadArchive = (name: string): Promise<Buffer> => blobs.read(findFinalised(run, name).blob)
  return {
    get environment() {
      return { ACTIONS_RUNTIME_TOKEN: run.token, ACTIONS_RESULTS_URL: url }
    },
    calls: run.calls,
    get artifacts() {
      return finalisedArtifacts(run).map(({ id, name, size, digest }) => ({ id, name, size, digest }))
    },
    beginAttempt() {
      run.earlier.push(...run.artifacts.values())
      run.artifacts.clear()
      run.token = createToken(run.id)
    },
    fail: (call, fault, times = 1, after = 0) => run.faults.push({ call, fault, times, after }),
    downloadArchive,
    download: async (name) => unpack(await downloadArchive(name)),
  }
}

async function unpack(archive: Buffer): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>()
  const zip = await fromBufferPromise(archive)
  for await (const entry of zip.eachEntry()) {
    if (!entry.fileName.endsWith('/')) files.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)))
  }
  return files
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  blobs: BlobStore,
  runs: Map<string, RunState>,
): Promise<void> {
  const path = new URL(request.url ?? '', 'http://localhost').pathname
  const name = path.replace('/twirp/github.actions.results.api.v1.ArtifactService/', '')
  const rpc = RPC_CALLS.find((each) => each === name)
  const call = rpc ?? (request.method === 'PUT' ? 'UploadBlob' : 'DownloadBlob')
  const run = [...runs.values()].find(({ id, token }) => path.includes(id) || request.headers.authorization === `Bearer ${token}`)
  if (run === undefined) return answer(response, 401, { code: 'unauthenticated', msg: 'invalid token' })
  run.calls.push(call)
  const fault = takeFault(run, call)
  if (fault !== undefined && fault !== 'lost') return commitFault(fault, request, response)
  if (rpc === undefined) return forward(request, response, blobs)
  // What is written to the other one goes nowhere.
  const told = fault === undefined ? response : new ServerResponse(request)
  await answerRpc(rpc, run, request, told, blobs)
  if (told !== response) request.socket.destroy()
}

function takeFault(run: RunState, call: Call): Fault | undefined {
  const planned = run.faults.find((each) => each.call === call && each.times > 0)
  if (planned === undefined || planned.after-- > 0) return undefined
  planned.times--
  return planned.fault
}

/** Passes a request to the blob store; the signature in its link does not depend on the host. */
async function forward(request: IncomingMessage, response: ServerResponse, blobs: BlobStore): Promise<void> {
  const passed = openRequest(`${blobs.origin}${request.url}`, { method: request.method, headers: request.headers })
  const answered = once(passed, 'response')
  await pipeline(request, passed)
  const [received]: IncomingMessage[] = await answered
  if (received === undefined) throw new Error('The blob store did not answer')
  response.writeHead(received.statusCode ?? 502, received.headers)
  await pipeline(received, response)
}

async function answerRpc(
  call: RpcCall,
  run: RunState,
  request: IncomingMessage,
  response: ServerResponse,
  blobs: BlobStore,
): Promise<void> {
  try {
    const body = Body.parse(JSON.parse((await buffer(request)).toString()))
    if (body.workflow_run_backend_id !== run.id) throw new Refusal(403, 'permission_denied', 'the token is for another run')
    const link = (blob: string, permissions: 'cw' | 'r'): string =>
      `http://${request.headers.host}${blobs.sign(blob, permissions)}`
    answer(response, 200, await SERVICE[call]({ run, body, blobs, link }))
  } catch (error) {
    const refusal = error instanceof Refusal ? error : new Refusal(400, 'malformed', String(error))
    answer(response, refusal.status, { code: refusal.code, msg: refusal.message })
  }
}

interface Question {
  readonly run: RunState
  readonly body: Body
  readonly blobs: BlobStore
  link(blob: string, permissions: 'cw' | 'r'): string
}

const SERVICE: Readonly<Record<RpcCall, (question: Question) => unknown>> = {
  CreateArtifact({ run, body: { name, workflow_job_run_backend_id: job }, link }) {
    // Taken from here on, though it may never be finalised.
    if (run.artifacts.has(name)) {
      throw new Refusal(409, 'already_exists', 'an artifact with this name already exists on the workflow run')
    }
    const id = String(run.earlier.length + run.artifacts.size + 1)
    const blob = `${run.id}/${id}`
    run.artifacts.set(name, { id, name, job, blob, size: 0, digest: '', createdAt: new Date().toISOString(), finalised: false })
    return { ok: true, signed_upload_url: link(blob, 'cw') }
  },
  async FinalizeArtifact({ run, body, blobs }) {
    const artifact = findArtifact(run, body.name)
    const archive = await blobs.read(artifact.blob)
    const digest = `sha256:${createHash('sha256').update(archive).digest('hex')}`
    if (archive.length !== Number(body.size) || digest !== body.hash) {
      throw new Refusal(400, 'invalid_argument', `the blob has ${archive.length} bytes and ${digest}`)
    }
    run.artifacts.set(body.name, { ...artifact, size: archive.length, digest, finalised: true })
    return { ok: true, artifact_id: artifact.id }
  },
  ListArtifacts({ run, body: { name_filter = '', id_filter = '' } }) {
    const found = finalisedArtifacts(run).filter(
      ({ name, id }) => ['', name].includes(name_filter) && ['', id].includes(id_filter),
    )
    return { artifacts: found.map((artifact) => describeArtifact(run, artifact)) }
  },
  GetSignedArtifactURL: ({ run, body: { name, workflow_job_run_backend_id: job }, link }) => ({
    signed_url: link(findFinalised(run, name, job).blob, 'r'),
  }),
  DeleteArtifact({ run, body }) {
    const { id } = findFinalised(run, body.name)
    run.artifacts.delete(body.name)
    return { ok: true, artifact_id: id }
  },
}

function describeArtifact(run: RunState, { id, name, job, size, digest, createdAt }: Artifact): Record<string, string> {
  return {
    workflow_run_backend_id: run.id,
    workflow_job_run_backend_id: job,
    database_id: id,
    name,
    size: String(size),
    digest,
    created_at: createdAt,
  }
}

function finalisedArtifacts({ earlier, artifacts }: RunState): Artifact[] {
  return [...earlier, ...artifacts.values()].filter(({ finalised }) => finalised)
}

/** Of this attempt, or of the attempt in which that job ran. */
function findArtifact(run: RunState, name: string, job?: string): Artifact {
  const earlier = run.earlier.find((each) => each.name === name && each.job === job)
  const artifact = earlier ?? run.artifacts.get(name)
  if (artifact === undefined) throw new Refusal(404, 'not_found', `no artifact ${name}`)
  return artifact
}

function findFinalised(run: RunState, name: string, job?: string): Artifact {
  const artifact = findArtifact(run, name, job)
  if (!artifact.finalised) throw new Refusal(404, 'not_found', `artifact ${name} was never finalised`)
  return artifact
}

/** Azurite, Microsoft's stand-in for Azure's blob store, in memory and on a free port. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { createInterface } from 'node:readline'
import {
  BlobSASPermissions,
  BlobServiceClient,
  type ContainerClient,
  generateBlobSASQueryParameters,
  StorageSharedKeyCredential,
} from '@azure/storage-blob'

/** A running blob store with one container. */
export interface BlobStore {
  /** Where it listens, without a slash at the end. */
  readonly origin: string
  /** Path and query of a signed link to a blob: `cw` to create and write it, `r` to read it. */
  sign(blob: string, permissions: 'cw' | 'r'): string
  read(blob: string): Promise<Buffer>
  close(): Promise<void>
}

/** The account and key that Azurite's documentation publishes for everybody. */
const CREDENTIAL = new StorageSharedKeyCredential(
  'devstoreaccount1',
  'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==',
)
const CONTAINER = 'artifacts'
const LINK_LIFE_MS = 60 * 60 * 1000
const ARGUMENTS = [
  ...['--inMemoryPersistence', '--blobHost', '127.0.0.1', '--blobPort', '0', '--silent', '--disableTelemetry'],
  // The clients speak newer versions of the protocol than it has heard of; what they use of them it knows.
  '--skipApiVersionCheck',
]
/** The pipe to its standard input closes when this process ends, however it ends: so no Azurite is left behind. */
const END_WITH_PARENT = "data:text/javascript,process.stdin.on('end', () => process.exit()).resume()"

/** Starts Azurite; resolves when it listens and the container is there, rejects with what it printed when it ends before. */
export async function startAzurite(): Promise<BlobStore> {
  const main = createRequire(import.meta.url).resolve('azurite/dist/src/blob/main.js')
  const child = spawn(process.execPath, ['--import', END_WITH_PARENT, main, ...ARGUMENTS], {
    cwd: tmpdir(),
    env: { PATH: process.env['PATH'] },
    stdio: ['pipe', 'pipe', 'pipe'],
    windowsHide: true,
  })
  try {
    const origin = await findOrigin(child)
    const service = new BlobServiceClient(`${origin}/${CREDENTIAL.accountName}`, CREDENTIAL)
    const container = service.getContainerClient(CONTAINER)
    await container.create()
    return openStore(origin, container, child)
  } catch (error) {
    child.kill('SIGKILL')
    throw error
  }
}

async function findOrigin(child: ChildProcess): Promise<string> {
  const printed: string[] = []
  child.stderr?.on('data', (piece: Buffer) => printed.push(piece.toString()))
  if (child.stdout === null) throw new Error('Azurite has no output')
  for await (const line of createInterface({ input: child.stdout })) {
    const origin = /successfully listens on (http:\S+)/.exec(line)?.[1]
    if (origin !== undefined) return origin
    printed.push(line)
  }
  throw new Error(`Azurite ended before it listened:\n${printed.join('\n')}`)
}

function openStore(origin: string, container: ContainerClient, child: ChildProcess): BlobStore {
  return {
    origin,
    sign(blob, permissions) {
      const expiresOn = new Date(Date.now() + LINK_LIFE_MS)
      const scope = { containerName: CONTAINER, blobName: blob, permissions: BlobSASPermissions.parse(permissions), expiresOn }
      const { pathname } = new URL(container.getBlobClient(blob).url)
      return `${pathname}?${generateBlobSASQueryParameters(scope, CREDENTIAL)}`
    },
    read: (blob) => container.getBlobClient(blob).downloadToBuffer(),
    async close() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
    },
  }
}

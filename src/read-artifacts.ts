/** The artifacts of other jobs of this workflow run, and what their steps said of themselves. */
import pLimit, { type LimitFunction } from 'p-limit'
import { LARGEST_ARTIFACT, type Memory, readArtifactStep } from './artifact-step.ts'
import { patientStore } from './artifact-tries.ts'
import { countOf } from './count-words.ts'
import { foreignStep } from './foreign-step.ts'
import { causeOf } from './harmless.ts'
import type { JudgedStep, ReadArtifact } from './merge.ts'
import { cleanerOf } from './redact.ts'
import type { ArtifactStore, ListedArtifact } from './rim.ts'
import type { StepLife } from './step.ts'
import { inTemporaryFolder } from './temporary-folder.ts'
import { asTrouble, lastingTrouble, Trouble } from './trouble.ts'
import { Stopped } from './wait.ts'
import { matchesWildcard } from './wildcard.ts'
import { runPages } from './workflow-run.ts'
import type { Tools } from './world.ts'

const MIB = 1024 * 1024
/** As many as the service lists of a run. */
const MOST_ARTIFACTS = 1000
/** For what is read of all artifacts, in bytes of their files: it is held in memory at once. */
const ROOM = 256 * MIB
const AT_ONCE = 8

/**
 * What the artifacts hold whose name fits the pattern, in the order in which they were made; one that cannot be read is among
 * them, as is one for which `room`, in bytes of memory, is too small. Rejects with a `Trouble` when nothing can be known of any,
 * and with `Stopped` when the step ends first.
 */
export async function readArtifacts(
  pattern: string,
  step: Pick<StepLife, 'unlessOver' | 'signal' | 'deadline'>,
  tools: Tools,
  room = ROOM,
): Promise<ReadArtifact[]> {
  const { log, rim } = tools
  const plainStore = await step.unlessOver(() =>
    orTrouble('the artifact service cannot be used', tools, () => rim.artifactStore()),
  )
  const store = patientStore(plainStore, step, tools)
  const listed = await step.unlessOver(() =>
    orTrouble('the artifacts of this run could not be listed', tools, () => store.list()),
  )
  const chosen = choose(listed, pattern)
  log.say(`artifact-pattern matches ${chosen.length} of the ${countOf(listed.length, 'artifacts')} of this run`)
  if (chosen.length <= MOST_ARTIFACTS) return readAll(chosen, store, step, tools, room)
  const fact = `artifact-pattern matches ${chosen.length} artifacts, and at most ${MOST_ARTIFACTS} are read`
  throw lastingTrouble('config', `${fact}; give a narrower one`)
}

async function orTrouble<Value>(what: string, { log }: Tools, action: () => Promise<Value>): Promise<Value> {
  try {
    return await action()
  } catch (thrown) {
    if (thrown instanceof Stopped) throw thrown
    log.quote(asTrouble(thrown).facts.said ?? '')
    throw lastingTrouble('network', `${what}: ${causeOf(thrown) ?? 'see the log for the cause'}`)
  }
}

/** How the name of a page ends; with a number where that was taken by a try that broke off. */
const PAGE_ENDS = [/\.html$/, /-\d\.html$/]

/** Those of the name, without the pages that lie beside them: a page is called as its artifact is, with `.html`. */
function choose(listed: readonly ListedArtifact[], pattern: string): ListedArtifact[] {
  const names = new Set(listed.map(({ name }) => name))
  const isPage = (name: string): boolean => PAGE_ENDS.some((end) => end.test(name) && names.has(name.replace(end, '')))
  return listed.filter(({ name }) => matchesWildcard(name.normalize(), pattern.normalize()) && !isPage(name))
}

async function readAll(
  chosen: readonly ListedArtifact[],
  store: ArtifactStore,
  step: Pick<StepLife, 'unlessOver'>,
  tools: Tools,
  room: number,
): Promise<ReadArtifact[]> {
  // Twice, since the disk may hang before and after the downloads.
  const inFolder = async (folder: string): Promise<ReadArtifact[]> => {
    const downloads = pLimit(AT_ONCE)
    const reading = { store, folder, memory: { left: room }, opening: pLimit(1), tools }
    try {
      return await step.unlessOver(() => downloads.map(chosen, (artifact) => readArtifact(artifact, reading)))
    } finally {
      downloads.clearQueue()
    }
  }
  return step.unlessOver(() => inTemporaryFolder(tools.rim.temporary, 'agent-test-gate-artifacts-', inFolder))
}

/** What the reading of an artifact works with. */
interface Reading {
  readonly store: ArtifactStore
  /** For all artifacts. */
  readonly folder: string
  /** For all artifacts. */
  readonly memory: Memory
  /** One after the other, since each may take as much memory as is allowed to any. */
  readonly opening: LimitFunction
  readonly tools: Tools
}

/** An artifact that cannot be read is told of. Rejects with `Stopped` alone. */
async function readArtifact(artifact: ListedArtifact, reading: Reading): Promise<ReadArtifact> {
  const { name, url } = artifact
  const page = { name, url }
  try {
    return { artifact: page, step: await storedStep(artifact, reading) }
  } catch (thrown) {
    if (thrown instanceof Stopped) throw thrown
    if (thrown instanceof Trouble) return { artifact: page, reason: thrown.message }
    reading.tools.log.quote(asTrouble(thrown).facts.said ?? '')
    return { artifact: page, reason: `it could not be downloaded: ${causeOf(thrown) ?? 'see the log for the cause'}` }
  }
}

/** Rejects with a `Trouble` that says why there is none, or with the error of the download. */
async function storedStep(artifact: ListedArtifact, reading: Reading): Promise<JudgedStep> {
  // The artifact client prints the name as it is.
  if (/##\[|\p{Cc}/u.test(artifact.name)) throw unread('its name could be taken for a command of the runner')
  if (artifact.size > LARGEST_ARTIFACT) throw unread(`it is larger than ${LARGEST_ARTIFACT / MIB} MiB`)
  return inTemporaryFolder(reading.folder, 'one-', async (own) => {
    const file = await reading.store.download(artifact, own)
    return reading.opening(() => stepIn(file, reading))
  })
}

async function stepIn(file: string, { memory, tools }: Reading): Promise<JudgedStep> {
  const stored = await readArtifactStep(file, memory)
  if (stored.state === 'unreadable') throw unread(stored.problem)
  return foreignStep(stored.outcome, cleanerOf(tools.redactor), runPages(tools.rim.workflowRun))
}

function unread(reason: string): Trouble {
  return lastingTrouble('contract', reason)
}

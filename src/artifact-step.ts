/** The step that left an artifact: read out of the downloaded ZIP, as whoever could write it wrote it. */

import { parseStoredStep, type StoredStep } from './stored-step.ts'
import { readZipEntry } from './zip-entry.ts'

/** Larger artifacts are not downloaded; packed, in bytes. */
export const LARGEST_ARTIFACT = 512 * 1024 * 1024

/** How much may still be read, in bytes, where what is read is held in memory. */
export interface Memory {
  left: number
}

/** The step in a ZIP, by its absolute path; the problem is a clause about the artifact. Never rejects for what the ZIP holds. */
export async function readArtifactStep(zip: string, memory: Memory): Promise<StoredStep> {
  const entry = await readZipEntry(zip, 'ctrf.json')
  if (entry.state !== 'read') return unreadable(`its archive is ${entry.state}, since ${entry.reason}`)
  if (entry.value === undefined) return unreadable('it has no ctrf.json')
  memory.left -= entry.value.length
  if (memory.left < 0) return unreadable('together with others it is too large to be read')
  const stored = parseStoredStep(entry.value)
  return stored.state === 'read' ? stored : unreadable(`its ctrf.json ${stored.problem}`)
}

function unreadable(problem: string): StoredStep {
  return { state: 'unreadable', problem }
}

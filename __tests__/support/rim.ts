/** A rim for parts that are tried by themselves: give what matters, the rest takes everything and does nothing. */
import type { Rim } from '../../src/rim.ts'
import { workflowRunOf } from '../../src/workflow-run.ts'
import { createMemoryStore } from './memory-store.ts'

/** A rim with these parts; GitHub is not to be reached unless it is given. */
export function aRim(parts: Pick<Rim, 'clock' | 'temporary'> & Partial<Rim>): Rim {
  return {
    runner: {
      inputs: () => ({}),
      info: () => undefined,
      group: () => undefined,
      annotate: () => undefined,
      mask: () => undefined,
      output: () => undefined,
      saveState: () => undefined,
      summary: async () => undefined,
    },
    random: () => 0.5,
    cancelled: new AbortController().signal,
    workspace: parts.temporary,
    version: 'test',
    artifactStore: async () => createMemoryStore(),
    github: () => Promise.reject(new Error('no GitHub here')),
    workflowRun: workflowRunOf({}),
    ...parts,
  }
}

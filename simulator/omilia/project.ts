/** Projects of Testing Studio, each with a Git token in clear text where it has one. */
import type { TestCase } from './test-case.ts'

/** A project as the vendor keeps it. */
export interface ProjectFacts {
  readonly id: string
  readonly name: string
  readonly storage: 'git' | 's3'
  /** What a run comes to that nobody scripted. */
  readonly cases: readonly TestCase[]
  /** The ZIPs that were uploaded, the newest last. */
  readonly uploads: Buffer[]
}

/** The Git token of every project on Git: nobody may ever see it. */
export const GIT_TOKEN = 'glpat-jDdEdsfFRGr4Gmd3R47r'

/** A project as it is answered, with its latest run. */
export function projectAnswer({ id, name, storage }: ProjectFacts, latestRun: unknown): Record<string, unknown> {
  const isGit = storage === 'git'
  return {
    name,
    gitUrl: isGit ? `https://gitlab.example/bots/${id}.git` : null,
    gitToken: isGit ? GIT_TOKEN : null,
    gitProvider: isGit ? 'gitlab' : null,
    id,
    userId: 'f7e3d168-053c-47ff-b592-eea2071ff794',
    group: 'airline',
    latestRun,
    gitStorage: isGit,
    s3Storage: !isGit,
  }
}

/** Follows the log of a run. It is for people: where it cannot be had or safely shown, that is told once and changes nothing. */
import { parseJson } from '../../answer.ts'
import type { LogLine } from '../../results.ts'
import { Trouble } from '../../trouble.ts'
import type { World } from '../provider.ts'
import type { OmiliaClient } from './client.ts'
import { dispensable } from './dispensable.ts'
import type { OpenProject } from './project.ts'
import { logCall } from './run-call.ts'
import { createLogReader, type LogSection, readSections } from './run-log.ts'

/** The log of one run. */
export interface LogFollower {
  /** What this did not give before; nothing where the log cannot be had. */
  fresh(): Promise<readonly LogLine[]>
  /** The log of a run that is over, empty where it cannot be had. Rejects with a `Trouble` at most twice. */
  whole(): Promise<readonly LogSection[]>
}

/** Follows the log of a run of that project. */
export function followLog(id: string, project: OpenProject, client: OmiliaClient, world: World): LogFollower {
  const reader = createLogReader()
  let [isTold, isGivenUp] = [false, false]
  const tell = ({ message, facts }: Trouble): void => {
    if (!isTold) world.warn(message, facts.said)
    isTold = true
    // What is too large grows, and what is refused for good stays so.
    isGivenUp ||= facts.persistence === 'lasting' || facts.persistence === 'shape'
  }
  const read = async (): Promise<readonly LogSection[]> => (isGivenUp ? [] : readLog(id, project, client))
  const atTheEnd = dispensable(read, tell)
  return {
    async fresh() {
      try {
        return reader(await read())
      } catch (thrown) {
        if (!(thrown instanceof Trouble)) throw thrown
        if (thrown.facts.persistence !== 'missing') tell(thrown)
        return []
      }
    },
    whole: async () => (await atTheEnd()) ?? [],
  }
}

/** Lines can hold the project's Git token, which is masked once the project was asked for. So no line is read before. */
async function readLog(id: string, project: OpenProject, client: OmiliaClient): Promise<readonly LogSection[]> {
  await project.id().catch((thrown) => {
    throw retold(thrown, NOT_SAFE, 'passing')
  })
  try {
    const { body } = await client.ask(logCall(id))
    return readSections(parseJson(body))
  } catch (thrown) {
    throw retold(thrown, NOT_THERE, 'missing')
  }
}

const NOT_SAFE =
  'the log of the run was not shown, since it can hold the Git token of the project, which could not be asked for it'
const NOT_THERE = 'the log of the run could not be read'

/** A trouble as one of the log; a persistence of `missing` becomes the given one. */
function retold(thrown: unknown, what: string, missing: 'passing' | 'missing'): unknown {
  if (!(thrown instanceof Trouble)) return thrown
  const { persistence } = thrown.facts
  return new Trouble(`${what}: ${thrown.message}`, {
    ...thrown.facts,
    persistence: persistence === 'missing' ? missing : persistence,
  })
}

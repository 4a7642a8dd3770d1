/** A Kore.ai publish under way: whether the vendor's only status is about it, and how it stands. */
import { readJson } from '../../answer.ts'
import { Trouble } from '../../trouble.ts'
import { unknownStatusTeller } from '../../unknown-status.ts'
import type { Look, Run, World } from '../provider.ts'
import type { KoreCall, KoreClient } from './client.ts'
import {
  AWAITING_APPROVAL,
  doubtfulResults,
  identityOf,
  isAwaitingApproval,
  isKnownBy,
  isSuccessful,
  markOf,
  namesPublish,
  PublishStatus,
  publishResults,
  unsuccessful,
} from './publish-status.ts'
import { ENDED, plainWord, UNDER_WAY } from './status-word.ts'

/** What is needed to look at a publish. */
export interface PublishContext {
  readonly botId: string
  readonly world: World
  readonly client: KoreClient
}

/**
 * The vendor gives no id to a publish, and tells of the last one alone. So until the vendor shows its `_id`, a publish is
 * known by what was there before it: this, and the mark of the one before.
 */
export const AFTER = 'after:'
/** The id of a publish that awaits approval, which the vendor may never show at all. */
export const AWAITING = 'awaiting-approval'

const NONE_UNDER_WAY =
  "no publish is under way, and the last one may be last week's; start one in an earlier step, and give its run-id"
const ANYBODYS =
  'Kore.ai reports only the last publish, which was no longer under way at the first look, so whether it is the one of run-id cannot be told'
const FILE = 'status.json'

/** What the vendor said of the last publish. */
interface LastPublish {
  readonly body: Uint8Array
  readonly status: PublishStatus
}

/**
 * Asks for the last publish; undefined when the bot was never published. A status that names no publish tells of none: held
 * against it, every publish there ever was would look new.
 */
export async function lastPublish(context: PublishContext): Promise<LastPublish | undefined> {
  try {
    const { body } = await context.client.ask(statusCall(context))
    const status = read(context, body)
    return namesPublish(status) ? { body, status } : undefined
  } catch (thrown) {
    if (isNothingYet(thrown)) return undefined
    throw thrown
  }
}

function statusCall({ botId }: PublishContext): KoreCall {
  return {
    name: 'publish status',
    method: 'GET',
    template: '/api/public/bot/{bot-id}/publish/status',
    parameters: { 'bot-id': botId },
    scope: 'Admin Console: Bot Publish > Publish Status',
    countedBy: `publish status ${botId}`,
  }
}

function read(context: PublishContext, body: Uint8Array): PublishStatus {
  return readJson(context.client.call(statusCall(context)), { status: 200, body }, PublishStatus)
}

/** What is answered for a bot that was never published is documented nowhere; an unknown bot is another matter. */
function isNothingYet(thrown: unknown): boolean {
  if (!(thrown instanceof Trouble)) return false
  const { status, kind, said = '' } = thrown.facts
  return status === 404 || (status === 400 && kind === 'config' && !/invalid stream/i.test(said))
}

/** Which publish to look at. */
interface WantedPublish {
  /** An id of ours, its `_id`, or undefined for the one that is under way right now. */
  readonly id: string | undefined
  /** Whether this process started it, so that what it sees for the first time is new. */
  readonly isStartedHere: boolean
  /** Hears its `_id` as soon as the vendor shows it. */
  tell(id: string): void
}

/** That publish. What surely is none that may be believed is `finished`, with results that say so. */
export function publishRun({ id, isStartedHere, tell }: WantedPublish, context: PublishContext): Run {
  const tellUnknown = unknownStatusTeller(context.world)
  const isOurs = recogniser(id, tell)
  const doubtOf = isStartedHere ? () => (id === AWAITING ? AWAITING_APPROVAL : undefined) : doubterOf(id)
  let doubt: string | undefined
  return {
    async look() {
      const last = await lastPublish(context)
      doubt ??= doubtOf(last)
      if (doubt !== undefined) return { state: 'finished', evidence: last?.body ?? new Uint8Array() }
      return isOurs(last?.status) && last !== undefined ? lookOf(last, tellUnknown) : { state: 'running' }
    },
    async collect({ evidence }, folder) {
      if (evidence.byteLength > 0) await folder.write(FILE, evidence)
      return doubt === undefined ? publishResults(read(context, evidence)) : doubtfulResults(doubt)
    },
  }
}

/**
 * Why a publish that another process started, or nobody knows who, cannot be believed. Without its `_id` it is taken for
 * the one that is meant only when it is under way at the first look: one that is over can be anybody's.
 */
function doubterOf(id: string | undefined): (last: LastPublish | undefined) => string | undefined {
  const doubt = DOUBTS.get(id ?? '') ?? (id?.startsWith(AFTER) === true ? ANYBODYS : undefined)
  let isBelieved = doubt === undefined
  return (last) => {
    if (isBelieved || isBefore(last, id)) return undefined
    isBelieved = isUnderWay(last)
    return isBelieved ? undefined : doubt
  }
}

const DOUBTS: ReadonlyMap<string, string> = new Map([
  ['', NONE_UNDER_WAY],
  [AWAITING, AWAITING_APPROVAL],
])

/** Whether the vendor still tells of the publish before, or of none. */
function isBefore(last: LastPublish | undefined, id = ''): boolean {
  return id.startsWith(AFTER) && (last === undefined || AFTER + markOf(last.status) === id)
}

function isUnderWay(last: LastPublish | undefined): boolean {
  return last !== undefined && UNDER_WAY.has(plainWord(last.status.status))
}

/** Whether an answer is about the publish with that id. Once it was seen, the publish of somebody else cannot take its place. */
function recogniser(id: string | undefined, tell: (id: string) => void): (status: PublishStatus | undefined) => boolean {
  const before = id?.startsWith(AFTER) === true ? id.slice(AFTER.length) : undefined
  let ours = before === undefined && id !== AWAITING ? id : undefined
  return (status) => {
    if (status === undefined && ours !== undefined) throw superseded(ours)
    if (status === undefined || markOf(status) === before) return false
    if (ours === undefined) {
      ours = identityOf(status, before)
      tell(ours)
    }
    if (isKnownBy(ours, status)) return true
    throw superseded(ours)
  }
}

/** Trying again helps only in the first minute, when one answer can still be older than another. */
function superseded(ours: string): Trouble {
  const remedy = 'look for it in the history of versions, and put the workflow into a concurrency group'
  return new Trouble(`Kore.ai reports only the last publish, which is not (or no longer) ${ours}; ${remedy}`, {
    kind: 'vendor',
    persistence: 'missing',
  })
}

function lookOf({ body, status }: LastPublish, tellUnknown: (word: string) => void): Look {
  const word = plainWord(status.status)
  const isResult = isSuccessful(status) || isAwaitingApproval(status) || (word === 'failed' && unsuccessful(status).length > 0)
  if (isResult) return { state: 'finished', evidence: body }
  if (ENDED.has(word)) {
    const why = word === 'failed' ? 'and names no resource that is not a success' : 'without a result'
    return { state: 'ended', kind: 'vendor', reason: `Kore.ai ended the publish as ${word}, ${why}` }
  }
  if (!UNDER_WAY.has(word)) tellUnknown(status.status)
  const percent = status.percentageComplete ?? undefined
  return percent === undefined
    ? { state: 'running' }
    : { state: 'running', progress: { percent: Math.min(Math.max(percent, 0), 100) } }
}

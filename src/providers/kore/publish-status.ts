/** The status answer of a Kore.ai publish: its shape, which publish it tells of, and what its resources come to. */
import * as z from 'zod/mini'
import { isOrAre } from '../../count-words.ts'
import { type Case, countCases, type Results, uniqueNames } from '../../results.ts'
import { inIdCharacters } from '../../run-id.ts'
import { lenient } from '../../shapes.ts'
import { ENDED, plainWord } from './status-word.ts'

const Text = lenient(z.string())

const Resource = z.object({ resourceId: Text, resourceType: Text, name: Text, status: Text })
type Resource = z.infer<typeof Resource>

/** The fields that are used of the answer to a status call; see the vendor's page on the publish status. */
export const PublishStatus = z.object({
  _id: Text,
  requestedTime: Text,
  status: z.string(),
  percentageComplete: lenient(z.number()),
  statusSummary: z.nullish(z.array(Resource)),
})
export type PublishStatus = z.infer<typeof PublishStatus>

/** Which publish an answer tells of, in the characters of a run id: the vendor keeps one alone, the last. */
export function markOf({ _id, requestedTime }: PublishStatus): string {
  return `${inIdCharacters(_id ?? '')}:${inIdCharacters(requestedTime ?? '')}`
}

/** Whether an answer says which publish it tells of. */
export function namesPublish({ _id, requestedTime }: PublishStatus): boolean {
  return (_id ?? '') !== '' || (requestedTime ?? '') !== ''
}

/** What one publish is known by: its `_id`; its mark where it has none, or the one of the publish before, whose mark is `before`. */
export function identityOf(status: PublishStatus, before = ''): string {
  const id = inIdCharacters(status._id ?? '')
  return id === '' || before.startsWith(`${id}:`) ? markOf(status) : id
}

/** Whether an answer tells of the publish that is known by that. */
export function isKnownBy(identity: string, status: PublishStatus): boolean {
  return identity === identityOf(status) || identity === markOf(status)
}

const SUCCESSFUL: ReadonlySet<string> = new Set(['successful', 'success', 'completed'])

/** Whether the publish as a whole is called a success, in the page's word or a likely one. */
export function isSuccessful({ status }: PublishStatus): boolean {
  return SUCCESSFUL.has(plainWord(status))
}

/** Whether the publish as a whole waits for somebody's approval, and so is not live. */
export function isAwaitingApproval({ status }: PublishStatus): boolean {
  return plainWord(status) === 'awaitingapproval'
}

/** The resources that are not called a success; how a failure looks is documented nowhere. */
export function unsuccessful({ statusSummary }: PublishStatus): readonly Resource[] {
  return (statusSummary ?? []).filter((resource) => !isGood(resource))
}

function isGood({ status }: Resource): boolean {
  return ['success', 'successful'].includes(plainWord(status ?? ''))
}

/** The results of a publish that is over: its resources, held against what is said of the whole. */
export function publishResults(status: PublishStatus): Results {
  const resources = status.statusSummary ?? []
  const names = uniqueNames(
    resources.map(({ name, resourceType, resourceId }) => name || resourceType || resourceId || 'resource'),
  )
  const cases = resources.map((resource, index) => toCase(resource, names[index] ?? ''))
  const bad = unsuccessful(status).length
  const contradictions = [
    ...(isAwaitingApproval(status) ? [AWAITING_APPROVAL] : []),
    ...(isSuccessful(status) && bad > 0
      ? [`it calls the publish ${plainWord(status.status)}, but ${bad} of its resources ${isOrAre(bad)} not`]
      : []),
  ]
  const results = { cases, counts: countCases(cases), metrics: {}, figures: new Map(), contradictions, warnings: [] }
  return ENDED.has(plainWord(status.status)) ? { ...results, failure: 'Kore.ai says that the publish failed' } : results
}

/** Why an accepted publish is no success yet. */
export const AWAITING_APPROVAL = 'Kore.ai accepted the publish, which now awaits approval, so none of it is live'

/** Results without cases, for what cannot be believed. */
export function doubtfulResults(doubt: string): Results {
  return { cases: [], counts: countCases([]), metrics: {}, figures: new Map(), doubt, contradictions: [], warnings: [] }
}

function toCase(resource: Resource, name: string): Case {
  const passed = isGood(resource)
  const { resourceType, resourceId, status } = resource
  const facts = [
    ['Resource type', resourceType],
    ['Resource id', resourceId],
  ] as const
  return {
    name,
    status: passed ? 'passed' : 'failed',
    flaky: false,
    tries: 1,
    checks: [{ what: 'status', expected: 'SUCCESS', found: status ?? '', passed }],
    facts: new Map(
      facts.flatMap(([label, value]) => (value === undefined || value === null || value === '' ? [] : [[label, value]])),
    ),
  }
}

/** The vendor's side of publishing: what the two calls do. It tells of the last publish alone. */
import { randomUUID } from 'node:crypto'
import type { Clock } from '../../src/clock.ts'
import type { Answer, RecordedRequest, RefusedRequest } from '../exchange.ts'
import type { Route } from '../server.ts'
import {
  below,
  type Handle,
  isoTime,
  jsonAnswer,
  param,
  readJsonBody,
  refuseExtras,
  refusing,
  refusingAll,
  requiredField,
} from './api.ts'
import { type Gate, openGate } from './app.ts'
import type { PublishBehaviour } from './publish.ts'
import { lookAtPublish, type PublishPlan, plainPublish } from './publish-run.ts'
import { Refusal, refusal } from './refusal.ts'

/** The calls that tests script by name. */
export type KorePublishOperation = 'start' | 'status'

/** A publish that was asked for. */
export interface StartedPublish {
  readonly versionComment: string
  readonly initiateTraining: boolean
}

interface Job {
  readonly id: string
  /** ISO 8601. */
  readonly requestedTime: string
  readonly startedAt: number
  readonly plan: PublishPlan
  looks: number
  /** Looks that still tell of the publish before. */
  hiddenFor: number
}

/** The vendor's memory. */
export interface Memory {
  readonly publishes: StartedPublish[]
  readonly jobs: Job[]
  readonly plans: PublishPlan[]
  readonly refusals: RefusedRequest[]
}

interface Program {
  readonly behaviour: PublishBehaviour
  readonly clock: Clock
  readonly memory: Memory
  readonly gate: Gate
}

/** The calls of publishing, and what answers all others. */
export function publishProgram(
  behaviour: PublishBehaviour,
  clock: Clock,
  memory: Memory,
): { readonly routes: readonly Route<KorePublishOperation>[]; readonly otherwise: (request: RecordedRequest) => Answer } {
  const program: Program = { behaviour, clock, memory, gate: openGate(behaviour, clock) }
  const strict = (handle: Handle): Handle => refusing(memory.refusals, handle)
  return {
    routes: [
      {
        operation: 'start',
        method: 'POST',
        paths: below('publish'),
        handle: strict((request) => jsonAnswer(startPublish(program, request))),
      },
      {
        operation: 'status',
        method: 'GET',
        paths: below('publish/status'),
        handle: strict((request) => jsonAnswer(lookAtLast(program, request))),
      },
    ],
    otherwise: refusingAll(memory.refusals),
  }
}

/** Begins a publish by a plan. */
export function beginPublish({ jobs }: Memory, plan: PublishPlan, clock: Clock): void {
  jobs.push({
    id: `ds-${randomUUID()}`,
    requestedTime: isoTime(clock),
    startedAt: clock.now(),
    plan,
    looks: 0,
    hiddenFor: plan.lag,
  })
}

function startPublish({ behaviour, clock, memory, gate }: Program, request: RecordedRequest): unknown {
  gate.admit(request, 'Bot Publish > Publish', `publish ${param(request, 'bot')}`)
  const fields = readJsonBody(request, ['versionComment', 'initiateTraining'])
  const versionComment = requiredField(fields, 'versionComment')
  const initiateTraining = fields.get('initiateTraining') ?? true
  if (typeof initiateTraining !== 'boolean') throw refusal('arguments')
  memory.publishes.push({ versionComment, initiateTraining })
  const plan = memory.plans.shift() ?? plainPublish(behaviour.runsLastMs)
  if (!plan.awaitsApproval) beginPublish(memory, plan, clock)
  return describeBot(behaviour.dialogs, plan.awaitsApproval ? 'awaitingApproval' : 'published', versionComment)
}

/** One element a dialog, and some for the whole; no word of a job. */
function describeBot(dialogs: number, state: string, versionComment: string): unknown[] {
  const parts = Array.from({ length: dialogs }, (_, index) => ({
    resourceType: 'dialog',
    resourceId: `dg-${index}`,
    status: 'SUCCESS',
    result: { state, approvalRequestedLanguages: ['en'], versionComment, name: `dialog ${index}` },
  }))
  return [
    ...parts,
    { resourceType: 'NL', status: 'SUCCESS', result: { resourceId: 'NL', modules: ['nl_model'], name: 'Natural Language' } },
  ]
}

function lookAtLast({ behaviour, clock, memory, gate }: Program, request: RecordedRequest): unknown {
  gate.admit(request, 'Bot Publish > Publish Status', `publish status ${param(request, 'bot')}`)
  refuseExtras(request)
  const job = lastShown(memory)
  if (job === undefined) throw new Refusal(behaviour.nothingYet, behaviour.nothingYet, 'Publish status not found')
  const { plan } = job
  const { status, percent } = lookAtPublish(plan, job.looks++, clock.now() - job.startedAt)
  return plan.edit({
    _id: job.id,
    action: 'RUN',
    jobType: 'PUBLISH_BOT',
    streamId: behaviour.botId,
    __v: 0,
    countOfDockStatuses: 1,
    percentageComplete: percent,
    requestedTime: job.requestedTime,
    status,
    lastModifiedOn: isoTime(clock),
    statusSummary: status === 'inprogress' ? [] : plan.resources,
  })
}

/** The last publish, or the one before while the last is still hidden. */
function lastShown({ jobs }: Memory): Job | undefined {
  const last = jobs.at(-1)
  if (last === undefined || last.hiddenFor === 0) return last
  last.hiddenFor -= 1
  return jobs.at(-2)
}

/** Publishes of a bot: how a test scripts one, and what each look at it sees. */

/** One resource as `statusSummary` shows it. */
export interface PublishedResource {
  readonly resourceId: string
  readonly resourceType: string
  readonly name: string
  readonly status: string
}

/** A resource by the name that people see. */
export function resource(name: string, status = 'SUCCESS'): PublishedResource {
  const type = name.toUpperCase().replace(/[^A-Z]/g, '')
  return { resourceId: type, resourceType: type, name, status }
}

/** What one status call sees. */
export interface PublishLook {
  readonly status: string
  readonly percent: number
}

/** The publish is under way. */
export function publishing(percent = 0): PublishLook {
  return { status: 'inprogress', percent }
}

/** The publish has a status by any word. */
export function publishStatus(status: string, percent = 100): PublishLook {
  return { status, percent }
}

/** What a publish will show and give. */
export interface PublishPlan {
  looks: readonly PublishLook[]
  lastsMs?: number
  resources: readonly PublishedResource[]
  /** So many looks still tell of the publish before. */
  lag: number
  awaitsApproval: boolean
  edit: (answer: object) => unknown
}

/** Scripts one publish. */
export interface PublishScript {
  /** One look a status call, in this order; the last one stays. */
  shows(...looks: readonly PublishLook[]): PublishScript
  /** The publish takes that long by the clock, with progress. */
  lasts(ms: number): PublishScript
  /** What it is made of; nothing of it is shown before the end. */
  resources(...resources: readonly PublishedResource[]): PublishScript
  /** The first status calls still tell of the publish before. */
  appearsAfter(looks: number): PublishScript
  /** It is accepted, and waits for somebody's approval: the status never tells of it. */
  awaitsApproval(): PublishScript
  /** The status answer is changed before it is sent, whichever look it is. */
  edited(edit: (answer: object) => unknown): PublishScript
}

/** The plan of a publish that nobody scripted. */
export function plainPublish(lastsMs?: number): PublishPlan {
  return {
    looks: [publishing(0), publishing(60), publishStatus('successful')],
    resources: [resource('Settings'), resource('Channels'), resource('Natural Language')],
    lag: 0,
    awaitsApproval: false,
    edit: (answer) => answer,
    ...(lastsMs !== undefined && { lastsMs }),
  }
}

/** The sentences that change a plan. */
export function scriptPublish(plan: PublishPlan): PublishScript {
  const change = (changes: Partial<PublishPlan>): PublishScript => {
    Object.assign(plan, changes)
    return script
  }
  const script: PublishScript = {
    shows(...looks) {
      delete plan.lastsMs
      return change({ looks })
    },
    lasts: (lastsMs) => change({ lastsMs }),
    resources: (...resources) => change({ resources }),
    appearsAfter: (lag) => change({ lag }),
    awaitsApproval: () => change({ awaitsApproval: true }),
    edited: (edit) => change({ edit }),
  }
  return script
}

/** What a status call sees. */
export function lookAtPublish({ looks, lastsMs }: PublishPlan, looksBefore: number, elapsedMs: number): PublishLook {
  if (lastsMs === undefined) return looks[Math.min(looksBefore, looks.length - 1)] ?? publishStatus('successful')
  return elapsedMs >= lastsMs ? publishStatus('successful') : publishing(Math.floor((elapsedMs * 100) / lastsMs))
}

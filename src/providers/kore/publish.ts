/** Kore.ai publish: makes the version in development the published one, and waits for it. See `docs/providers/kore-publish.md`. */
import * as z from 'zod/mini'
import { type Answer, place } from '../../answer.ts'
import { flag, requiredLine, textWithDefault } from '../../fields.ts'
import { Trouble } from '../../trouble.ts'
import { defineProvider, type Examined, type Ready, type Suite } from '../provider.ts'
import { createKoreClient, type KoreCall } from './client.ts'
import { AFTER, AWAITING, lastPublish, type PublishContext, publishRun } from './publish-run.ts'
import { identityOf, markOf } from './publish-status.ts'
import { createSigner, credentialMistakes, koreFields, koreSecrets } from './sign-in.ts'
import { startMistakes } from './start-inputs.ts'
import { plainWord, UNDER_WAY } from './status-word.ts'

const StartOptions = z.object({
  'version-comment': requiredLine('what the publish is for, as it is shown in the history of versions'),
})

const Options = z.object({
  ...koreFields,
  'version-comment': textWithDefault(''),
  // The vendor trains unless told otherwise, and warns that intents may not be found without.
  'initiate-training': flag(true),
})
type Options = z.infer<typeof Options>

/** The provider `kore-publish`. */
export const korePublish = defineProvider({
  name: 'kore-publish',
  noun: 'resources',
  takes: { suite: false, suitePath: false, cancel: false },
  options: Options,
  secrets: koreSecrets,
  metrics: [],
  mistakes: (raw) => [...credentialMistakes(raw), ...startMistakes(raw, StartOptions)],
  connect(options, world) {
    const client = createKoreClient(options['base-url'], undefined, createSigner(options, world), world)
    return { suite: () => publishSuite({ botId: options['bot-id'], options, world, client }) }
  },
})

interface Context extends PublishContext {
  readonly options: Options
}

/** The start's answer describes the whole bot; in bytes. */
const LARGEST_START = 64 * 1024 * 1024

/**
 * A bot that was never published is believed only when it is told so often in a row: a gateway can answer the same for a
 * moment, and then the publish of last week would be taken for ours.
 */
const SURELY_NOTHING = 3

function publishSuite(context: Context): Suite {
  let isStartedHere = false
  let nothings = 0
  return {
    async examine() {
      const last = await lastPublish(context)
      return last === undefined ? NOTHING_YET : STATUS_IS_THERE
    },
    async prepare() {
      const before = await lastPublish(context)
      nothings = before === undefined ? nothings + 1 : 0
      if (before === undefined && nothings < SURELY_NOTHING) return 'not yet'
      if (before !== undefined && UNDER_WAY.has(plainWord(before.status.status)))
        context.world.warn(
          'another publish of this bot is under way, so Kore.ai may refuse this one; put the workflow into a concurrency group',
        )
      return readyAfter(before === undefined ? '' : markOf(before.status), context, () => {
        isStartedHere = true
      })
    },
    open: (id, tell = () => undefined) => publishRun({ id, isStartedHere, tell }, context),
  }
}

const SCOPE_TO_PUBLISH =
  'whether the app has the scope Bot Publish > Publish, which is asked for only when something is published'
const STATUS_IS_THERE: Examined = {
  proved: 'the app is accepted, knows the bot and may read the publish status',
  unproved: [SCOPE_TO_PUBLISH],
}
/** What stands at a wrong base-url can answer the same. */
const NOTHING_YET: Examined = {
  proved: 'the host answers that there is no publish of this bot yet',
  unproved: ['whether base-url is that of Kore.ai, and the app is accepted, which the answer does not tell', SCOPE_TO_PUBLISH],
}

/** `mark` tells of the publish before ours; `begins` hears that ours is sent now. */
function readyAfter(mark: string, context: Context, begins: () => void): Ready {
  let id = AFTER + mark
  return {
    async start(known) {
      begins()
      if ((await startPublish(context)) === AWAITING) id = AWAITING
      known(id)
      return id
    },
    async settled() {
      if (id === AWAITING) return AWAITING
      const last = await lastPublish(context)
      return last === undefined || markOf(last.status) === mark ? 'not yet' : identityOf(last.status, mark)
    },
    async find() {
      const last = await lastPublish(context)
      return last === undefined || markOf(last.status) === mark ? [] : [AFTER + mark]
    },
  }
}

async function startPublish({ client, options }: Context): Promise<typeof AWAITING | 'accepted'> {
  const wanted: KoreCall = {
    name: 'publish start',
    method: 'POST',
    template: '/api/public/bot/{bot-id}/publish',
    parameters: { 'bot-id': options['bot-id'] },
    body: { versionComment: options['version-comment'], initiateTraining: options['initiate-training'] },
    scope: 'Admin Console: Bot Publish > Publish',
    countedBy: options['bot-id'],
    largest: LARGEST_START,
  }
  const answer = await client.ask(wanted)
  if (isWhole(answer)) return holdsAwaiting(answer) ? AWAITING : 'accepted'
  throw new Trouble(`${place(client.call(wanted))} answered in a shape that is not documented; check base-url`, {
    kind: 'contract',
    persistence: 'shape',
  })
}

/** The answer is a very large array of which one word matters, so it is neither parsed nor ever shown. */
function isWhole({ body }: Answer): boolean {
  const ends =
    new TextDecoder().decode(body.subarray(0, 64)).trimStart().slice(0, 1) +
    new TextDecoder().decode(body.subarray(-64)).trimEnd().slice(-1)
  return ends === '[]' || ends === '{}'
}

const PIECE = 1024 * 1024
const OVERLAP = 64

function holdsAwaiting({ body }: Answer): boolean {
  const pieces = Array.from({ length: Math.ceil(body.byteLength / PIECE) }, (_, index) =>
    body.subarray(index * PIECE, (index + 1) * PIECE + OVERLAP),
  )
  return pieces.some((piece) => /"awaiting[_ -]?approval"/i.test(new TextDecoder().decode(piece)))
}

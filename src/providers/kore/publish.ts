/** Kore.ai publish: makes the version in development the published one, and waits for it. See `docs/providers/kore-publish.md`. */
import * as z from 'zod/mini'
import { type Answer, place } from '../../answer.ts'
import { flag, requiredText, textWithDefault } from '../../fields.ts'
import { Trouble } from '../../trouble.ts'
import { defineProvider, type Ready, type Suite } from '../provider.ts'
import { createKoreClient, type KoreCall } from './client.ts'
import { AFTER, AWAITING, lastPublish, type PublishContext, publishRun } from './publish-run.ts'
import { identityOf, markOf } from './publish-status.ts'
import { createSigner, credentialMistakes, koreFields, koreSecrets } from './sign-in.ts'
import { startMistakes } from './start-inputs.ts'
import { plainWord, UNDER_WAY } from './status-word.ts'

const StartOptions = z.object({
  'version-comment': requiredText('what the publish is for, as it is shown in the history of versions'),
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
  takes: { suite: false, suitePath: false },
  options: Options,
  secrets: koreSecrets,
  metrics: [],
  credentials: (raw) => [...credentialMistakes(raw), ...startMistakes(raw, StartOptions)],
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

function publishSuite(context: Context): Suite {
  let isStartedHere = false
  return {
    async prepare() {
      const before = await lastPublish(context)
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

/** A clean-up that never comes to an end: it must neither hold the job nor fail it. */
import { expect, test } from '@jest/globals'
import { setBundle } from '../support/bundle.ts'

/** Requests that neither answer nor break, whatever is done to them, in a process that something keeps alive. */
const NEVER = `
  import http from 'node:http'
  import { EventEmitter } from 'node:events'
  const nothing = () => undefined
  http.request = () => Object.assign(new EventEmitter(), { write: nothing, end: nothing, setTimeout: nothing, destroy: nothing })
  setInterval(nothing, 1000)`

const OMILIA = {
  provider: 'omilia',
  suite: 'Airline',
  'base-url': 'http://127.0.0.1:9/testing-studio',
  'api-key': 'ocp-pat-1234567890',
  'bot-id': '',
  'client-id': '',
  'client-secret': '',
}

test('post ends green by itself when stopping a run never comes to an end', async () => {
  const { run } = await setBundle()
  const { post } = await run(OMILIA, {
    nodeArguments: ['--import', `data:text/javascript,${encodeURIComponent(NEVER)}`],
    stages: ['post'],
    state: { 'open-runs': '[{"suite":"Airline","id":"r-1"}]' },
    limitMs: 30_000,
  })
  expect({ exitCode: post.exitCode, log: post.log, annotations: post.annotations }).toEqual({
    exitCode: 0,
    log: [],
    annotations: [],
  })
})

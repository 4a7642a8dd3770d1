/** What can go wrong between a client and the stand-in for GitHub's artifact service. */
import type { IncomingMessage, ServerResponse } from 'node:http'

/**
 * An answer with that status, a connection that is cut before the answer or in its body, a body that stands still, silence,
 * an answer that says that all is well and is none of the service's, or one that is lost after the service did what was asked
 * (not the blob store, whose calls can be repeated).
 */
export type Fault = number | 'cut' | 'half' | 'stall' | 'silence' | 'garbage' | 'lost'

/** Answers a request by a fault; nothing of what was asked for is done. */
export function commitFault(fault: Exclude<Fault, 'lost'>, request: IncomingMessage, response: ServerResponse): void {
  if (fault === 'cut') request.socket.destroy()
  else if (fault === 'half' || fault === 'stall') {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' })
    response.write('{"ok":', () => fault === 'half' && request.socket.destroy())
  } else if (fault === 'garbage') response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>welcome</h1>')
  else if (fault !== 'silence') answer(response, fault, { code: 'injected', msg: 'a fault on purpose' })
}

/** Answers with a status and JSON. */
export function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

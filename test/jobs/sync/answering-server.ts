import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import { afterEach } from 'vitest'
import type { ZendeskRequest } from '../../../jobs/zendesk/request.ts'
import type { SyncGiven } from './sync-support.ts'
import { syncFrom } from './sync-support.ts'

export type Answer = { status?: number; headers?: Record<string, string>; body?: string; drop?: boolean }
type Seen = { path: string; authorization: string | undefined; body: string }

export const brands: ZendeskRequest = { path: '/api/v2/brands', bucket: 'account', subject: 'account' }
export const fine: Answer = { body: '{"brands":[]}' }

/** What the OAuth endpoint answers with. */
export function token(name: string): Answer {
  return {
    status: 201,
    body: JSON.stringify({ access_token: name, token_type: 'bearer', expires_in: 1800 }),
  }
}

const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

/** A server that gives these answers in turn, and a client that asks it. */
export async function answering(answers: readonly Answer[], given: SyncGiven = {}) {
  const seen: Seen[] = []
  const queue = [...answers]
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      seen.push({ path: request.url ?? '', authorization: request.headers.authorization, body })
      const answer = queue.shift() ?? { status: 500, body: 'no more answers' }
      if (answer.drop) return request.socket.destroy()
      response.writeHead(answer.status ?? 200, { 'content-type': 'application/json', ...answer.headers })
      return response.end(answer.body ?? '')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  closers.push(close)
  const address = server.address()
  const url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`
  return { url, seen, close, client: syncFrom(url, given).client }
}

import type { AddressInfo } from 'node:net'
import type { Server } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dataHealthAnswerSchema } from '../../server/http/data-health/schema.ts'
import { startJobRun } from '../../server/store/job-runs.ts'
import { testNow } from '../support/test-context.ts'
import { smallAccount } from './account.ts'
import type { SignedIn } from './signed-in.ts'
import { signInAs } from './signed-in.ts'

let account: ReturnType<typeof smallAccount>
let server: Server
let followers: AbortController[]

beforeEach(async () => {
  account = smallAccount()
  server = account.app.listen(0, '127.0.0.1')
  followers = []
  await new Promise((ready) => server.once('listening', ready))
})

afterEach(async () => {
  for (const follower of followers) follower.abort()
  server.closeAllConnections()
  await new Promise((closed) => server.close(closed))
})

describe('GET /data-health/events', () => {
  it('tells the present state at once, uncompressed and kept by nobody', async () => {
    const { response, next } = await follow(await signInAs(account.app, 'admin@example.com'))

    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
    expect(response.headers.get('cache-control')).toBe('no-store, no-transform')
    expect(response.headers.get('content-encoding')).toBeNull()
    expect(dataHealthAnswerSchema.parse(await next())).toMatchObject({
      asOf: '2026-11-16T00:00:00.000Z',
      jobs: [],
    })
  })

  it('tells a change when it happens', async () => {
    const { next } = await follow(await signInAs(account.app, 'admin@example.com'))
    await next()

    startJobRun(account.ctx.db, 'sync-all', testNow)

    expect(dataHealthAnswerSchema.parse(await next()).jobs).toMatchObject([
      { name: 'sync-all', outcome: 'running' },
    ])
  })

  it('tells everybody only what they may know', async () => {
    startJobRun(account.ctx.db, 'sync-all', testNow)
    const { next } = await follow(await signInAs(account.app, 'viewer@example.com'))

    expect(dataHealthAnswerSchema.parse(await next())).toMatchObject({ streams: [], jobs: [], budgets: [] })
  })

  it('ends with the session', async () => {
    const session = await signInAs(account.app, 'admin@example.com')
    const { next } = await follow(session)
    await next()

    await session.delete('/api/v1/session')

    expect(await next()).toBeNull()
  })

  it('is kept to a few connections a person', async () => {
    const session = await signInAs(account.app, 'admin@example.com')
    for (let i = 0; i < 8; i++) await follow(session)

    const refused = await follow(session)
    const other = await follow(await signInAs(account.app, 'manager@example.com'))

    expect(refused.response.status).toBe(429)
    expect(refused.response.headers.get('retry-after')).toBe('30')
    expect(other.response.status).toBe(200)
  })

  it('makes room when a connection ends', async () => {
    const session = await signInAs(account.app, 'admin@example.com')
    for (let i = 0; i < 8; i++) await follow(session)

    followers[0].abort()

    await expect.poll(async () => (await follow(session)).response.status).toBe(200)
  })
})

/** `next()` is the value of the next event; null when the connection has ended. */
async function follow({ cookie }: SignedIn): Promise<{ response: Response; next: () => Promise<unknown> }> {
  const controller = new AbortController()
  followers.push(controller)
  const { port } = server.address() as AddressInfo
  const response = await fetch(`http://127.0.0.1:${port}/api/v1/data-health/events`, {
    headers: { cookie, 'accept-encoding': 'gzip' },
    signal: controller.signal,
  })
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  return {
    response,
    async next() {
      for (;;) {
        const event = /^data: (.*)\n\n/m.exec(text)
        if (event) {
          text = text.slice(event.index + event[0].length)
          return JSON.parse(event[1])
        }
        const { value, done } = (await reader?.read()) ?? { value: undefined, done: true }
        if (done) return null
        text += value
      }
    },
  }
}

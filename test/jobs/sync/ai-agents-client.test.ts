import type { IncomingHttpHeaders, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import { Writable } from 'node:stream'
import { pino } from 'pino'
import { afterEach, describe, expect, it } from 'vitest'
import { createAiAgentsClient } from '../../../jobs/zendesk/ai-agents-client.ts'
import { createAsking } from '../../../jobs/zendesk/asking.ts'
import { frozenClock } from '../../../server/platform/clock.ts'
import { testConfig, testNow } from '../../support/test-context.ts'

type Answer = { status?: number; headers?: Record<string, string>; body?: string }
type Seen = { method: string; path: string; headers: IncomingHttpHeaders; body: string }

const day = '2026-11-15'
const SIGNATURE = 'sig=0123456789abcdef'
const isAny = () => true

const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

describe('asking for addresses', () => {
  it('sends the bare key, the bot, the day and, where there is one, the organisation', async () => {
    const service = await answering([{ body: '{"urls":["https://storage.example/a"]}' }], {
      organizationId: 'org-1',
    })

    expect(await service.client.readAddresses('bot-1', day)).toEqual(['https://storage.example/a'])
    expect(service.seen).toMatchObject([
      {
        method: 'POST',
        path: '/ai-agents/api/data-export/v3/get-signed-urls',
        headers: {
          authorization: 'demo-ai-agents-key',
          botid: 'bot-1',
          organizationid: 'org-1',
          'content-type': 'application/json',
        },
        body: '{"date":"2026-11-15"}',
      },
    ])
  })

  it('sends no organisation where none is set, and takes addresses under their other name', async () => {
    const service = await answering([{ body: '{"signed_urls":["https://storage.example/a"]}' }])

    expect(await service.client.readAddresses('bot-1', day)).toEqual(['https://storage.example/a'])
    expect(service.seen[0].headers).not.toHaveProperty('organizationid')
  })

  it.each(['{"message":"Not found"}', '', 'not found'])(
    'a 404 saying %j is a day without a file',
    async (body) => {
      const service = await answering([{ status: 404, body }])

      expect(await service.client.readAddresses('bot-1', day)).toBe(null)
    },
  )

  it.each(['{"error":"InvalidEndpoint","description":"Not found"}', '<html>no such page</html>'])(
    'a 404 saying %j means that the address is wrong',
    async (body) => {
      const service = await answering([{ status: 404, body }])

      await expect(service.client.readAddresses('bot-1', day)).rejects.toThrow(/check AI_AGENTS_BASE_URL/)
    },
  )

  it.each([
    [401, /does not accept the key/],
    [403, /refuses the data export/],
    [302, /redirects elsewhere: check AI_AGENTS_BASE_URL/],
    [400, /status 400 \(Zendesk says: no\)/],
  ])('a %i is explained, without the key', async (status, message) => {
    const service = await answering([
      { status, body: '{"message":"no"}', headers: { location: 'https://elsewhere.example' } },
    ])

    const error = await service.client.readAddresses('bot-1', day).catch((error: unknown) => error)

    expect(error).toMatchObject({ name: 'UpstreamError', status })
    expect(String(error)).toMatch(message)
    expect(String(error)).not.toContain('demo-ai-agents-key')
  })

  it('asks again after faults that pass', async () => {
    const service = await answering([
      { status: 500, body: '<html>' },
      { status: 429, headers: { 'retry-after': '0' } },
      { body: '' },
      { body: '{"urls":[' },
      { body: '{"urls":[]}' },
    ])

    expect(await service.client.readAddresses('bot-1', day)).toEqual([])
    expect(service.seen).toHaveLength(5)
  })

  it('an answer of another form names the place, not the address', async () => {
    const service = await answering([{ body: JSON.stringify({ urls: [`no address?${SIGNATURE}`] }) }])

    const error = await service.client.readAddresses('bot-1', day).catch((error: unknown) => error)

    expect(String(error)).not.toContain(SIGNATURE)
  })
})

describe('fetching a file', () => {
  it('sends no credential', async () => {
    const service = await answering([{ body: '[]' }])

    expect(await service.client.readFile(`${service.url}/file.json?${SIGNATURE}`, isAny)).toBe('[]')
    expect(service.seen).toMatchObject([{ method: 'GET', path: `/file.json?${SIGNATURE}` }])
    expect(service.seen[0].headers).not.toHaveProperty('authorization')
    expect(JSON.stringify(service.seen)).not.toContain('demo-ai-agents-key')
  })

  it.each([403, 400, 404, 410])('a %i means that the address is no longer good', async (status) => {
    const service = await answering([{ status, body: 'ExpiredToken' }])

    expect(await service.client.readFile(`${service.url}/file.json`, isAny)).toBe(null)
  })

  it('follows nobody elsewhere', async () => {
    const elsewhere = await answering([{ body: '[]' }])
    const service = await answering([{ status: 302, headers: { location: `${elsewhere.url}/file.json` } }])

    expect(await service.client.readFile(`${service.url}/file.json`, isAny)).toBe(null)
    expect(elsewhere.seen).toEqual([])
  })

  it('over plain http only on this machine, and only where the service is on it too', async () => {
    const local = await answering([])
    const real = await answering([], { baseUrl: 'https://acme.zendesk.com/ai-agents/api' })

    await expect(local.client.readFile('http://storage.example/a', isAny)).rejects.toThrow(/not https/)
    await expect(local.client.readFile('ftp://127.0.0.1/a', isAny)).rejects.toThrow(/not https/)
    await expect(real.client.readFile(`${real.url}/a`, isAny)).rejects.toThrow(/not https/)
    expect(real.seen).toEqual([])
  })

  it('that is not whole is asked for up to six times, and is then given as it is', async () => {
    const broken = Array.from({ length: 5 }, () => ({ body: '[{"a":1' }))
    const mended = await answering([...broken, { body: '[]' }])
    const never = await answering([...broken, { body: '[{"a":2' }, { body: '[]' }])
    const isWhole = (text: string) => text.endsWith(']')

    expect(await mended.client.readFile(`${mended.url}/file.json`, isWhole)).toBe('[]')
    expect(await never.client.readFile(`${never.url}/file.json`, isWhole)).toBe('[{"a":2')
  })

  it('names its address in no log and no error', async () => {
    const service = await answering(Array.from({ length: 6 }, () => ({ status: 500 })))

    const error = await service.client
      .readFile(`${service.url}/file.json?${SIGNATURE}`, isAny)
      .catch((error: unknown) => error)

    expect(service.logged()).toContain('asking Zendesk again')
    expect(`${service.logged()} ${String(error)}`).not.toMatch(/sig=|file\.json/)
    expect(String(error)).toMatch(/did not answer bot-conversations after 6 tries/)
  })
})

/** A server that gives these answers in turn, and a client of AI agents – Advanced that asks it. */
async function answering(
  answers: readonly Answer[],
  given: { organizationId?: string; baseUrl?: string } = {},
) {
  const seen: Seen[] = []
  const queue = [...answers]
  const server = createServer((request, response: ServerResponse) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      const { method = '', url = '', headers } = request
      seen.push({ method, path: url, headers, body })
      const answer = queue.shift() ?? { status: 500, body: 'no more answers' }
      response.writeHead(answer.status ?? 200, { 'content-type': 'application/json', ...answer.headers })
      response.end(answer.body ?? '')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closers.push(
    () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  )
  const address = server.address()
  const url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`
  const lines: string[] = []
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString())
      done()
    },
  })
  const { signal } = new AbortController()
  const base = testConfig()
  const config = {
    ...base,
    aiAgents: {
      ...base.aiAgents,
      baseUrl: given.baseUrl ?? `${url}/ai-agents/api`,
      organizationId: given.organizationId ?? null,
    },
  }
  const asking = createAsking({ rateWindowScale: 6_000, logger: pino({ level: 'debug' }, sink), signal })
  const client = createAiAgentsClient({ config, clock: frozenClock(testNow), signal, asking })
  return { url, seen, client, logged: () => lines.join('') }
}

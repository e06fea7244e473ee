import { afterEach, describe, expect, it } from 'vitest'
import type { Fault } from '../../zendesk-sim/server.ts'
import { at, openSimulator } from './call-simulator.ts'

let close: () => Promise<void> = () => Promise.resolve()
afterEach(() => close())

async function open(options: Parameters<typeof openSimulator>[0] = {}) {
  const simulator = await openSimulator(options)
  close = simulator.close
  return simulator
}

const exportPath = '/api/v2/incremental/tickets/cursor?start_time=0'

describe('rate limits', () => {
  it('allow ten incremental exports a minute over all of them, then 429 with Retry-After', async () => {
    let moment = 0
    const { support } = await open({ limits: 'on', rateClock: { now: () => moment } })

    const first = await support(exportPath)
    moment = 58_000
    for (let count = 2; count <= 10; count++) await support('/api/v2/incremental/tickets.json?start_time=0')
    const eleventh = await support(exportPath)

    expect(first.headers.get('zendesk-ratelimit-incremental-exports')).toBe(
      'total=10; remaining=9; resets=60',
    )
    expect(eleventh.status).toBe(429)
    expect(eleventh.headers.get('retry-after')).toBe('2')
    expect(eleventh.text).toBe('Number of allowed API requests per minute exceeded')
  })

  it('say what is left of the account in the headers', async () => {
    const { support } = await open({ limits: 'on' })

    await support('/api/v2/brands')
    const { headers } = await support('/api/v2/groups')

    expect(headers.get('x-rate-limit')).toBe('700')
    expect(headers.get('ratelimit-remaining')).toBe('698')
  })

  it('give the conversation log and the engagements budgets of their own', async () => {
    const { support } = await open({ limits: 'on' })

    const log = await support('/api/v2/tickets/1/conversation_log')
    const engagements = await support('/api/v2/engagements')

    expect(log.headers.get('zendesk-ratelimit-omnilog-index')).toMatch(
      /^total=100; remaining=99; resets=\d+$/,
    )
    expect(engagements.headers.get('x-rate-limit')).toBeNull()
  })

  it('count chats apart: 200 a minute', async () => {
    const { chat, support } = await open({ limits: 'on' })

    for (let count = 1; count <= 200; count++) await chat('/api/v2/chat/account')

    expect((await chat('/api/v2/chat/account')).status).toBe(429)
    expect((await support('/api/v2/brands')).status).toBe(200)
  })

  it('come back sooner in a compressed window, whose Retry-After has decimals', async () => {
    let moment = 0
    const { support } = await open({ limits: 'on', rateWindowScale: 60, rateClock: { now: () => moment } })
    for (let count = 1; count <= 10; count++) await support(exportPath)

    moment = 750
    const refused = await support(exportPath)
    moment = 1000
    const allowed = await support(exportPath)

    expect(refused.status).toBe(429)
    expect(refused.headers.get('retry-after')).toBe('0.250')
    expect(allowed.status).toBe(200)
  })
})

describe('faults', () => {
  const firstTime = (fault: Fault) => (request: { path: string; count: number }) =>
    request.path === '/api/v2/brands' && request.count === 1 ? fault : null

  it('are any status with an HTML body, for one request only', async () => {
    const { support } = await open({ faults: firstTime({ kind: 'status', status: 502 }) })

    const broken = await support('/api/v2/brands')

    expect(broken.status).toBe(502)
    expect(broken.text).toContain('<html>')
    expect((await support('/api/v2/brands')).status).toBe(200)
  })

  it('are a dropped socket in the middle of the body', async () => {
    const { support } = await open({ faults: firstTime({ kind: 'drop' }) })

    await expect(support('/api/v2/brands')).rejects.toThrow()
  })

  it('are a body that ends too early', async () => {
    const { support } = await open({ faults: firstTime({ kind: 'truncate' }) })

    const broken = await support('/api/v2/brands')

    expect(broken.status).toBe(200)
    expect(broken.text.startsWith('{"brands":[')).toBe(true)
    expect(broken.json).toBeNull()
  })

  it('are an empty body, a refused credential and a slow answer', async () => {
    const { support, setFaults } = await open()

    setFaults(() => ({ kind: 'empty' }))
    expect((await support('/api/v2/brands')).text).toBe('')
    setFaults(() => ({ kind: 'unauthorized' }))
    expect((await support('/api/v2/brands')).status).toBe(401)
    setFaults(() => ({ kind: 'delay', milliseconds: 1 }))
    expect(at((await support('/api/v2/brands')).json, 'brands', 0, 'name')).toBe('Hanbit Books')
  })
})

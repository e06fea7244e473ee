import { describe, expect, it } from 'vitest'
import { UpstreamError } from '../../../server/platform/problem.ts'
import { readListPage, readWholeList } from '../../../jobs/zendesk/list-page.ts'
import { retryAfterMs } from '../../../jobs/zendesk/waiting.ts'
import type { Answer } from './answering-server.ts'
import { answering, brands, fine, token } from './answering-server.ts'
import { syncFrom } from './sync-support.ts'

const chats = { path: '/api/v2/chat/account', bucket: 'chat', subject: 'chats' } as const

describe('asking Zendesk again', () => {
  it.each([
    ['a 500', { status: 500, body: '<html>oops</html>' }],
    ['a web page instead of JSON', { body: '<html>maintenance</html>' }],
    ['an empty answer', { body: '' }],
    ['an answer that was cut off', { body: '{"brands":[{"id":1' }],
    ['a dropped connection', { drop: true }],
    ['a 429 without Retry-After', { status: 429, body: 'slow down' }],
    ['a 409', { status: 409, body: '{}' }],
  ])('%s is asked again', async (_what, fault) => {
    const zendesk = await answering([token('t'), fault, fault, fine])

    expect(await zendesk.client.get(brands)).toEqual({ brands: [] })
    expect(zendesk.seen).toHaveLength(4)
  })

  it('a page that fails twice is asked for in its smaller form', async () => {
    const zendesk = await answering([token('t'), { drop: true }, { drop: true }, fine])

    await zendesk.client.get({ ...brands, query: { per_page: 1000, page: 3 }, smaller: { per_page: 250 } })

    expect(zendesk.seen.slice(1).map(({ path }) => path)).toEqual([
      '/api/v2/brands?per_page=1000&page=3',
      '/api/v2/brands?per_page=1000&page=3',
      '/api/v2/brands?per_page=250&page=3',
    ])
  })

  it('Retry-After is seconds, with decimals too, or an HTTP date', () => {
    expect(retryAfterMs(new Headers({ 'retry-after': '0.12' }))).toBe(120)
    expect(retryAfterMs(new Headers({ 'retry-after': '30' }))).toBe(30_000)
    const wait = retryAfterMs(new Headers({ 'retry-after': new Date(Date.now() + 60_000).toUTCString() }))

    expect(wait).toBeGreaterThan(50_000)
    expect(retryAfterMs(new Headers())).toBe(null)
  })

  it('it gives up after six faults, and says so without the address', async () => {
    const zendesk = await answering([token('t'), ...Array.from({ length: 6 }, () => ({ status: 502 }))])

    await expect(zendesk.client.get(brands)).rejects.toThrow(
      /^Zendesk did not answer account after 6 tries, the last time with status 502/,
    )
  })

  it('an address nobody answers at is an UpstreamError', async () => {
    const gone = await answering([])
    await gone.close()
    const { client } = syncFrom(gone.url)

    await expect(client.get(brands)).rejects.toThrow(/no connection \(ECONNREFUSED\)/)
  })

  it('an aborted signal ends a wait at once', async () => {
    const controller = new AbortController()
    const wait = { status: 429, headers: { 'retry-after': '3600' } }
    const zendesk = await answering([token('t'), wait], { signal: controller.signal })

    const asked = zendesk.client.get(brands)
    setTimeout(() => controller.abort(), 50)

    await expect(asked).rejects.toThrow(/abort/i)
  })
})

describe('credentials', () => {
  it('an OAuth token is fetched once and renewed once after a 401', async () => {
    const zendesk = await answering([token('first'), fine, { status: 401 }, token('second'), fine])

    await zendesk.client.get(brands)
    await zendesk.client.get(brands)

    expect(zendesk.seen.map(({ authorization }) => authorization)).toEqual([
      undefined,
      'Bearer first',
      'Bearer first',
      undefined,
      'Bearer second',
    ])
  })

  it('a token about to end is replaced before it ends', async () => {
    const short = { ...token('short'), body: '{"access_token":"short","expires_in":0.05}' }
    const zendesk = await answering([short, fine, token('next'), fine])

    await zendesk.client.get(brands)
    await new Promise((resolve) => setTimeout(resolve, 60))
    await zendesk.client.get(brands)

    expect(zendesk.seen.map(({ authorization }) => authorization)).toEqual([
      undefined,
      'Bearer short',
      undefined,
      'Bearer next',
    ])
  })

  it('a token whose life comes as text is used as well', async () => {
    const worded = { ...token('worded'), body: '{"access_token":"worded","expires_in":"1800"}' }
    const zendesk = await answering([worded, fine])

    expect(await zendesk.client.get(brands)).toEqual({ brands: [] })
    expect(zendesk.seen).toHaveLength(2)
  })

  it('requests at the same time share one token', async () => {
    const zendesk = await answering([token('one'), fine, fine, fine])

    await Promise.all([1, 2, 3].map(() => zendesk.client.get(brands)))

    expect(zendesk.seen.filter(({ path }) => path === '/oauth/tokens')).toHaveLength(1)
  })

  it('an API token goes as Basic, and Chat has its own', async () => {
    const credential = { kind: 'token', email: 'a@b.example', apiToken: 'secret' } as const
    const zendesk = await answering([fine, fine], { credential })

    await zendesk.client.get(brands)
    await zendesk.client.get(chats)

    expect(zendesk.seen.map(({ authorization }) => authorization)).toEqual([
      `Basic ${Buffer.from('a@b.example/token:secret').toString('base64')}`,
      'Bearer demo-chat-token',
    ])
  })

  it('a missing Chat token is explained before anything is sent', async () => {
    const zendesk = await answering([], { chatToken: null })

    await expect(zendesk.client.get(chats)).rejects.toThrow(/^ZENDESK_CHAT_TOKEN is missing/)
    expect(zendesk.seen).toEqual([])
  })

  it('a refused OAuth client is explained, without the secret', async () => {
    const zendesk = await answering([{ status: 401, body: '{"error":"invalid_client"}' }])

    const error = await zendesk.client.get(brands).catch((error: unknown) => error)

    expect(error).toBeInstanceOf(UpstreamError)
    expect(String(error)).toContain('check ZENDESK_CLIENT_ID and ZENDESK_CLIENT_SECRET')
    expect(String(error)).not.toContain('demo-client-secret')
  })

  it('are sent to the configured host only: a redirect is not followed', async () => {
    const elsewhere = await answering([fine])
    const zendesk = await answering([
      token('t'),
      { status: 302, headers: { location: `${elsewhere.url}/api/v2/brands` } },
    ])

    await expect(zendesk.client.get(brands)).rejects.toThrow(/redirects elsewhere/)
    expect(elsewhere.seen).toEqual([])
  })

  it('are not sent to an address in place of a path', async () => {
    const elsewhere = await answering([fine])
    const zendesk = await answering([token('t')])

    await expect(zendesk.client.get({ ...brands, path: `${elsewhere.url}/api` })).rejects.toThrow(/is not/)
    expect(elsewhere.seen).toEqual([])
  })
})

describe('refusals say what to do', () => {
  it.each([
    [
      403,
      'tickets',
      '{"error":"Forbidden","description":"missing scope"}',
      /tie the OAuth client to an administrator.*missing scope/,
    ],
    [
      404,
      'chats',
      '{"error":"InvalidEndpoint","description":"Not found"}',
      /This account has no Zendesk Chat/,
    ],
    [
      403,
      'survey-responses',
      '{"errors":[{"code":"Forbidden","title":"no access"}]}',
      /Suite Growth.*no access/,
    ],
    [
      403,
      'satisfaction-ratings',
      '{"error":{"title":"Forbidden","message":"ask the owner"}}',
      /plan with CSAT.*ask the owner/,
    ],
    [404, 'account', '<html></html>', /check that ZENDESK_SUBDOMAIN/],
    [422, 'tickets', '{"error":"InvalidValue"}', /status 422 \(Zendesk says: InvalidValue\)/],
  ] as const)('%i on %s', async (status, subject, body, message) => {
    const zendesk = await answering([token('t'), { status, body }])

    const error = await zendesk.client.get({ ...brands, subject }).catch((error: unknown) => error)

    expect(error).toMatchObject({ name: 'UpstreamError', status })
    expect(String(error)).toMatch(message)
  })
})

describe('lists', () => {
  it('end with has_more, although the last page names a next one', async () => {
    const page = (ids: number[], hasMore: boolean): Answer => ({
      body: JSON.stringify({
        brands: ids.map((id) => ({ id })),
        meta: { has_more: hasMore, after_cursor: `after-${ids.at(-1)}` },
        links: { next: 'https://elsewhere.example/api/v2/brands?page[after]=x' },
      }),
    })
    const zendesk = await answering([token('t'), page([1, 2], true), page([3], false)])

    const rows = await readWholeList(zendesk.client, { ...brands, key: 'brands' })

    expect(rows).toEqual([{ id: 1 }, { id: 2 }, { id: 3 }])
    expect(zendesk.seen[2].path).toBe('/api/v2/brands?page%5Bsize%5D=100&page%5Bafter%5D=after-2')
  })

  it('that promise more without a cursor go on with the link', async () => {
    const links = { next: 'https://elsewhere.example/api/v2/brands?page[after]=x' }
    const promising = { body: JSON.stringify({ brands: [{ id: 1 }], meta: { has_more: true }, links }) }
    const zendesk = await answering([token('t'), promising, fine])

    await readWholeList(zendesk.client, { ...brands, key: 'brands' })

    expect(zendesk.seen[2].path).toBe('/api/v2/brands?page%5Bsize%5D=100&page%5Bafter%5D=x')
  })

  it('that promise more without a word of where are not taken for whole', async () => {
    const promising = { body: JSON.stringify({ brands: [{ id: 1 }], meta: { has_more: true } }) }
    const zendesk = await answering([token('t'), promising, promising])

    await expect(readWholeList(zendesk.client, { ...brands, key: 'brands' })).rejects.toThrow(
      /names the same page/,
    )
  })

  it('of a next_page on another host only the query is used', async () => {
    const elsewhere = await answering([fine])
    const body = JSON.stringify({ brands: [], next_page: `${elsewhere.url}/steal?page=2&per_page=100` })
    const zendesk = await answering([token('t'), { body }, fine])

    const { next } = await readListPage(zendesk.client, { ...brands, key: 'brands' })
    await readListPage(zendesk.client, { ...brands, key: 'brands' }, next)

    expect(zendesk.seen[2].path).toBe('/api/v2/brands?page=2&per_page=100')
    expect(elsewhere.seen).toEqual([])
  })
})

describe('budgets', () => {
  const incremental = { ...brands, bucket: 'incremental' } as const

  it('a spent bucket waits for its next window, and no other bucket waits with it', async () => {
    const controller = new AbortController()
    const headers = { 'zendesk-ratelimit-incremental-exports': 'total=10; remaining=0; resets=3600' }
    const zendesk = await answering([token('t'), { ...fine, headers }, fine], { signal: controller.signal })
    await zendesk.client.get(incremental)

    const waiting = zendesk.client.get(incremental)
    await zendesk.client.get(brands)

    expect(zendesk.seen).toHaveLength(3)
    controller.abort()
    await expect(waiting).rejects.toThrow(/abort/i)
  })

  it('the next window opens when the answer said', async () => {
    const headers = { 'zendesk-ratelimit-incremental-exports': 'total=10; remaining=0; resets=0.1' }
    const zendesk = await answering([token('t'), { ...fine, headers }, fine])

    await zendesk.client.get(incremental)

    expect(await zendesk.client.get(incremental)).toEqual({ brands: [] })
  })

  it('a request with half a share leaves the other half of the bucket', async () => {
    const controller = new AbortController()
    const headers = { 'ratelimit-limit': '700', 'ratelimit-remaining': '350', 'ratelimit-reset': '3600' }
    const zendesk = await answering([token('t'), { ...fine, headers }, fine], { signal: controller.signal })
    await zendesk.client.get(brands)

    const waiting = zendesk.client.get({ ...brands, share: 0.5 })
    await zendesk.client.get(brands)

    expect(zendesk.seen).toHaveLength(3)
    controller.abort()
    await expect(waiting).rejects.toThrow(/abort/i)
  })
})

import { describe, expect, it } from 'vitest'
import { countChats } from '../../../jobs/reconcile/count-chats.ts'
import { countTickets, searchWords } from '../../../jobs/reconcile/search-tickets.ts'
import { settledDays } from '../../../jobs/reconcile/settled-days.ts'
import type { ZendeskRequest } from '../../../jobs/zendesk/request.ts'
import type { HistoryProgress } from '../../../server/store/checkpoints.ts'
import type { Slice } from '../../../server/store/reconciliation.ts'

const slice: Slice = {
  kind: 'tickets',
  brandId: 7,
  channel: 'native_messaging',
  scope: 'agent',
  day: '2026-11-01',
  days: 1,
}

describe('the search for tickets', () => {
  it('names explicit instants, whatever zone the account is in', () => {
    expect(searchWords({ ...slice, day: '2026-11-16' }, 'Asia/Seoul')).toBe(
      'type:ticket brand_id:7 via:native_messaging created>=2026-11-15T15:00:00Z created<2026-11-16T15:00:00Z -support_type:ai_agent',
    )
  })

  it('covers all 25 hours of the day on which clocks go back, and the 23 on which they go on', () => {
    expect(searchWords(slice, 'America/New_York')).toContain(
      'created>=2026-11-01T04:00:00Z created<2026-11-02T05:00:00Z',
    )
    expect(searchWords({ ...slice, day: '2026-03-08' }, 'America/New_York')).toContain(
      'created>=2026-03-08T05:00:00Z created<2026-03-09T04:00:00Z',
    )
  })

  it('asks for the bot’s own tickets by name', () => {
    expect(searchWords({ ...slice, scope: 'ai_agent' }, 'UTC')).toMatch(/ support_type:ai_agent$/)
  })

  it('understands a count in either form', async () => {
    expect(await countTickets(answering(() => ({ count: 12 })).client, 'x')).toBe(12)
    expect(await countTickets(answering(() => ({ count: { value: 12 } })).client, 'x')).toBe(12)
  })
})

describe('the search for chats', () => {
  const from = Date.parse('2026-11-15T00:00:00Z')
  const to = Date.parse('2026-11-16T00:00:00Z')

  it('covers a UTC day, both ends of which are found', async () => {
    const { client, requests } = answering(() => ({ count: 120, results: [] }))

    expect(await countChats(client, from, to)).toBe(120)
    expect(requests.map(({ query }) => query?.q)).toEqual([
      'timestamp:[2026-11-15T00:00:00 TO 2026-11-15T23:59:59]',
    ])
  })

  it('is cut into hours where it would end at ten thousand', async () => {
    const { client, requests } = answering(({ query }) =>
      String(query?.q).includes('T00:00:00 TO 2026-11-15T23:59:59') ? { count: 10_000 } : { count: 500 },
    )

    expect(await countChats(client, from, to)).toBe(12_000)
    expect(requests).toHaveLength(25)
    expect(requests[2].query?.q).toBe('timestamp:[2026-11-15T01:00:00 TO 2026-11-15T01:59:59]')
  })

  it('turns pages where the count is that of a page, as in the export', async () => {
    const { client } = answering(({ query }) =>
      query?.page === '2'
        ? { count: 1, results: [1], next_url: null }
        : { count: 40, results: Array(40).fill(0), next_url: 'https://elsewhere.example/search?q=x&page=2' },
    )

    expect(await countChats(client, from, to)).toBe(41)
  })

  it('takes a count of all pages from the first one', async () => {
    const { client, requests } = answering(() => ({
      count: 120,
      results: Array(40).fill(0),
      next_url: 'https://elsewhere.example/search?q=x&page=2',
    }))

    expect(await countChats(client, from, to)).toBe(120)
    expect(requests).toHaveLength(1)
  })

  it('turns pages where the count is missing', async () => {
    const { client, requests } = answering(({ query }) =>
      query?.page === '2'
        ? { results: [1], next_url: null }
        : { results: Array(40).fill(0), next_url: 'https://elsewhere.example/search?q=x&page=2' },
    )

    expect(await countChats(client, from, to)).toBe(41)
    expect(requests.map(({ path }) => path)).toEqual(Array(2).fill('/api/v2/chat/chats/search'))
  })
})

describe('settled days', () => {
  const history = (completeTo: string, coveredFrom: string): HistoryProgress[] => [
    {
      stream: 'chats',
      progress: 1,
      coveredFrom: Date.parse(coveredFrom),
      completeTo: Date.parse(completeTo),
      done: false,
      rows: 1,
      isAbsent: false,
    },
  ]

  it('end six hours before the moment everything is complete to', () => {
    expect(settledDays(history('2026-11-16T05:59:00Z', '2026-01-01T00:00:00Z'), ['chats'], 'UTC')?.to).toBe(
      '2026-11-15',
    )
    expect(settledDays(history('2026-11-16T06:00:00Z', '2026-01-01T00:00:00Z'), ['chats'], 'UTC')?.to).toBe(
      '2026-11-16',
    )
  })

  it('begin with the first day that is here whole', () => {
    expect(settledDays(history('2026-11-16T06:00:00Z', '2026-01-01T00:00:01Z'), ['chats'], 'UTC')?.from).toBe(
      '2026-01-02',
    )
  })

  it('are none for a source the account does not have, or that was never read', () => {
    const [chats] = history('2026-11-16T06:00:00Z', '2026-01-01T00:00:00Z')

    expect(settledDays([{ ...chats, isAbsent: true }], ['chats'], 'UTC')).toBeNull()
    expect(settledDays([chats], ['chats', 'tickets-agent'], 'UTC')).toBeNull()
  })
})

function answering(answer: (request: ZendeskRequest) => unknown) {
  const requests: ZendeskRequest[] = []
  return {
    requests,
    client: {
      get: (request: ZendeskRequest) => {
        requests.push(request)
        return Promise.resolve(answer(request))
      },
    },
  }
}

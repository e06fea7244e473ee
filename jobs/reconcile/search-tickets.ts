import { z } from 'zod'
import { addDays } from '../../server/periods/day.ts'
import { startOfDay } from '../../server/periods/zone.ts'
import type { Slice } from '../../server/store/reconciliation.ts'
import type { ZendeskClient } from '../zendesk/client.ts'
import { amount, id, instant } from '../zendesk/wire.ts'

/** Of the searches Zendesk allows per minute; people search too. */
const SHARE = 0.8
const PAGE_ROWS = 100
/** A search lists no more than this, however many it counts. */
export const mostListed = 1000

const countSchema = z.object({ count: z.union([amount, z.object({ value: amount })]) })
const foundSchema = z.object({
  results: z.array(z.object({ id, updated_at: instant.nullish() })),
  next_page: z.string().nullish(),
})

const shownSchema = z.object({
  tickets: z.array(z.object({ id, brand_id: id.nullish(), updated_at: instant.nullish() })),
})

export type ShownTicket = z.infer<typeof shownSchema>['tickets'][number]
export type FoundTicket = z.infer<typeof foundSchema>['results'][number]

/**
 * The words that find a slice's tickets: by explicit instants, because Zendesk would read a bare day in the zone of
 * the account or of whoever asks.
 * @example 'type:ticket brand_id:7 via:native_messaging created>=2026-11-14T15:00:00Z created<2026-11-15T15:00:00Z -support_type:ai_agent'
 */
export function searchWords({ brandId, channel, scope, day, days }: Slice, zone: string): string {
  const from = isoSeconds(startOfDay(day, zone))
  const to = isoSeconds(startOfDay(addDays(day, days), zone))
  const supportType = scope === 'ai_agent' ? 'support_type:ai_agent' : '-support_type:ai_agent'
  return `type:ticket brand_id:${brandId} via:${channel} created>=${from} created<${to} ${supportType}`
}

/** How many tickets Zendesk finds. */
export async function countTickets(client: ZendeskClient, words: string): Promise<number> {
  const body = await client.get({ path: '/api/v2/search/count', query: { query: words }, ...asSearch })
  const { count } = countSchema.parse(body)
  return typeof count === 'number' ? count : count.value
}

/** The tickets Zendesk finds one by one, `mostListed` at most. */
export async function listTickets(client: ZendeskClient, words: string): Promise<FoundTicket[]> {
  const found = new Map<number, FoundTicket>()
  for (let page = 1; page * PAGE_ROWS <= mostListed; page++) {
    const query = { query: words, per_page: PAGE_ROWS, page, sort_by: 'created_at', sort_order: 'asc' }
    const body = foundSchema.parse(await client.get({ path: '/api/v2/search', query, ...asSearch }))
    for (const ticket of body.results) found.set(ticket.id, ticket)
    if (!body.next_page || body.results.length === 0) break
  }
  return [...found.values()]
}

/** Those of the tickets that Zendesk still shows, as they are now. */
export async function showTickets(
  client: ZendeskClient,
  ticketIds: readonly number[],
): Promise<Map<number, ShownTicket>> {
  const shown = new Map<number, ShownTicket>()
  for (let i = 0; i < ticketIds.length; i += PAGE_ROWS) {
    const body = await client.get({
      path: '/api/v2/tickets/show_many',
      query: { ids: ticketIds.slice(i, i + PAGE_ROWS).join(',') },
      bucket: 'account',
      subject: 'reconciliation',
      share: 0.5,
    })
    for (const ticket of shownSchema.parse(body).tickets) shown.set(ticket.id, ticket)
  }
  return shown
}

const asSearch = { bucket: 'search', subject: 'reconciliation', share: SHARE } as const

function isoSeconds(moment: number): string {
  return new Date(moment).toISOString().replace(/\.\d+Z$/, 'Z')
}

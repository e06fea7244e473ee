import { z } from 'zod'
import type { ZendeskClient } from '../zendesk/client.ts'
import { queryOf } from '../zendesk/list-page.ts'
import { amount } from '../zendesk/wire.ts'

/** The search ends about here and refuses later pages: a longer span is cut into parts. */
const MOST_FOUND = 10_000
const MOST_PAGES = 251
const PARTS = 24
const SHORTEST_SPAN_MS = 60_000
/** The stream of chats draws on the same limit. */
const SHARE = 0.5

const foundSchema = z.object({
  count: amount.nullish(),
  results: z.array(z.unknown()).nullish(),
  next_url: z.string().nullish(),
})

/** How many chats and offline messages Zendesk finds that began between two instants (epoch ms, whole seconds). */
export async function countChats(client: ZendeskClient, from: number, to: number): Promise<number> {
  const count = await countFound(client, from, to)
  if (count !== null && (count < MOST_FOUND || to - from <= SHORTEST_SPAN_MS)) return count
  if (to - from <= SHORTEST_SPAN_MS) return MOST_FOUND
  const part = Math.max(SHORTEST_SPAN_MS, Math.ceil((to - from) / PARTS / 1000) * 1000)
  let sum = 0
  for (let start = from; start < to; start += part)
    sum += await countChats(client, start, Math.min(start + part, to))
  return sum
}

/** Null where there are more than can be counted by turning pages. */
async function countFound(client: ZendeskClient, from: number, to: number): Promise<number | null> {
  // Both ends of the range are found, and instants without a zone are UTC.
  let query: Record<string, string> = { q: `timestamp:[${bareInstant(from)} TO ${bareInstant(to - 1000)}]` }
  let counted = 0
  for (let page = 1; page <= MOST_PAGES; page++) {
    const body = await client.get({
      path: '/api/v2/chat/chats/search',
      query,
      bucket: 'chat',
      subject: 'chats',
      share: SHARE,
    })
    const { count, results, next_url } = foundSchema.parse(body)
    counted += results?.length ?? 0
    // Zendesk's chat export counts the rows of the page alone: a count no page goes beyond may mean that here too.
    if (typeof count === 'number' && count > counted) return count
    if (!next_url || !results?.length) return counted
    query = { ...query, ...queryOf(next_url) }
  }
  return null
}

function bareInstant(moment: number): string {
  return new Date(moment).toISOString().slice(0, 19)
}

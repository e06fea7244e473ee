import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import type { ZendeskClient } from './client.ts'
import { explain } from './refusals.ts'
import type { ZendeskRequest } from './request.ts'

const LIST_PAGE_ROWS = 100

/** Lists answer with cursors (`meta`), older ones with page numbers (`next_page`). */
const envelopeSchema = z.object({
  meta: z.object({ has_more: z.boolean(), after_cursor: z.string().nullish() }).nullish(),
  links: z.object({ next: z.string().nullish() }).nullish().catch(null),
  next_page: z.string().nullish(),
})

export type ListPage = {
  records: unknown[]
  /** Query of the next page; null on the last. */
  next: Record<string, string> | null
}

/**
 * One page of a list endpoint, whose rows stand under `key`. `next` of the page before continues it.
 * Only `has_more` ends a list: the last page still names a cursor.
 */
export async function readListPage(
  client: ZendeskClient,
  request: ZendeskRequest & { key: string },
  next: Record<string, string> | null = null,
): Promise<ListPage> {
  const { key, ...rest } = request
  // A page by its number is not to be mixed with cursors.
  const size = next && 'page' in next ? null : { 'page[size]': LIST_PAGE_ROWS }
  const body = await client.get({ ...rest, query: { ...size, ...rest.query, ...next } })
  const envelope = envelopeSchema.parse(body)
  const records = z.object({ [key]: z.array(z.unknown()) }).parse(body)[key]
  return { records, next: nextOf(envelope, next) }
}

/** More to come without a word of where is as good as being led back to the same page. */
function nextOf(
  { meta, links, next_page }: z.infer<typeof envelopeSchema>,
  present: Record<string, string> | null,
): Record<string, string> | null {
  if (!meta) return next_page ? queryOf(next_page) : null
  if (!meta.has_more) return null
  if (meta.after_cursor) return { 'page[after]': meta.after_cursor }
  return links?.next ? queryOf(links.next) : (present ?? {})
}

/** Every row of a short list. @throws UpstreamError when the list leads back to the page it came from */
export async function readWholeList(
  client: ZendeskClient,
  request: ZendeskRequest & { key: string },
): Promise<unknown[]> {
  const records: unknown[] = []
  for (let next: Record<string, string> | null = null; ;) {
    const page: ListPage = await readListPage(client, request, next)
    records.push(...page.records)
    if (page.next === null) return records
    if (isDeepStrictEqual(page.next, next)) throw explain('list_stuck')
    next = page.next
  }
}

/** The query of a link, and nothing else of it: links may name another host. */
export function queryOf(link: string): Record<string, string> {
  const [, query = ''] = /^[^?#]*\?([^#]*)/.exec(link) ?? []
  return Object.fromEntries(new URLSearchParams(query))
}

import type { Cause, Tally } from '../../server/metrics/reconciliation.ts'
import { compareCounts, compareIds, isRed } from '../../server/metrics/reconciliation.ts'
import { streamCompleteTo } from '../../server/store/checkpoints.ts'
import type { StoredCount } from '../../server/store/reconciliation-counts.ts'
import { locateTickets, readStoredTickets } from '../../server/store/reconciliation-counts.ts'
import type { Slice } from '../../server/store/reconciliation.ts'
import type { SyncContext } from '../streams/stream.ts'
import type { ZendeskClient } from '../zendesk/client.ts'
import { countTickets, listTickets, mostListed, searchWords, showTickets } from './search-tickets.ts'

type Ticket = { slice: Slice; zone: string; stored: StoredCount }

/** A week's total; null unless it is exactly what is stored: then its days have to be looked at one by one. */
export async function compareWeek(
  client: ZendeskClient,
  { slice, zone, stored }: Ticket,
): Promise<Tally | null> {
  const theirs = await countTickets(client, searchWords(slice, zone))
  return theirs === stored.present ? compareCounts(theirs, stored) : null
}

/** A day's total; where that is too far off, the tickets themselves, so that causes can be told. */
export async function compareDay(
  sync: SyncContext,
  client: ZendeskClient,
  { slice, zone, stored }: Ticket,
): Promise<Tally> {
  const words = searchWords(slice, zone)
  const theirs = await countTickets(client, words)
  const tally = compareCounts(theirs, stored)
  if (!isRed(tally) || theirs > mostListed) return tally
  return compareTickets(sync, client, slice, words)
}

async function compareTickets(
  { db }: SyncContext,
  client: ZendeskClient,
  slice: Slice,
  words: string,
): Promise<Tally> {
  const listed = new Map((await listTickets(client, words)).map((ticket) => [ticket.id, ticket]))
  const ours = new Map(readStoredTickets(db, slice).map((ticket) => [ticket.ticketId, ticket]))
  const missing = [...listed.keys()].filter((id) => !ours.has(id))
  const mine = [...ours.values()]
  const extra = mine.filter(({ ticketId, isDeleted }) => !isDeleted && !listed.has(ticketId))
  const flagged = mine.filter(({ ticketId, isDeleted }) => isDeleted && listed.has(ticketId))
  const shown = await showTickets(
    client,
    [...extra, ...flagged].map(({ ticketId }) => ticketId),
  )
  const elsewhere = locateTickets(db, missing)
  const syncedTo = streamCompleteTo(db, ['tickets-agent', 'tickets-ai-agent']) ?? 0
  const isLate = (ticket: { updated_at?: number | null | undefined } | undefined) =>
    (ticket?.updated_at ?? 0) >= syncedTo

  const causeOfMissing = (id: number): Cause | null => {
    if (isLate(listed.get(id))) return 'not_yet_synced'
    const brandId = elsewhere.stored.get(id)
    if (brandId === undefined) return elsewhere.putAside.has(id) ? 'put_aside' : null
    return brandId === null || brandId === slice.brandId ? 'no_brand' : 'other_brand'
  }
  const causeOfExtra = (id: number): Cause | null => {
    const ticket = ours.get(id)
    if (ticket?.isDeleted) return 'deleted'
    if (ticket?.isMerged) return 'merged'
    const present = shown.get(id)
    if (!present) return 'suspended'
    if (isLate(present)) return 'not_yet_synced'
    return present.brand_id === slice.brandId ? null : 'other_brand'
  }
  const tally = compareIds(new Set(listed.keys()), new Set(ours.keys()), (id, side) =>
    side === 'missing' ? causeOfMissing(id) : causeOfExtra(id),
  )
  // Flagged as deleted and in no figure, while Zendesk has shown them all along.
  const lost = flagged.filter(({ ticketId }) => shown.has(ticketId) && !isLate(shown.get(ticketId)))
  return { ...tally, unexplained: tally.unexplained + lost.length }
}

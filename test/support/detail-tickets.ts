import type { DetailSample } from '../../server/settings/detail-sample.ts'
import { defaultAccountSettings } from '../../server/settings/default-settings.ts'
import { storeConversations } from '../../server/store/conversations.ts'
import type { Database } from '../../server/store/database.ts'
import { refreshDetailPlan } from '../../server/store/detail-weeks.ts'
import type { PlacedDetail } from '../../server/store/pending-details.ts'
import { readPendingDetails } from '../../server/store/pending-details.ts'
import { refreshRollups } from '../../server/store/rollups.ts'
import { writeAccountSettings } from '../../server/store/settings.ts'
import { storeTicketDetails } from '../../server/store/ticket-details.ts'
import { startedAt, ticketFacts } from './conversation-facts.ts'
import { migratedDatabase } from './migrated-database.ts'

const DAY_MS = 86_400_000
export const TODAY = '2026-03-20'

export function accountWith(sample: Partial<DetailSample>): Database {
  const db = migratedDatabase()
  writeSettings(db, sample)
  for (const id of [1, 2]) {
    db.prepare("insert into brand values (:id, 'A', null, 0, 1, 0, 0, null)").run({ id })
  }
  return db
}

export function brandWithBot(tickets: number, sample: Partial<DetailSample>): Database {
  const db = accountWith(sample)
  storeBotTicket(db, 1)
  storeTickets(db, idsFrom(201, tickets), {})
  return db
}

/** From long ago: all later tickets of the brand may have been answered by a bot. */
export function storeBotTicket(db: Database, brandId: number): void {
  storeTickets(db, [100 + brandId], {
    ticket_brand_id: brandId,
    scope: 'ai_agent',
    seen_ai_agent: 1,
    started_at: startedAt - 200 * DAY_MS,
  })
}

export function writeSettings(db: Database, sample: Partial<DetailSample>): void {
  const settings = defaultAccountSettings('Asia/Seoul')
  writeAccountSettings(db, { ...settings, detailSample: { ...settings.detailSample, ...sample } }, 0)
}

export function idsFrom(first: number, number: number): number[] {
  return Array.from({ length: number }, (_, i) => first + i)
}

export function storeTickets(
  db: Database,
  ids: readonly number[],
  given: Parameters<typeof ticketFacts>[0],
): void {
  storeConversations(
    db,
    ids.map((id) =>
      ticketFacts({ id: `ticket:${id}`, ticket_id: id, started_at: startedAt + id * 1000, ...given }),
    ),
  )
}

export function pending(db: Database): PlacedDetail[] {
  refreshDetailPlan(db)
  return readPendingDetails(db, 100_000, TODAY)
}

export function pendingIds(db: Database): number[] {
  return pending(db).map(({ ticket_id }) => ticket_id)
}

export function read(
  db: Database,
  ids: readonly number[],
  bot: 0 | 1 = 1,
  version = startedAt + 600_000,
): void {
  storeTicketDetails(
    db,
    ids.map((id) => ({
      ticket_id: id,
      generated_at: version,
      bot_involved: bot,
      handed_off_at: startedAt + id * 1000,
      first_customer_message_at: startedAt + id * 1000,
      first_bot_message_at: null,
      first_human_reply_at: startedAt + id * 1000 + 60_000,
      customer_messages: 1,
      agent_messages: 1,
      bot_messages: bot,
      agent_count: 1,
      continued_by_email: 0,
      handed_back_at: null,
    })),
  )
}

export function refreshAll(db: Database): void {
  while (refreshRollups(db, 100) > 0);
}

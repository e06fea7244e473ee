import type { Database } from '../../../server/store/database.ts'
import { statement } from '../../../server/store/database.ts'
import type { Engagement } from '../../../server/store/engagements.ts'
import { storeEngagements } from '../../../server/store/engagements.ts'
import { defaultAccountSettings } from '../../../server/settings/default-settings.ts'
import { writeAccountSettings } from '../../../server/store/settings.ts'
import { insertConversation } from '../../support/conversation-rows.ts'
import { migratedDatabase } from '../../support/migrated-database.ts'

/** @example seoul('2026-03-02T10:00') // epoch ms */
export const seoul = (time: string): number => Date.parse(`${time}:00+09:00`)

/** An account in Seoul with no rows. */
export function emptyAccount(): Database {
  const db = migratedDatabase()
  writeAccountSettings(db, defaultAccountSettings('Asia/Seoul'), 0)
  return db
}

type Part = { agent: number | null; from: string; to: string | null }

/** A live chat of brand 1 from the beginning of its first engagement on, with its engagements. */
export function addChat(
  db: Database,
  id: number,
  parts: readonly (Part & { accepted?: number; messages?: number })[],
  given: Record<string, string | number | null> = {},
): void {
  insertConversation(db, {
    id: `chat:${id}`,
    started_at: seoul(parts[0]?.from ?? '2026-03-02T10:00'),
    ...given,
  })
  for (const [place, { agent, from, to, accepted, messages }] of parts.entries()) {
    statement(
      db,
      `insert into chat_engagement (id, conversation_id, agent_id, started_at, duration_seconds, accepted, agent_messages)
       values (:id, :conversation, :agent, :startedAt, :seconds, :accepted, :messages)`,
    ).run({
      id: `chat:${id}:${place}`,
      conversation: `chat:${id}`,
      agent,
      startedAt: seoul(from),
      seconds: to === null ? null : (seoul(to) - seoul(from)) / 1000,
      accepted: accepted ?? 1,
      messages: messages ?? 2,
    })
  }
}

/** A messaging ticket of brand 1 without engagements. */
export function addTicket(
  db: Database,
  id: number,
  startedAt: string,
  given: Record<string, string | number | null> = {},
): void {
  insertConversation(db, {
    id: `ticket:${id}`,
    ticket_id: id,
    source: 'messaging',
    channel: 'native_messaging',
    scope: 'agent',
    started_at: seoul(startedAt),
    ...given,
  })
}

/** An engagement on a messaging ticket, stored as the sync stores it. */
export function addEngagement(
  db: Database,
  id: string,
  ticketId: number,
  { agent, from, to }: Part,
  given: Partial<Engagement> = {},
): void {
  storeEngagements(db, [
    {
      id,
      ticket_id: ticketId,
      agent_id: agent,
      group_id: null,
      channel: 'messaging',
      start_reason: 'assigned',
      end_reason: 'work item solved',
      ticket_status_start: 'open',
      ticket_status_end: 'solved',
      raw_words: '{}',
      started_at: seoul(from),
      ended_at: to === null ? null : seoul(to),
      offer_seconds: 3,
      first_reply_seconds: 12,
      average_wait_seconds: 20,
      longest_wait_seconds: 30,
      total_wait_seconds: 40,
      agent_messages: 2,
      agent_replies: 2,
      customer_messages: 2,
      ...given,
    },
  ])
}

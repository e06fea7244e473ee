import type { AccountKnowledge } from '../metrics/account-knowledge.ts'
import type { ConversationFacts, ConversationRow } from '../metrics/conversation-row.ts'
import type { Database } from './database.ts'
import { statement } from './database.ts'
import { rederiveBrandTickets } from './rederive-conversations.ts'

type Arrival = { stored: ConversationRow | undefined; facts: ConversationFacts }

/**
 * Moves `brand.bot_since` to the earliest AI agent ticket among the arrivals, in the database and in `account`.
 * Returns what is left to do once the arrivals are written: derive anew the tickets whose bot became known (or was
 * taken back, when a ticket changed its brand), and say how many rows that changed.
 */
export function noteBots(
  db: Database,
  arrivals: readonly Arrival[],
  account: AccountKnowledge,
): () => number {
  const before = new Map(account.botSince)
  const left = new Set<number>()
  for (const { stored, facts } of arrivals) {
    if (facts.scope === null || facts.seen_ai_agent === 0) continue
    const from = stored?.brand_id ?? null
    if (from !== null && from !== facts.ticket_brand_id && before.get(from) === stored?.started_at) {
      left.add(from)
    }
    if (facts.ticket_brand_id === null) continue
    const known = account.botSince.get(facts.ticket_brand_id)
    if (known === undefined || facts.started_at < known) {
      writeBotSince(db, facts.ticket_brand_id, facts.started_at)
      account.botSince.set(facts.ticket_brand_id, facts.started_at)
    }
  }
  return () => {
    for (const brandId of left) refreshBotSince(db, brandId, account)
    const moved = new Set([...before.keys(), ...account.botSince.keys()])
    let changed = 0
    for (const brandId of moved) {
      const was = before.get(brandId) ?? Number.MAX_SAFE_INTEGER
      const is = account.botSince.get(brandId) ?? Number.MAX_SAFE_INTEGER
      if (was !== is) {
        changed += rederiveBrandTickets(db, brandId, Math.min(was, is), Math.max(was, is), account)
      }
    }
    return changed
  }
}

/** Sets `brand.bot_since` from the stored AI agent tickets: for a brand that was not known when they arrived. */
export function refreshBotSince(db: Database, brandId: number, account: AccountKnowledge): void {
  const first = statement<{ started_at: number | null }>(
    db,
    `select min(started_at) as started_at from conversation where brand_id = :brandId and seen_ai_agent = 1`,
  ).get({ brandId })
  const botSince = first?.started_at ?? null
  writeBotSince(db, brandId, botSince)
  if (botSince === null) account.botSince.delete(brandId)
  else account.botSince.set(brandId, botSince)
}

function writeBotSince(db: Database, brandId: number, botSince: number | null): void {
  statement(db, 'update brand set bot_since = :botSince where id = :brandId').run({ brandId, botSince })
}

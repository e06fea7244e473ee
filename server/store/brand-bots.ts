import type { AccountKnowledge } from '../metrics/account-knowledge.ts'
import type { ConversationFacts, ConversationRow } from '../metrics/conversation-row.ts'
import type { Database } from './database.ts'
import { statement } from './database.ts'
import { rederiveBrandTickets } from './rederive-conversations.ts'

type Arrival = { stored: ConversationRow | undefined; facts: ConversationFacts }

/**
 * Moves `brand.bot_since` to the earliest ticket among the arrivals that a bot answered, in the database and in
 * `account`: an AI agent's ticket, or one whose messages show a bot. Returns what is left to do once the arrivals are
 * written: derive anew the tickets whose bot became known (or was taken back, when a ticket changed its brand), and say
 * how many rows that changed.
 */
export function noteBots(
  db: Database,
  arrivals: readonly Arrival[],
  account: AccountKnowledge,
): () => number {
  const before = new Map(account.botSince)
  const left = new Set<number>()
  for (const { stored, facts } of arrivals) {
    if (facts.scope === null || !isOfBot(db, facts)) continue
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
    return rederiveMoved(db, before, account)
  }
}

/**
 * Settles since when the brands have had a bot once messages of their tickets were stored, and derives anew what
 * depends on it; returns how many rows changed. Only earlier tickets move a bot's start, and none of what is derived
 * from it does.
 */
export function settleBots(db: Database, brandIds: ReadonlySet<number>, account: AccountKnowledge): number {
  const before = new Map(account.botSince)
  for (const brandId of brandIds) refreshBotSince(db, brandId, account)
  return rederiveMoved(db, before, account)
}

/** The account's first ticket of an AI agent (epoch ms); null = none yet. */
export function readFirstAiAgentTicket(db: Database): number | null {
  return (
    statement<{ at: number | null }>(
      db,
      'select min(started_at) as at from conversation where seen_ai_agent = 1',
    ).get()?.at ?? null
  )
}

function rederiveMoved(db: Database, before: ReadonlyMap<number, number>, account: AccountKnowledge): number {
  let changed = 0
  for (const brandId of new Set([...before.keys(), ...account.botSince.keys()])) {
    const was = before.get(brandId) ?? Number.MAX_SAFE_INTEGER
    const is = account.botSince.get(brandId) ?? Number.MAX_SAFE_INTEGER
    if (was !== is) {
      changed += rederiveBrandTickets(db, brandId, Math.min(was, is), Math.max(was, is), account)
    }
  }
  return changed
}

function isOfBot(db: Database, facts: ConversationFacts): boolean {
  if (facts.seen_ai_agent === 1 || facts.scope === 'ai_agent') return true
  return (
    facts.ticket_id !== null &&
    statement(db, 'select 1 from ticket_detail where ticket_id = :ticketId and bot_involved = 1').get({
      ticketId: facts.ticket_id,
    }) !== undefined
  )
}

/** Sets `brand.bot_since` from the stored tickets a bot answered: for a brand that was not known when they arrived. */
export function refreshBotSince(db: Database, brandId: number, account: AccountKnowledge): void {
  const first = statement<{ started_at: number | null }>(
    db,
    `select min(started_at) as started_at from conversation where brand_id = :brandId and bot_involved = 1`,
  ).get({ brandId })
  const botSince = first?.started_at ?? null
  writeBotSince(db, brandId, botSince)
  if (botSince === null) account.botSince.delete(brandId)
  else account.botSince.set(brandId, botSince)
}

function writeBotSince(db: Database, brandId: number, botSince: number | null): void {
  statement(db, 'update brand set bot_since = :botSince where id = :brandId').run({ brandId, botSince })
}

import type { AccountKnowledge } from '../metrics/account-knowledge.ts'
import type { ConversationFacts, ConversationRow } from '../metrics/conversation-row.ts'
import { compareCopies, mergeConversations } from '../metrics/merge-conversations.ts'
import { readAccountKnowledge } from './account-knowledge.ts'
import { noteBots } from './brand-bots.ts'
import { readConversations, writeConversations } from './conversation-rows.ts'
import type { Database } from './database.ts'
import { inTransaction } from './database.ts'
import { deriveFromStore } from './rederive-conversations.ts'
import { concernsStandIns, refreshStandInsOf } from './stand-in-tickets.ts'

export { rederiveAll } from './rederive-all.ts'

/** A conversation as it was stored before, if it was, and as it is stored now. */
export type StoredConversation = { before: ConversationRow | undefined; now: ConversationRow }

export type StoredConversations = {
  /** Rows written, those derived anew because of these included. */
  changed: number
  /** Conversations of which a later copy is stored already: by time, and of the same second by a fixed order. */
  outdated: ReadonlySet<string>
  byId: ReadonlyMap<string, StoredConversation>
}

/**
 * Stores a page of conversations: the newest copy of each wins, identical rows are not written, and days whose sums
 * may change are marked.
 */
export function storeConversations(
  db: Database,
  facts: readonly ConversationFacts[],
  account: AccountKnowledge = readAccountKnowledge(db),
): StoredConversations {
  return inTransaction(db, () => {
    const outdated = new Set<string>()
    const page = mergePage(facts)
    const before = readConversations(
      db,
      page.map(({ id }) => id),
    )
    const merged = page.map((incoming) => {
      const stored = before.get(incoming.id)
      if (!stored) return { stored, facts: incoming }
      if (compareCopies(stored, incoming) > 0) outdated.add(incoming.id)
      return { stored, facts: mergeConversations(stored, incoming) }
    })
    const rederiveBotBrands = noteBots(db, merged, account)
    const derived = merged.map(({ stored, facts }) => ({ stored, row: deriveFromStore(db, facts, account) }))
    const byId = new Map(derived.map(({ stored, row }) => [row.id, { before: stored, now: row }]))
    let changed = writeConversations(db, derived)
    if (concernsStandIns(db, account)) changed += refreshStandInsOf(db, byId.values(), account)
    return { changed: changed + rederiveBotBrands(), outdated, byId }
  })
}

function mergePage(facts: readonly ConversationFacts[]): ConversationFacts[] {
  const byId = new Map<string, ConversationFacts>()
  for (const copy of facts) {
    const other = byId.get(copy.id)
    byId.set(copy.id, other ? mergeConversations(other, copy) : copy)
  }
  return [...byId.values()]
}

import type { AccountKnowledge } from '../metrics/account-knowledge.ts'
import { readAccountKnowledge } from './account-knowledge.ts'
import { removeChatEngagements } from './chat-engagements.ts'
import { readConversation } from './conversation-rows.ts'
import type { Database } from './database.ts'
import { inTransaction, statement } from './database.ts'
import { rederiveConversation } from './rederive-conversations.ts'

/** A chat of which Zendesk only says that it is deleted. */
export type DeletedChat = {
  /** 'chat:<chat id>'. */
  conversation_id: string
  /** Epoch ms; null where Zendesk does not say when: then the copy stored by now is older. */
  deleted_at: number | null
}

/** Remembers deletions and flags the chats they concern; returns how many rows changed. */
export function storeDeletedChats(
  db: Database,
  chats: readonly DeletedChat[],
  account: AccountKnowledge = readAccountKnowledge(db),
): number {
  return inTransaction(db, () => {
    let changed = 0
    for (const { conversation_id, deleted_at } of chats) {
      const stored = readConversation(db, conversation_id)
      if (deleted_at === null && stored?.deleted === 1) continue
      const { changes } = statement(
        db,
        `insert into deleted_chat (conversation_id, deleted_at) values (:conversation_id, :deleted_at)
         on conflict (conversation_id) do update set deleted_at = excluded.deleted_at
         where excluded.deleted_at > deleted_chat.deleted_at`,
      ).run({ conversation_id, deleted_at: deleted_at ?? stored?.updated_at ?? 0 })
      if (changes === 0) continue
      changed += 1 + rederiveConversation(db, conversation_id, account)
      if (readConversation(db, conversation_id)?.deleted === 1)
        changed += removeChatEngagements(db, conversation_id)
    }
    return changed
  })
}

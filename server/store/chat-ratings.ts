import { chatRatingCategory } from '../metrics/chat-rating.ts'
import type { Database } from './database.ts'
import { inTransaction, statement } from './database.ts'
import { readAccountSettings } from './settings.ts'

/** Reads the words of live chats' ratings anew, by the present settings; returns how many ratings changed. */
export function rereadChatRatings(db: Database): number {
  return inTransaction(db, () => {
    const { readings } = readAccountSettings(db)
    const words = statement<{ raw: string }>(
      db,
      "select distinct raw_rating as raw from csat_answer where source = 'chat_rating' and raw_rating is not null",
    ).all()
    let changed = 0
    for (const { raw } of words) {
      const word = { raw, category: chatRatingCategory(raw, readings) }
      statement(
        db,
        `insert or ignore into rollup_dirty (brand_id, day)
         select c.brand_id, c.day from csat_answer a join conversation c on c.id = a.conversation_id
         where a.source = 'chat_rating' and a.raw_rating = :raw and a.category is not :category
           and c.brand_id is not null`,
      ).run(word)
      changed += statement(
        db,
        `update csat_answer set category = :category
         where source = 'chat_rating' and raw_rating = :raw and category is not :category`,
      ).run(word).changes
    }
    return changed
  })
}

import type { Measure } from './measure.ts'
import { conversationRows } from './measure.ts'
import { ratingRows } from './rating-rows.ts'

/** By the system that asked, for answers to different questions are never added up. */
export const csat: Measure = {
  key: 'csat',
  parts: [{ rows: ratingRows, n: "a.category in ('good', 'bad')", numerator: "a.category = 'good'" }],
}

export const csatNeutral: Measure = {
  key: 'csat.neutral',
  parts: [{ rows: ratingRows, n: "a.category = 'neutral'" }],
}

const isStandIn = "c.id glob 'ticket:*'"

/** Who was asked, and who answered: surveys tell; of the other systems all served chats and all solved tickets were. */
export const csatResponse: Measure = {
  key: 'csat.response',
  parts: [
    { rows: ratingRows, n: "a.source = 'survey'", numerator: 'a.category is not null' },
    {
      rows: conversationRows,
      source: 'chat_rating',
      n: `c.kind = 'conversation' and c.source = 'chat' and c.served and not ${isStandIn}`,
      numerator:
        'exists (select 1 from csat_answer own where own.conversation_id = c.id and own.category is not null)',
    },
    {
      rows: conversationRows,
      source: 'legacy_rating',
      n: `c.kind = 'conversation' and c.ended_at is not null
        and (c.source = 'messaging' or c.source = 'chat' and ${isStandIn})
        and not exists (select 1 from csat_answer offer where offer.ticket_id = c.ticket_id and offer.source = 'survey')`,
      numerator: `exists (select 1 from csat_answer own
        where own.ticket_id = c.ticket_id and own.source = 'legacy_rating' and own.category is not null)`,
    },
  ],
}

import type { Measure } from './measure.ts'
import { conversationRows, ofConversations } from './measure.ts'

export const humanShare: Measure = ofConversations('human_share', {
  n: 'c.served is not null',
  numerator: 'c.served',
})

/** Offline messages are the live chats of closed hours: they count as outside whatever the clock says. */
export const outOfHoursShare: Measure = {
  key: 'out_of_hours_share',
  parts: [
    {
      rows: conversationRows,
      n: "(c.kind = 'offline_message' or c.outside_hours is not null)",
      numerator: "c.kind = 'offline_message' or c.outside_hours",
    },
  ],
}

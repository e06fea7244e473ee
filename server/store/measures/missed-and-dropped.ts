import type { Measure } from './measure.ts'
import { ofConversations } from './measure.ts'

/** Only live chats can be missed; tickets that stand in for them do not say so. */
export const missedRate: Measure = ofConversations('missed_rate', {
  n: "c.source = 'chat' and c.missed is not null",
  numerator: 'c.missed',
})

export const droppedRate: Measure = ofConversations('dropped_rate', {
  n: "c.source = 'chat' and c.dropped is not null",
  numerator: 'c.dropped',
})

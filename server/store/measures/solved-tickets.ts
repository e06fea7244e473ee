import type { Measure } from './measure.ts'
import { ofConversations } from './measure.ts'

/** Messaging tickets that were solved at least once, whatever became of them since. */
const isSolved = "c.source = 'messaging' and c.ended_at is not null and c.reopened is not null"

export const reopenRate: Measure = ofConversations('reopen_rate', { n: isSolved, numerator: 'c.reopened' })

export const oneTouchRate: Measure = ofConversations('one_touch_rate', {
  n: `${isSolved} and c.served is not null and c.pending_minutes is not null and c.on_hold_minutes is not null`,
  numerator: 'c.served and not c.reopened and c.pending_minutes = 0 and c.on_hold_minutes = 0',
})

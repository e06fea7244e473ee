import type { Measure } from './measure.ts'
import { isForPeople, ofConversations } from './measure.ts'

export const humanWorkload: Measure = ofConversations('human_workload', { n: 'c.served' })

/** Conversations of which it is known whether a person replied. */
export const repliesKnown: Measure = ofConversations('human_workload.known', {
  n: isForPeople,
  numerator: 'c.served is not null',
})

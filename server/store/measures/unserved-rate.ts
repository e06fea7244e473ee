import type { Measure } from './measure.ts'
import { isForPeople, isInSample, ofConversations } from './measure.ts'

const isUnserved = 'not c.served or c.open_minutes_to_reply > :unservedAfterMinutes'

/** Where nobody knows when a person was needed, replies would be left out and silence counted. */
export const unservedRate: Measure = ofConversations('unserved_rate', {
  n: `${isForPeople} and c.served is not null and c.handed_off_at is not null
    and ${isInSample} and (not c.served or c.open_minutes_to_reply is not null)`,
  numerator: isUnserved,
})

export const leftEarly: Measure = ofConversations('unserved_rate.left_early', {
  n: `c.source = 'chat' and (${isUnserved})`,
  numerator: 'not c.served and c.left_after_open_minutes < :unservedAfterMinutes',
})

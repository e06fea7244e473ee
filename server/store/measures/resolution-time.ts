import type { Measure } from './measure.ts'
import { isForPeople, isInSample, ofConversations, secondsBetween, secondsUntil } from './measure.ts'

/** A chat: how long it was. A ticket: from the hand-off until it was first solved, which may be still to come. */
export const resolutionTime: Measure = ofConversations('resolution_time', {
  n: `${isForPeople} and c.served and c.handed_off_at is not null and ${isInSample}
    and (c.source <> 'chat' or c.ended_at is not null)`,
  seconds: secondsUntil(
    "case when c.source = 'chat' then c.started_at else c.handed_off_at end",
    'c.ended_at',
  ),
})

export const resolutionTimeKnown: Measure = ofConversations('resolution_time.known', {
  n: `${isForPeople} and coalesce(c.served, 1) and ${isInSample}`,
  numerator: 'c.handed_off_at is not null',
})

/** How long a ticket lay between first being solved and being closed: short where conversations are run like chats. */
export const closeLag: Measure = ofConversations('resolution_time.close_lag', {
  n: "c.source = 'messaging' and c.status = 'closed' and c.ended_at is not null and c.status_updated_at is not null",
  seconds: secondsBetween('c.ended_at', 'c.status_updated_at'),
})

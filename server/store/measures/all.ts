import * as bot from './bot.ts'
import * as csat from './csat.ts'
import { demand, demandRepeated } from './demand.ts'
import { firstReply, firstReplyKnown } from './first-reply.ts'
import { firstReplyAny, firstReplyAnyKnown } from './first-reply-any.ts'
import { humanWorkload, repliesKnown } from './human-workload.ts'
import type { Measure } from './measure.ts'
import { messagesKnown, messagesPerConversation } from './messages-per-conversation.ts'
import { droppedRate, missedRate } from './missed-and-dropped.ts'
import { recontactRate, requesterKnown } from './recontact-rate.ts'
import { closeLag, resolutionTime, resolutionTimeKnown } from './resolution-time.ts'
import { humanShare, outOfHoursShare } from './shares.ts'
import { oneTouchRate, reopenRate } from './solved-tickets.ts'
import { teamMeasures } from './team/team-measures.ts'
import { leftEarly, unservedRate } from './unserved-rate.ts'
import { waitToAgent, waitToAgentKnown } from './wait-to-agent.ts'

/** Everything that is summed by day. */
export const allMeasures: readonly Measure[] = [
  demand,
  demandRepeated,
  humanWorkload,
  repliesKnown,
  firstReply,
  firstReplyKnown,
  firstReplyAny,
  firstReplyAnyKnown,
  waitToAgent,
  waitToAgentKnown,
  unservedRate,
  leftEarly,
  recontactRate,
  requesterKnown,
  missedRate,
  droppedRate,
  resolutionTime,
  resolutionTimeKnown,
  closeLag,
  reopenRate,
  oneTouchRate,
  humanShare,
  outOfHoursShare,
  messagesPerConversation,
  messagesKnown,
  ...Object.values(csat),
  ...Object.values(bot),
  ...teamMeasures,
]

/** Every measure by its key. */
export const measures: ReadonlyMap<string, Measure> = new Map(
  allMeasures.map((measure) => [measure.key, measure]),
)

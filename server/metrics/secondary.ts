import { automatedResolutionRate } from './bot/automated-resolution-rate.ts'
import { botCsat } from './bot/bot-csat.ts'
import { containmentRate } from './bot/containment-rate.ts'
import { handoffRate } from './bot/handoff-rate.ts'
import type { MetricDefinition } from './definition.ts'
import { humanShare } from './load/human-share.ts'
import { messagesPerConversation } from './load/messages-per-conversation.ts'
import { outOfHoursShare } from './load/out-of-hours-share.ts'
import { csatResponseRate } from './service/csat-response-rate.ts'
import { droppedRate } from './service/dropped-rate.ts'
import { firstReplyAny } from './service/first-reply-any.ts'
import { missedRate } from './service/missed-rate.ts'
import { oneTouchRate } from './service/one-touch-rate.ts'
import { reopenRate } from './service/reopen-rate.ts'
import { resolutionTime } from './service/resolution-time.ts'
import { waitToAgent } from './service/wait-to-agent.ts'

/** What conversations and answers tell beside the primary metrics: shown, judged apart, never in the mail. */
export const secondaryMetrics: readonly MetricDefinition[] = [
  firstReplyAny,
  waitToAgent,
  missedRate,
  droppedRate,
  resolutionTime,
  reopenRate,
  oneTouchRate,
  csatResponseRate,
  humanShare,
  outOfHoursShare,
  messagesPerConversation,
  containmentRate,
  handoffRate,
  automatedResolutionRate,
  botCsat,
]

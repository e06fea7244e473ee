import { isForPeople } from '../measures/measure.ts'
import { resolutionTime } from '../measures/resolution-time.ts'
import { agentAt, waitToAgent } from '../measures/wait-to-agent.ts'

const secondsOf = ({ parts: [{ seconds }] }: typeof waitToAgent): string => seconds ?? 'null'

/** Of a conversation `c`: seconds from when a person was needed until one was there; null where that is not known. */
export const waitSeconds = `case when ${isForPeople} and c.handed_off_at is not null and ${agentAt} is not null
      then ${secondsOf(waitToAgent)} end`

/** Seconds until it was solved, or of a chat how long it was; null while it is open or nobody replied. */
export const resolutionSeconds = `case when ${isForPeople} and c.served and c.handed_off_at is not null
      and c.ended_at is not null then ${secondsOf(resolutionTime)} end`

/** Messages of the customer and of people. */
export const messageCount = 'c.customer_messages + c.agent_messages'

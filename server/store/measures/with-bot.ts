import { isInSample } from './measure.ts'

/** Long enough for whoever is going to be handed over. */
export const HANDOFF_MS = 5 * 86_400_000

/** A row `c` in which a bot took part, of those that speak for their week. */
export const isWithBot = `c.source <> 'chat' and c.bot_involved = 1 and ${isInSample}`

const isLate = (at: string) => `coalesce(${at} > c.started_at + ${HANDOFF_MS}, 1)`

/** A ticket of agents was handed over, at a moment that may not have been read. */
export const isHandedOff = `(c.source = 'messaging' and coalesce(c.handed_off_at <= c.started_at + ${HANDOFF_MS}, 1)
  or not ${isLate('c.first_human_reply_at')})`

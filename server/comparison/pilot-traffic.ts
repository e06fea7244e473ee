import type { Period } from '../periods/day.ts'
import { addDays } from '../periods/day.ts'
import type { BrandFacts } from './brand-facts.ts'
import type { ChannelDay } from './detect-cutover.ts'

const PILOT_SHARE = 0.02
const PILOT_DAYS = 28

/** Messaging conversations before the move: customers were already used to the new channel. */
export function hasPilotTraffic({ cutover, channelDays }: BrandFacts): boolean {
  if (cutover === null) return false
  const from = addDays(cutover.day, -PILOT_DAYS)
  return hasMessaging(channelDays, { from, to: cutover.day })
}

/** Whether more than a few of the conversations of some days were messaging. */
export function hasMessaging(channelDays: readonly ChannelDay[], { from, to }: Period): boolean {
  const within = channelDays.filter(({ day }) => day >= from && day < to)
  const messaging = within.reduce((sum, day) => sum + day.messaging, 0)
  const all = within.reduce((sum, day) => sum + day.messaging + day.chat, 0)
  return messaging > all * PILOT_SHARE
}

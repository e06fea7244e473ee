import { addDays } from '../periods/day.ts'
import type { BrandFacts } from './brand-facts.ts'

const PILOT_SHARE = 0.02
const PILOT_DAYS = 28

/** Messaging conversations before the move: customers were already used to the new channel. */
export function hasPilotTraffic({ cutover, channelDays }: BrandFacts): boolean {
  if (cutover === null) return false
  const from = addDays(cutover.day, -PILOT_DAYS)
  const last = channelDays.filter(({ day }) => day >= from && day < cutover.day)
  const messaging = last.reduce((sum, day) => sum + day.messaging, 0)
  const all = last.reduce((sum, day) => sum + day.messaging + day.chat, 0)
  return messaging > all * PILOT_SHARE
}

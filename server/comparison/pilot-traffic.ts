import type { Day, Period } from '../periods/day.ts'
import { addDays, dayNumberOf } from '../periods/day.ts'
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
  const { first, messaging, all } = sumsOf(channelDays)
  const between = (sums: Float64Array) => sumBefore(sums, first, to) - sumBefore(sums, first, from)
  return from < to && between(messaging) > between(all) * PILOT_SHARE
}

/** Conversations before each day, from the first one: asked for by every brand that might be compared. */
type ChannelSums = { first: number; messaging: Float64Array; all: Float64Array }
const kept = new WeakMap<readonly ChannelDay[], ChannelSums>()

function sumsOf(channelDays: readonly ChannelDay[]): ChannelSums {
  let sums = kept.get(channelDays)
  if (!sums) kept.set(channelDays, (sums = addUp(channelDays)))
  return sums
}

/** @param channelDays ascending */
function addUp(channelDays: readonly ChannelDay[]): ChannelSums {
  const first = channelDays.length === 0 ? 0 : dayNumberOf(channelDays[0].day)
  const days = channelDays.length === 0 ? 0 : dayNumberOf(channelDays[channelDays.length - 1].day) - first + 1
  const messaging = new Float64Array(days + 1)
  const all = new Float64Array(days + 1)
  for (const { day, chat, messaging: own } of channelDays) {
    messaging[dayNumberOf(day) - first + 1] = own
    all[dayNumberOf(day) - first + 1] = own + chat
  }
  for (let i = 1; i <= days; i++) {
    messaging[i] += messaging[i - 1]
    all[i] += all[i - 1]
  }
  return { first, messaging, all }
}

function sumBefore(sums: Float64Array, first: number, day: Day): number {
  return sums[Math.min(Math.max(dayNumberOf(day) - first, 0), sums.length - 1)]
}

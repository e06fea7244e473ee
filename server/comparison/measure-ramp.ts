import type { Day } from '../periods/day.ts'
import { addDays, daysBetween } from '../periods/day.ts'
import type { ChannelDay } from './detect-cutover.ts'

export type Ramp = { rampEnd: Day; source: 'measured' | 'assumed' }

const SETTLED_SHARE = 0.9
const SETTLED_DAYS = 5
const ASSUMED_DAYS = 14
/** A longer ramp is not waited for. */
export const longestRampDays = 56

/**
 * The day a brand's ramp ended: the first of five consecutive counted days with at least 90 % messaging. Where the
 * data do not show one yet, 14 days are assumed, or as long as the data show that the ramp goes on; never more than
 * 56 days. Days without conversations and closed days are not counted.
 * @param days ascending
 */
export function measureRamp(days: readonly ChannelDay[], cutover: Day, closedDays: ReadonlySet<Day>): Ramp {
  const counted = days.filter(
    ({ day, chat, messaging }) => day >= cutover && chat + messaging > 0 && !closedDays.has(day),
  )
  for (let i = 0; i + SETTLED_DAYS <= counted.length; i++) {
    if (!counted.slice(i, i + SETTLED_DAYS).every(isSettled)) continue
    const length = Math.min(daysBetween(cutover, counted[i].day), longestRampDays)
    return { rampEnd: addDays(cutover, length), source: 'measured' }
  }
  const last = counted.at(-1)
  const observedDays = last === undefined ? 0 : daysBetween(cutover, last.day) + 1
  const length = Math.min(Math.max(ASSUMED_DAYS, observedDays), longestRampDays)
  return { rampEnd: addDays(cutover, length), source: 'assumed' }
}

function isSettled({ chat, messaging }: ChannelDay): boolean {
  return messaging / (chat + messaging) >= SETTLED_SHARE
}

import type { WorldDay } from './calendar.ts'
import { closingHour, openingHour } from './calendar.ts'
import type { Random } from './random.ts'
import { autoregressiveAt } from './random.ts'
import { constants, season } from './truth.ts'

const HOUR_SECONDS = 3600
const weekdayFactors = [1.58, 1.42, 1.36, 1.3, 1.24, 0.06, 0.04]
const hourWeights = [1.1, 1.3, 1.25, 0.8, 1.05, 1.1, 1.05, 0.95, 0.8]
const holidayFactor = 0.3
const shockDeviation = 0.12
const shockCorrelation = 0.3
/** Mean of season and holidays over the 18 months, so that volumes average to what the table says. */
const calendarMean = 0.908

/** Standard normal shock of the brand's day on volume, AR(1). */
export function volumeShock(worldSeed: number, brandNumber: number, dayIndex: number): number {
  return autoregressiveAt(shockCorrelation, dayIndex, worldSeed, brandNumber, 11)
}

/** Conversations to be expected on a day, its shock included. */
export function expectedVolume(perDay: number, day: WorldDay, shock: number): number {
  const weeks = day.index / 7
  const phase = (2 * Math.PI * (weeks + season.peakWeeksAgo)) / season.periodWeeks
  const seasonal = (1 + season.amplitude * Math.cos(phase)) / calendarMean
  const holiday = day.isHoliday ? holidayFactor : 1
  const shocked = Math.exp(shockDeviation * shock - shockDeviation ** 2 / 2)
  return perDay * weekdayFactors[day.weekday - 1] * seasonal * holiday * shocked
}

/**
 * Share of an open day's conversations that begin in the evening. Live chat has its offline form for closed hours; in
 * messaging as many more conversations begin then, and as many fewer by day, so that the share of contacts out of
 * hours, the form's messages included, is the same in both eras.
 */
export function eveningShare(chatShare: number, offlineShare: number): number {
  const { outOfHoursShare } = constants
  const inMessaging = (outOfHoursShare + offlineShare) / (1 + offlineShare)
  return chatShare * outOfHoursShare + (1 - chatShare) * inMessaging
}

/** `count` starts on the day, ascending, whole seconds. */
export function startTimes(
  day: WorldDay,
  count: number,
  random: Random,
  evening: number = constants.outOfHoursShare,
): number[] {
  return Array.from({ length: count }, () => day.startsAt + 1000 * secondOfDay(day, random, evening)).sort(
    (a, b) => a - b,
  )
}

function secondOfDay(day: WorldDay, random: Random, eveningShare: number): number {
  const evening = random.chance(eveningShare)
  if (evening || !day.isOpen) {
    const [from, to] = day.isOpen ? [closingHour, 21] : [10, 20]
    return random.integer(from * HOUR_SECONDS, to * HOUR_SECONDS - 1)
  }
  return openingHour * HOUR_SECONDS + officeSecond(random)
}

const totalWeight = hourWeights.reduce((sum, weight) => sum + weight, 0)

function officeSecond(random: Random): number {
  let left = random.uniform() * totalWeight
  let hour = 0
  while (left >= hourWeights[hour] && hour < hourWeights.length - 1) left -= hourWeights[hour++]
  return Math.min(
    (closingHour - openingHour) * HOUR_SECONDS - 1,
    Math.floor((hour + left / hourWeights[hour]) * HOUR_SECONDS),
  )
}

/** A second of the day at which nobody is at work: when offline messages are left. */
export function closedSecond(day: WorldDay, random: Random): number {
  if (!day.isOpen) return random.integer(8 * HOUR_SECONDS, 24 * HOUR_SECONDS - 1)
  return random.chance(0.7)
    ? random.integer(closingHour * HOUR_SECONDS, 24 * HOUR_SECONDS - 1)
    : random.integer(6 * HOUR_SECONDS, openingHour * HOUR_SECONDS - 1)
}

/**
 * Share of a brand's conversations that still come by live chat, by days since go-live: from 30 % down to 7 % within
 * nine days, 2 % for half a year, then next to none. The chat widget is off on quiet days.
 */
export function liveChatShare(daysSinceMove: number, day: WorldDay): number {
  if (daysSinceMove < 0) return 1
  if (daysSinceMove < rampShares.length) return rampShares[daysSinceMove]
  if (!day.isOpen) return 0
  return daysSinceMove < 180 ? 0.02 : 0.004
}

const rampShares = [0.3, 0.26, 0.22, 0.18, 0.16, 0.15, 0.14, 0.12, 0.07, 0.05, 0.04, 0.03]

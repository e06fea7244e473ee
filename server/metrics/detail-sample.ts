import type { Day } from '../periods/day.ts'
import { daysBetween } from '../periods/day.ts'
import type { DetailSample } from '../settings/detail-sample.ts'

/** Ranks are 0 … one less than this. */
export const ranks = 1024
/** Of the account's requests per minute; people and other programs need the rest. */
export const detailShare = 0.5

const MINUTES_PER_DAY = 24 * 60
/** As many weeks as a comparison uses on a side. */
const STRETCH_DAYS = 12 * 7

/**
 * The sample of a week is the tickets whose rank lies below this: all, half, a quarter … of them, the least part that
 * still holds `atLeast`. Each sample holds all smaller ones. Null = all are needed.
 * @param counts rank → tickets
 */
export function sampleBelow(counts: ReadonlyMap<number, number>, atLeast: number): number | null {
  const below = smallestPart(counts, atLeast)
  return below === ranks ? null : below
}

/** The same for a search, which may also be for nothing: 0. */
export function searchBelow(counts: ReadonlyMap<number, number>, atLeast: number): number {
  return atLeast === 0 ? 0 : smallestPart(counts, atLeast)
}

function smallestPart(counts: ReadonlyMap<number, number>, atLeast: number): number {
  let below = ranks
  while (below > 1 && countBelow(counts, below / 2) >= atLeast) below /= 2
  return below
}

/** How many tickets have a rank below the limit. */
export function countBelow(counts: ReadonlyMap<number, number>, limit: number): number {
  let sum = 0
  for (const [rank, count] of counts) if (rank < limit) sum += count
  return sum
}

export type WeekTickets = { week: Day; tickets: number }

/**
 * The brands of which samples are read, from the tickets of their weeks (oldest first) whose messages are needed.
 * Looks at no clock and at nothing that was read: a brand's answer stays as it is while its tickets are read.
 * @param perMinute requests the account allows
 */
export function sampledBrands(
  weeks: ReadonlyMap<number, readonly WeekTickets[]>,
  { mode }: DetailSample,
  perMinute: number,
): Set<number> {
  const busiest = [...weeks]
    .map(([brandId, list]) => ({ brandId, tickets: busiestStretch(list) }))
    .filter(({ tickets }) => tickets > 0)
  const readInOneDay = perMinute * detailShare * MINUTES_PER_DAY
  const isSampled = (tickets: number) =>
    mode === 'sample' || (mode === 'auto' && tickets > readInOneDay / busiest.length)
  return new Set(busiest.filter(({ tickets }) => isSampled(tickets)).map(({ brandId }) => brandId))
}

function busiestStretch(weeks: readonly WeekTickets[]): number {
  let most = 0
  let sum = 0
  let first = 0
  for (const { week, tickets } of weeks) {
    sum += tickets
    while (daysBetween(weeks[first].week, week) >= STRETCH_DAYS) sum -= weeks[first++].tickets
    most = Math.max(most, sum)
  }
  return most
}

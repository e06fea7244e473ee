import type { Day } from '../periods/day.ts'
import type { DailyFacts, Sum } from './daily-facts.ts'
import { addStretch, noStretches, quantileOver, valueOfSum } from './daily-facts.ts'
import type { DayTable } from './day-table.ts'
import { addDay, dayTableOf, identityOf } from './day-table.ts'
import { levelOf } from './level.ts'
import type { MaskedTable } from './masked-table.ts'
import { isMasked, maskedTableOf } from './masked-table.ts'

/** What the weeks of a brand hold before lost days are restored, by the number of their first day. */
export type WeekTable = {
  /** Conversations of the week's used days. */
  countAt(start: number): number
  /** On the metric's scale; NaN without one, and of a number. */
  levelAt(start: number): number
}

const DAYS_OF_WEEK = 7
const tables = new WeakMap<ReadonlySet<Day>, WeakMap<object, Map<number, WeekTable>>>()

/** Worked out week by week, when somebody asks; neither facts nor masked days may change afterwards. */
export function weekTableOf(facts: DailyFacts, maskedDays: ReadonlySet<Day>): WeekTable {
  const { source, quantile } = identityOf(facts)
  let ofFacts = tables.get(maskedDays)
  if (!ofFacts) tables.set(maskedDays, (ofFacts = new WeakMap()))
  let byQuantile = ofFacts.get(source)
  if (!byQuantile) ofFacts.set(source, (byQuantile = new Map()))
  let table = byQuantile.get(quantile)
  if (!table) byQuantile.set(quantile, (table = createTable(facts, maskedDays)))
  return table
}

function createTable(facts: DailyFacts, maskedDays: ReadonlySet<Day>): WeekTable {
  const days = dayTableOf(facts)
  const masked = maskedTableOf(maskedDays)
  const first = days.first - DAYS_OF_WEEK + 1
  const size = days.n.length + DAYS_OF_WEEK - 1
  const isKnown = new Uint8Array(size)
  const counts = new Float64Array(size)
  const levels = new Float64Array(size)

  function placeOf(start: number): number {
    const place = start - first
    if (!(place >= 0 && place < size)) return -1
    if (isKnown[place] === 0) {
      const sum = { n: 0, numerator: 0, denominator: 0 }
      for (let day = start; day < start + DAYS_OF_WEEK; day++)
        if (!isMasked(masked, day)) addDay(days, day, sum)
      counts[place] = sum.n
      levels[place] = levelOfWeek(facts, days, masked, start, sum, levelNear(place)) ?? NaN
      isKnown[place] = 1
    }
    return place
  }

  /** Of a week that shares most days with this one, or follows it; undefined where none is known. */
  function levelNear(place: number): number | undefined {
    for (const near of [place - 1, place + 1, place - DAYS_OF_WEEK, place + DAYS_OF_WEEK])
      if (isKnown[near] === 1 && !Number.isNaN(levels[near])) return levels[near]
    return undefined
  }

  return {
    countAt(start) {
      const place = placeOf(start)
      return place < 0 ? 0 : counts[place]
    },
    levelAt(start) {
      const place = placeOf(start)
      return place < 0 ? NaN : levels[place]
    },
  }
}

function levelOfWeek(
  facts: DailyFacts,
  { seconds }: DayTable,
  masked: MaskedTable,
  start: number,
  sum: Required<Sum>,
  near: number | undefined,
): number | null {
  if (facts.kind === 'count') return null
  if (facts.kind !== 'duration' || seconds === null)
    return facts.kind === 'duration' ? null : levelOf(facts.kind, valueOfSum(facts.kind, sum))
  const stretches = noStretches()
  for (let day = start; day < start + DAYS_OF_WEEK; day++)
    if (!isMasked(masked, day)) addStretch(stretches, seconds, day)
  return levelOf(facts.kind, quantileOver(stretches, facts.quantile, near && Math.exp(near)))
}

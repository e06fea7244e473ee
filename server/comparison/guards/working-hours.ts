import type { MetricKey } from '../../contract.ts'
import type { Day, Period } from '../../periods/day.ts'
import { addDays } from '../../periods/day.ts'
import type { DaySlot, HoursChange } from '../../text/reasons-hours.ts'
import type { MovedBrand } from '../ladder/moved-brand.ts'
import { holdingsOfRows } from '../mix/holdings-of-rows.ts'
import type { Holdings } from '../mix/holdings.ts'
import type { ReadKinds } from '../mix/read-strata.ts'
import { daysOf } from '../windows.ts'

/** What is in hours and what is not is the very question. */
export const ofOpeningHours: readonly MetricKey[] = ['unserved_rate', 'out_of_hours_share']
/** Clocks that run on while nobody works. */
const overnightClocks: readonly MetricKey[] = ['first_reply', 'first_reply_any', 'wait_to_agent']

const DAYS_BEFORE = 84
const DAYS_AFTER = 70
/** Whoever is answered within it wrote while somebody worked. */
const QUICK_SECONDS = 3600
const LEAST_QUICK = 100
/** A quarter of the day with so many of the quick replies is one in which people work … */
const LEAST_SHARE = 0.03
/** … and one with so few of those of the other side is one in which nobody does. */
const MOST_OF_OTHER = 0.05

/**
 * Whether the brand works at other hours than before its move: as a person said, otherwise by the quarters of the day in
 * which people reply quickly on one side only. Null where it does not, or the metric does not depend on it.
 * @param used from the first week that is compared to the last
 */
export function changedHours(
  moved: MovedBrand,
  readKinds: ReadKinds,
  used: Period = moved.around.usable,
): HoursChange | null {
  const { brand, metric, around } = moved
  if (!ofOpeningHours.includes(metric.key) && !overnightClocks.includes(metric.key)) return null
  if (brand.hoursSince !== null) {
    const isBetween = brand.hoursSince > used.from && brand.hoursSince < used.to
    return isBetween ? { day: brand.hoursSince } : null
  }
  const slots = keptSlots(readKinds, `${brand.brand.id} ${around.usable.from} ${around.usable.to}`, () =>
    slotsOfOneSide(readKinds, brand.brand.id, sidesOf(moved)),
  )
  return slots.length === 0 ? null : { slots }
}

type Slots = Extract<HoursChange, { slots: unknown }>['slots']
type Sides = { before: Period; after: Period }

/** Several metrics ask the same of a brand; the rows of first replies are at hand when their own cell is made. */
const kept = new WeakMap<ReadKinds, Map<string, Slots>>()

function keptSlots(readKinds: ReadKinds, key: string, find: () => Slots): Slots {
  let own = kept.get(readKinds)
  if (!own) kept.set(readKinds, (own = new Map()))
  let slots = own.get(key)
  if (!slots) own.set(key, (slots = find()))
  return slots
}

/** The same weeks for every metric. */
function sidesOf({ around: { cutover, rampEnd, usable } }: MovedBrand): Sides {
  return {
    before: { from: later(usable.from, addDays(cutover, -DAYS_BEFORE)), to: cutover },
    after: { from: rampEnd, to: earlier(usable.to, addDays(rampEnd, DAYS_AFTER)) },
  }
}

function slotsOfOneSide(readKinds: ReadKinds, brandId: number, { before, after }: Sides): Slots {
  const rows = readKinds(brandId, 'first_reply', null, before.from, after.to)
  const holdings = 'countsOver' in rows ? rows : holdingsOfRows(rows)
  const [first, second] = [quickReplies(holdings, before), quickReplies(holdings, after)]
  if (Math.min(first.all, second.all) < LEAST_QUICK) return []
  const slots = new Map([...first.slots, ...second.slots].map(([key, { slot }]) => [key, slot]))
  return [...slots].flatMap(([key, slot]): Slots => {
    const [one, other] = [first, second].map(({ all, slots }) => (slots.get(key)?.quick ?? 0) / all)
    if (Math.max(one, other) < LEAST_SHARE) return []
    if (one < MOST_OF_OTHER * other) return [{ slot, side: 'after' }]
    return other < MOST_OF_OTHER * one ? [{ slot, side: 'before' }] : []
  })
}

function quickReplies(holdings: Holdings, period: Period) {
  const slots = new Map<string, { slot: DaySlot; quick: number }>()
  let all = 0
  for (const day of daysOf(period)) {
    const { seconds, kinds, starts, ends } = holdings.durationsOver([day])
    for (let stretch = 0; stretch < starts.length; stretch++)
      for (let i = starts[stretch]; i < ends[stretch] && seconds[i] <= QUICK_SECONDS; i++) {
        const stratum = holdings.strata[kinds[i]]
        if (!stratum) continue
        const key = `${stratum.hourBlock} ${stratum.isWeekend}`
        const found = slots.get(key)
        if (found) found.quick += 1
        else slots.set(key, { slot: { hours: stratum.hourBlock, isWeekend: stratum.isWeekend }, quick: 1 })
        all += 1
      }
  }
  return { slots, all }
}

function later(one: Day, other: Day): Day {
  return one > other ? one : other
}

function earlier(one: Day, other: Day): Day {
  return one < other ? one : other
}

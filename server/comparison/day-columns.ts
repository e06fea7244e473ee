import type { Day } from '../periods/day.ts'
import { dayNumberOf, dayOfNumber } from '../periods/day.ts'
import type { SecondsColumns } from '../store/daily-seconds.ts'
import type { SummedColumns } from '../store/daily-values.ts'
import type { Sum } from './day-facts.ts'
import { rememberSeconds, rememberSums, startsOf } from './day-table.ts'
import { once } from './once.ts'

/**
 * Daily sums of columns, sources together. A comparison looks them up by number (`dayTableOf`); by name they are there for
 * whoever asks, but the objects of a whole account would take longer to make than all of its estimates.
 * @param isWanted tells which sources count
 */
export function sumsOfColumns(
  { days, sources, sourceOf, n, numerator }: SummedColumns,
  isWanted: (source: string) => boolean = () => true,
): ReadonlyMap<Day, Sum> {
  const wanted = sources.map(isWanted)
  const { first, size } = spanOf(days)
  const isHeld = new Uint8Array(size)
  const counts = new Float64Array(size)
  const hits = new Float64Array(size)
  for (let i = 0; i < days.length; i++) {
    if (!wanted[sourceOf[i]]) continue
    const place = days[i] - first
    isHeld[place] = 1
    counts[place] += n[i]
    hits[place] += numerator[i]
  }
  const sums = byName(first, isHeld, (place): Sum => ({ n: counts[place], numerator: hits[place] }))
  rememberSums(sums, { first, n: counts, numerator: hits, denominator: counts })
  return sums
}

/** Durations of each day, in the same way. */
export function secondsOfColumns({ days, values, starts }: SecondsColumns): ReadonlyMap<Day, Float64Array> {
  const { first, size } = spanOf(days)
  const isHeld = new Uint8Array(size)
  const n = new Float64Array(size)
  for (let i = 0; i < days.length; i++) {
    isHeld[days[i] - first] = 1
    n[days[i] - first] = starts[i + 1] - starts[i]
  }
  const table = { first, n, values, starts: startsOf(n) }
  const seconds = byName(first, isHeld, (place) =>
    values.subarray(table.starts[place], table.starts[place + 1]),
  )
  rememberSeconds(seconds, table)
  return seconds
}

/** @param days ascending */
function spanOf(days: Int32Array): { first: number; size: number } {
  return days.length === 0
    ? { first: 0, size: 0 }
    : { first: days[0], size: days[days.length - 1] - days[0] + 1 }
}

/** A map whose entries are made when somebody asks for them. */
function byName<Held>(
  first: number,
  isHeld: Uint8Array,
  heldAt: (place: number) => Held,
): ReadonlyMap<Day, Held> {
  const whole = once(() => {
    const map = new Map<Day, Held>()
    isHeld.forEach((is, place) => {
      if (is === 1) map.set(dayOfNumber(first + place), heldAt(place))
    })
    return map
  })
  const isHeldOn = (day: Day) => isHeld[dayNumberOf(day) - first] === 1
  return {
    get: (day) => (isHeldOn(day) ? heldAt(dayNumberOf(day) - first) : undefined),
    has: isHeldOn,
    get size() {
      return whole().size
    },
    forEach: (tell) => whole().forEach(tell),
    entries: () => whole().entries(),
    keys: () => whole().keys(),
    values: () => whole().values(),
    [Symbol.iterator]: () => whole()[Symbol.iterator](),
  }
}

import { describe, expect, it } from 'vitest'
import type { DailyFacts } from '../../../server/comparison/daily-facts.ts'
import { adjustedWindows } from '../../../server/comparison/mix/adjusted-windows.ts'
import { brandMix } from '../../../server/comparison/mix/brand-mix.ts'
import type { StratumDay } from '../../../server/comparison/mix/read-strata.ts'
import { weeklyValues } from '../../../server/comparison/weekly-values.ts'
import { binsAround, daysOf } from '../../../server/comparison/windows.ts'
import type { Interval } from '../../../server/statistics/interval.ts'

const cutover = '2026-06-01'
const usable = { from: '2026-04-06', to: '2026-07-27' }

describe('two windows with the same mix', () => {
  it('have a range where enough conversations have ended', () => {
    const adjusted = adjustedWith(12)

    expect(adjusted?.low).toBeGreaterThan(-1)
    expect(adjusted?.high).toBeLessThan(1)
  })

  it('have none where its upper end lies among conversations that have not ended', () => {
    expect(adjustedWith(21)).toBeNull()
  })
})

/** Refunds become rarer (16 and then 6 of 20 a day); of 30 after the move so many have not ended, of deliveries a fifth. */
function adjustedWith(unfinished: number): Interval | null {
  const rows = daysOf(usable).flatMap((day, i): StratumDay[] => [
    rowOf(day, 'refund', day < cutover ? 16 : 6, day < cutover ? 0 : unfinished / 30, i),
    rowOf(day, 'delivery', day < cutover ? 4 : 14, day < cutover ? 0 : 0.2, i),
  ])
  const seconds = new Map(
    daysOf(usable).map((day) => [
      day,
      Float64Array.from(
        rows.filter((row) => row.day === day).flatMap((row) => Array.from(row.seconds ?? [])),
      ).sort(),
    ]),
  )
  const facts: DailyFacts = { kind: 'duration', seconds }
  const bins = binsAround({
    cutover,
    rampEnd: cutover,
    usable,
    weeksLeftOut: 0,
    maskedDays: new Set(),
    unrecorded: null,
  })
  const values = weeklyValues(facts, bins.before, bins.after, 1)
  const mix = brandMix(rows, values)
  if (mix === null) throw new Error('adjustedWith: nothing is known of the mix')
  return adjustedWindows('duration', { ...values, weeks: 8 }, mix)
}

/** The share that has not ended is spread evenly over the days. */
function rowOf(day: string, topic: string, n: number, unfinished: number, place: number): StratumDay {
  const pending = Math.round(n * unfinished * (place + 1)) - Math.round(n * unfinished * place)
  const seconds = Array.from({ length: n }, (_, i) =>
    i < n - pending ? 60 + 7 * ((i * 5 + place) % 23) : Infinity,
  )
  const stratum = { language: 'ko', topic, hourBlock: 'morning', isWeekend: false } as const
  return { day, stratum, n, numerator: 0, seconds }
}

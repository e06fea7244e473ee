import type { SeriesWeek } from '../contract.ts'
import { addDays } from '../periods/day.ts'

/**
 * One axis for several series of Monday–Sunday weeks, without gaps, and each series along it: null where it has no week.
 * @example commonWeeks([[{ from: '2026-01-05', … }], [{ from: '2026-01-12', … }]]).axis.length // 2
 */
export function commonWeeks(series: readonly (readonly SeriesWeek[])[]): {
  axis: SeriesWeek[]
  along: (SeriesWeek | null)[][]
} {
  const mondays = series.flatMap((weeks) => weeks.map(({ from }) => from)).sort()
  const last = mondays.at(-1)
  const axis: SeriesWeek[] = []
  if (last === undefined) return { axis, along: series.map(() => []) }
  for (let from = mondays[0]; from <= last; from = addDays(from, 7))
    axis.push({ from, to: addDays(from, 7), value: null, n: 0, complete: true })
  const along = series.map((weeks) => {
    const byMonday = new Map(weeks.map((week) => [week.from, week]))
    return axis.map(({ from }) => byMonday.get(from) ?? null)
  })
  return { axis, along }
}

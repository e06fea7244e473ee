import type { SeriesWeek } from '../contract.ts'
import { cutsOf } from '../metrics/known-breaks.ts'
import type { MetricDefinition } from '../metrics/definition.ts'
import type { Day } from '../periods/day.ts'
import { addDays, dayNumberOf, mondayOf } from '../periods/day.ts'
import type { MetricFacts } from './brand-facts.ts'
import { factsOver } from './brand-facts.ts'
import { sumOfNumbers, valueOfNumbers } from './daily-facts.ts'
import { daysOfWeek } from './windows.ts'

export type SeriesQuestion = {
  metric: MetricDefinition
  facts: MetricFacts
  /** First day of which everything is here. */
  from: Day
  /** Today in the brand's zone: the last week shown is the one that holds it. */
  today: Day
  /** Weeks that end later are not mature. */
  matureTo: Day
}

/**
 * A metric's Monday–Sunday weeks as they were, closed days included: median, share or number, null where the week
 * holds too little or the source changed what it counts. Satisfaction shows, week by week, the family of questions with more answers.
 */
export function weeklySeries({ metric, facts, from, today, matureTo }: SeriesQuestion): SeriesWeek[] {
  const weeks: SeriesWeek[] = []
  const cuts = cutsOf(metric.key)
  const monday = mondayOf(from)
  for (let start = monday < from ? addDays(monday, 7) : monday; start <= today; start = addDays(start, 7)) {
    const week = { from: start, to: addDays(start, 7) }
    const first = dayNumberOf(start)
    const days = [first, first + 1, first + 2, first + 3, first + 4, first + 5, first + 6]
    const own = facts.satisfaction === null ? facts.main : factsOver(facts, daysOfWeek(start))
    const { n } = sumOfNumbers(own, days)
    const isCut = cuts.some((cut) => cut.from < week.to && cut.to > week.from)
    const value = isCut || n < metric.minimumWeekly ? null : valueOfNumbers(own, days)
    weeks.push({ ...week, value, n, complete: week.to <= matureTo })
  }
  return weeks
}

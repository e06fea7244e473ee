import type { InterruptedAnswer, InterruptedQuestion } from '../../statistics/interrupted-series.ts'
import { interruptedSeries } from '../../statistics/interrupted-series.ts'
import { medianCount } from '../minimum-sample.ts'
import type { WeeklyValue } from '../weekly-values.ts'
import { rampWeeks } from '../windows.ts'
import { alignedValues } from './aligned-values.ts'
import type { MovedBrand } from './moved-brand.ts'
import { weekAxis } from './week-axis.ts'

export type Interrupted = {
  answer: InterruptedAnswer
  question: InterruptedQuestion
  before: WeeklyValue[]
  after: WeeklyValue[]
  firstAfter: number
}

const MOST_BEFORE = 104

/**
 * The brand's own line, carried on past the move. Null where there are too few weeks, or where they hold too little.
 * @param ramp weeks left out after the cutover, where others than the measured ones are asked for
 */
export function interrupted(moved: MovedBrand, ramp?: number): Interrupted | null {
  const { cutover, rampEnd, weeksLeftOut } = moved.around
  const firstAfter = ramp ?? rampWeeks(cutover, rampEnd)
  const firstWeek = Math.min(...moved.bins.before.map(({ index }) => index), 0)
  const lastWeek = Math.max(...moved.bins.after.map(({ index }) => index), -1)
  const axis = weekAxis({
    lastBefore: -1 - weeksLeftOut,
    weeksBefore: Math.min(MOST_BEFORE, -firstWeek),
    firstAfter,
    weeksAfter: Math.max(0, lastWeek + 1 - firstAfter),
    width: 1,
  })
  const values = alignedValues(moved.facts, moved.bins, axis)
  const question = {
    weeks: axis.steps.map(({ position }) => position),
    values: values.map((value) => value && value.level),
    firstAfter,
  }
  const answer = interruptedSeries(question)
  if (answer === null) return null
  const known = values.filter((value) => value !== null)
  const used = (weeks: readonly number[]) => known.filter(({ position }) => weeks.includes(position))
  const before = used(answer.before)
  const after = used(answer.after)
  if (Math.min(medianCount(before), medianCount(after)) < moved.minimumWeekly) return null
  return { answer, question, before, after, firstAfter }
}

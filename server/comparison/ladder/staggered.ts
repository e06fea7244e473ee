import { addDays } from '../../periods/day.ts'
import type { GapAnswer, GapQuestion } from '../../statistics/gap-series.ts'
import { gapSeries } from '../../statistics/gap-series.ts'
import type { WeeklyValue } from '../weekly-values.ts'
import type { Bins } from '../windows.ts'
import { binsAround, leastWeeks, rampWeeks } from '../windows.ts'
import { alignedValues } from './aligned-values.ts'
import type { Control } from './find-controls.ts'
import { findControls } from './find-controls.ts'
import { holdsEnough } from './holds-enough.ts'
import type { MovedBrand } from './moved-brand.ts'
import type { WeekAxis } from './week-axis.ts'
import { weekAxis } from './week-axis.ts'

export type Staggered = {
  answer: GapAnswer
  question: GapQuestion
  controls: Control[]
  before: WeeklyValue[]
  after: WeeklyValue[]
  axis: WeekAxis
  /** Weeks from the cutover to the first one that is used. */
  firstAfter: number
}

const MOST_BEFORE = 26
/** What a pretended earlier move is tried on. */
const WEEKS_EARLIER = 26
/** Weeks after the ramp that are looked at, at most. */
export const LONGEST_HORIZON = 10
const WIDTHS = [1, 2]

/**
 * The gap to brands that had not moved yet. The window after is as long as it can be while such a brand is left; where
 * single weeks hold too little, two are taken together. Null where nothing can be compared this way.
 * @param ramp weeks left out after the cutover, where others than the measured ones are asked for
 */
export function staggered(moved: MovedBrand, ramp?: number): Staggered | null {
  for (const width of WIDTHS) {
    const found = staggeredBy(moved, width, ramp)
    if (found !== null) return found
  }
  return null
}

function staggeredBy(moved: MovedBrand, width: number, ramp: number | undefined): Staggered | null {
  const { cutover, rampEnd, weeksLeftOut } = moved.around
  const firstAfter = ramp ?? rampWeeks(cutover, rampEnd)
  const lastWeek = Math.max(...moved.bins.after.map(({ index }) => index), -1)
  const longest = Math.min(LONGEST_HORIZON, lastWeek + 1 - firstAfter)
  for (let horizon = longest; horizon >= leastWeeks * width; horizon--) {
    const axis = weekAxis({
      lastBefore: -1 - weeksLeftOut,
      weeksBefore: MOST_BEFORE,
      weeksEarlier: WEEKS_EARLIER,
      firstAfter,
      weeksAfter: horizon,
      width,
    })
    const treated = alignedValues(moved.facts, withRamp(moved), axis)
    const totals = treated.map((value) => value?.restoredTotal ?? NaN)
    if (!holdsEnough(totals, axis, moved.minimumWeekly)) return null
    const end = addDays(cutover, (firstAfter + horizon) * 7)
    const controls = findControls(moved, treated, axis, end)
    if (controls.length === 0) continue
    const compared = compare(treated, controls, axis)
    if (compared !== null) return { ...compared, controls, axis, firstAfter }
  }
  return null
}

/** The weeks of the ramp too: they are drawn, and count on neither side. */
function withRamp({ around, bins }: MovedBrand): Bins {
  const first = bins.after[0]?.index ?? 0
  const ramp = binsAround({ ...around, rampEnd: around.cutover }).after.filter(({ index }) => index < first)
  return { before: bins.before, after: [...ramp, ...bins.after] }
}

function compare(
  treated: readonly (WeeklyValue | null)[],
  controls: readonly Control[],
  axis: WeekAxis,
): Pick<Staggered, 'answer' | 'question' | 'before' | 'after'> | null {
  const firstStep = axis.steps.find(({ side }) => side === 'after')?.position ?? 0
  const question: GapQuestion = {
    weeks: axis.steps.map(({ position }) => position),
    treated: treated.map(levelOf),
    controls: controls.map(({ brand, levels }) => ({ id: brand.brand.id, values: levels })),
    firstAfter: firstStep,
    horizon: axis.steps.filter(({ side }) => side === 'after').length,
    longestBefore: -Math.min(...axis.steps.filter(({ isUsed }) => isUsed).map(({ position }) => position)),
  }
  const answer = gapSeries(question)
  if (answer === null) return null
  const at = (positions: readonly number[]) =>
    treated.filter((value) => value !== null).filter(({ position }) => positions.includes(position))
  return { answer, question, before: at(answer.before), after: at(answer.after) }
}

function levelOf(value: WeeklyValue | null): number | null {
  return value === null ? null : value.level
}

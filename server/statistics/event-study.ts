import { studentTQuantile } from './student-t.ts'

export type EventWeek = {
  /** Weeks since the cutover. */
  week: number
  /** How far the gap is from its mean before the move. */
  value: number
  /** Between these, 95 of 100 single weeks lie if nothing changed and the value is the middle. */
  low: number
  high: number
  /** The same for all weeks at once: wider, because one of many strays more easily than a given one. */
  jointLow: number
  jointHigh: number
}

const FIRST_WEEK = -12
const LEAST_BEFORE = 3

/**
 * Event study of one brand: how far was the gap to the controls from its usual level, week by week around the move?
 *
 * The pointwise band is t · sd · √(1 + 1/n) of the n weeks before; the joint band holds for all weeks shown (Šidák).
 * Assumes that the weeks before are independent of each other, so it is a picture, not the basis of a verdict.
 * Reference for the joint band: Šidák 1967, JASA 62:626.
 *
 * @param gap treated minus controls, per week; the ramp may be among them
 * @param lastWeek the last week to show
 * @returns nothing with fewer than 3 weeks before the move
 */
export function eventStudy(gap: readonly { week: number; value: number }[], lastWeek: number): EventWeek[] {
  const before = gap.filter(({ week }) => week < 0).map(({ value }) => value)
  if (before.length < LEAST_BEFORE) return []
  const mean = before.reduce((sum, value) => sum + value, 0) / before.length
  const squares = before.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  const scale = Math.sqrt(squares / (before.length - 1)) * Math.sqrt(1 + 1 / before.length)
  const shown = gap.filter(({ week }) => week >= FIRST_WEEK && week <= lastWeek)
  const pointwise = studentTQuantile(0.975, before.length - 1) * scale
  const jointLevel = 1 - 0.95 ** (1 / Math.max(1, shown.length))
  const joint = studentTQuantile(1 - jointLevel / 2, before.length - 1) * scale
  return shown.map(({ week, value }) => ({
    week,
    value: value - mean,
    low: value - mean - pointwise,
    high: value - mean + pointwise,
    jointLow: value - mean - joint,
    jointHigh: value - mean + joint,
  }))
}

import type { MetricKind } from '../server/contract.ts'
import { goalRange } from '../server/text/goal-range.ts'

export type GoalUnit = 'seconds' | 'minutes' | 'hours' | 'percent' | 'per_week' | 'plain'
export type GoalProblem = 'notANumber' | 'outside'

/** How much one of the unit is in the metric's own: seconds, a share 0…1. */
const sizes: Record<GoalUnit, number> = {
  seconds: 1,
  minutes: 60,
  hours: 3600,
  percent: 0.01,
  per_week: 1,
  plain: 1,
}
/** Decimals beyond these are noise of the arithmetic. */
const DIGITS = 9

/** The units in which people say a value of this kind. */
export function goalUnits(kind: MetricKind): readonly GoalUnit[] {
  switch (kind) {
    case 'duration':
      return ['seconds', 'minutes', 'hours']
    case 'rate':
      return ['percent']
    case 'count':
      return ['per_week']
    default:
      return ['plain']
  }
}

/** The unit a value is said in: the largest it holds a whole or half number of. @example usualUnit(150, 'duration') // 'minutes' */
export function usualUnit(value: number | null, kind: MetricKind): GoalUnit {
  const units = goalUnits(kind)
  if (kind !== 'duration' || value === null) return kind === 'duration' ? 'minutes' : units[0]
  return units.toReversed().find((unit) => Number.isInteger((value / sizes[unit]) * 2)) ?? units[0]
}

/** A value as it stands in the field. @example inUnit(0.9, 'percent') // '90' */
export function inUnit(value: number, unit: GoalUnit): string {
  return String(Number((value / sizes[unit]).toFixed(4)))
}

/** What somebody typed, in the metric's own unit; commas between thousands do no harm. @example readGoal('2.5', 'minutes', 'duration') // { value: 150 } */
export function readGoal(
  typed: string,
  unit: GoalUnit,
  kind: MetricKind,
): { value: number } | { problem: GoalProblem } {
  const plain = typed.trim().replace(/,(?=\d{3}(\D|$))/g, '')
  if (!/^-?\d{1,12}(\.\d{1,9})?$/.test(plain)) return { problem: 'notANumber' }
  const value = Number((Number(plain) * sizes[unit]).toFixed(DIGITS))
  const { least, most } = goalRange(kind)
  return value < least || value > most ? { problem: 'outside' } : { value }
}

/** Both ends of what a figure can be, in the unit of the field. */
export function rangeInUnit(kind: MetricKind, unit: GoalUnit): { least: number; most: number } {
  const { least, most } = goalRange(kind)
  const said = (value: number) => Number((value / sizes[unit]).toPrecision(2))
  return { least: said(least), most: said(most) }
}

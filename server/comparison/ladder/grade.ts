import type { EvidenceGrade, Fairness, MetricKind } from '../../contract.ts'
import type { Check } from './checks.ts'
import type { Rung } from './climb.ts'

const grades: readonly EvidenceGrade[] = ['A', 'B', 'C', 'D']
const LEAST_CONTROLS = 2
const LEAST_WEEKS_BEFORE = 12
const LEAST_WEEKS_AFTER = 6

/**
 * How much weight a verdict bears. A: against two brands or more that had not moved, over enough weeks, with nothing
 * that speaks against it. Every failed check costs a grade.
 * @param doubts what else speaks against it; each costs a grade too
 */
export function gradeOf(rung: Rung, checks: readonly Check[], doubts = 0): EvidenceGrade {
  return grades[Math.min(grades.length - 1, rankOf(rung, checks) + doubts)]
}

/** 0 for A. */
function rankOf(rung: Rung, checks: readonly Check[]): number {
  if (rung.interrupted) return rung.interrupted.answer.model === 'year' ? 1 : 2
  if (!rung.staggered) return grades.length - 1
  const { controls, before, after, axis } = rung.staggered
  const isFull =
    controls.length >= LEAST_CONTROLS &&
    before.length * axis.width >= LEAST_WEEKS_BEFORE &&
    after.length * axis.width >= LEAST_WEEKS_AFTER &&
    !checks.some(({ key, outcome }) => key === 'pre_trend' && outcome === 'not_testable')
  const failed = checks.filter(({ outcome }) => outcome === 'failed').length
  return (isFull ? 0 : 1) + failed
}

/**
 * The best grade a figure can have: what is asked at another moment, or counted from conversations whose brand is
 * uncertain, never more than C; volumes, to which brands react unequally, never more than B.
 */
export function capped(
  grade: EvidenceGrade,
  limits: { fairness: Fairness; kind: MetricKind; isBrandUncertain: boolean },
): EvidenceGrade {
  const isCount = limits.kind === 'count'
  const worst: EvidenceGrade =
    limits.fairness === 'caution' || (isCount && limits.isBrandUncertain) ? 'C' : isCount ? 'B' : 'A'
  return grade > worst ? grade : worst
}

import type { ComparisonDetail } from '../../contract-detail.ts'
import { syntheticDid } from '../../statistics/synthetic-did.ts'
import type { EstimatedDraft } from '../draft.ts'

const LEAST_CONTROLS = 5
const LEAST_WEEKS_BEFORE = 20

/** Synthetic difference-in-differences beside a staggered estimate; null with too few brands or weeks. */
export function syntheticOf({ moved, rung }: EstimatedDraft): ComparisonDetail['synthetic'] {
  if (!rung.staggered) return null
  const { question, controls, axis, answer } = rung.staggered
  const used = new Set([...answer.before, ...answer.after])
  const rows = question.weeks.flatMap((week, i) => (used.has(week) ? [i] : []))
  const before = answer.before.length
  if (controls.length < LEAST_CONTROLS || before * axis.width < LEAST_WEEKS_BEFORE) return null
  const levels = (values: readonly (number | null)[]) => rows.map((row) => values[row] ?? 0)
  const others = question.controls.map(({ values }) => levels(values))
  // Series that do not vary before the move have no mixture that fits better than another.
  if (others.every((series) => series.slice(0, before).every((level) => level === series[0]))) return null
  const { estimate, unitWeights } = syntheticDid(levels(question.treated), others, before)
  const isRatio = moved.metric.scale === 'log'
  return {
    effect: isRatio ? Math.exp(estimate) : estimate * 100,
    unit: isRatio ? 'ratio' : 'points',
    weights: controls.map(({ brand }, i) => ({ brand: brand.brand, weight: unitWeights[i] })),
  }
}

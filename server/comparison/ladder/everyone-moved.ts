import type { MetricDefinition } from '../../metrics/definition.ts'
import { marginOnScale } from '../verdict.ts'
import type { Staggered } from './staggered.ts'

/**
 * Whether the brands that had not moved changed between the same windows in the same direction, by as much as would be
 * called: then a plain before and after would have blamed the move for what all brands went through.
 */
export function hasEveryoneMoved({ axis, controls, question }: Staggered, metric: MetricDefinition): boolean {
  const changeOf = (levels: readonly (number | null)[]) => {
    const mean = (side: 'before' | 'after') => {
      let sum = 0
      let known = 0
      axis.steps.forEach((step, i) => {
        const level = levels[i]
        if (level === null || Number.isNaN(level) || !step.isUsed || step.side !== side) return
        sum += level
        known += 1
      })
      return sum / known
    }
    return mean('after') - mean('before')
  }
  const own = changeOf(question.treated)
  const margin = marginOnScale(metric)
  return controls.every(({ levels }) => {
    const change = changeOf(levels)
    return Math.sign(change) === Math.sign(own) && Math.abs(change) >= margin
  })
}

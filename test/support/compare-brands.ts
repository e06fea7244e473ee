import { answerComparisons } from '../../server/comparison/answer-comparisons.ts'
import { reportQuestion } from '../../server/comparison/compare-brands.ts'
import type { ComparisonQuestion } from '../../server/comparison/comparison-question.ts'
import type { Comparison } from '../../server/contract.ts'
import type { Database } from '../../server/store/database.ts'

/**
 * The cells a reader gets. Without days and a filter they are those of the report: made over all brands together, and
 * the choice only selects. Otherwise a question is its own family.
 */
export function compareBrands(db: Database, question: ComparisonQuestion): Comparison[] {
  const { brandIds, metrics, from, to, filter, now } = question
  const isReport = from === undefined && to === undefined && filter === undefined
  return answerComparisons(db, isReport ? reportQuestion(now) : question).comparisons.filter(
    (cell) =>
      (brandIds === 'all' || brandIds.includes(cell.brand.id)) &&
      (metrics === 'all' || metrics.includes(cell.metric)),
  )
}

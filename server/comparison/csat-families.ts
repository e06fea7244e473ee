import type { CsatFamily } from '../metrics/definition.ts'
import type { MetricFacts } from './brand-facts.ts'
import type { DailyFacts } from './daily-facts.ts'
import { sumOver } from './daily-facts.ts'
import type { Bin, Bins } from './windows.ts'
import { leastWeeks } from './windows.ts'

type Satisfaction = NonNullable<MetricFacts['satisfaction']>
export type FamilyChoice =
  | { isSame: true; facts: DailyFacts; family: CsatFamily | null; asked: DailyFacts | null; bins: Bins }
  | { isSame: false; surveysAfter: boolean; before: DailyFacts; after: DailyFacts; bins: Bins }

/**
 * Which question customers were asked before the move, and whether the weeks after it hold the same one. A week
 * belongs to the family that more of its answers came from.
 */
export function chooseFamily(satisfaction: Satisfaction, bins: Bins): FamilyChoice {
  const daysBefore = bins.before.flatMap(({ days }) => days)
  const answersOf = (family: CsatFamily, days: readonly string[]) =>
    sumOver(satisfaction[family].answers, days).n
  const family = answersOf('survey', daysBefore) > answersOf('two_point', daysBefore) ? 'survey' : 'two_point'
  const other = family === 'survey' ? 'two_point' : 'survey'
  const isOf = (wanted: CsatFamily, unwanted: CsatFamily) => (bin: Bin) =>
    answersOf(wanted, bin.days) > answersOf(unwanted, bin.days)

  const before = bins.before.filter(isOf(family, other))
  const same = bins.after.filter(isOf(family, other))
  const different = bins.after.filter(isOf(other, family))
  if (before.length > 0 && same.length < leastWeeks && different.length >= leastWeeks)
    return {
      isSame: false,
      surveysAfter: other === 'survey',
      before: satisfaction[family].answers,
      after: satisfaction[other].answers,
      bins: { before, after: different },
    }
  const { answers, asked } = satisfaction[family]
  return { isSame: true, facts: answers, family, asked, bins: { before, after: same } }
}

import type { MetricFacts } from './brand-facts.ts'
import type { FamilyChoice } from './csat-families.ts'
import { chooseFamily } from './csat-families.ts'
import type { DraftQuestion } from './draft.ts'
import type { MovedBrand } from './ladder/moved-brand.ts'
import { withData } from './window-values.ts'
import type { BinQuestion, Bins } from './windows.ts'

/** The facts to compare and the weeks that hold some; for satisfaction, those of one family of questions. */
export function comparableSide(facts: MetricFacts, bins: Bins): FamilyChoice {
  if (facts.satisfaction) return chooseFamily(facts.satisfaction, bins)
  return {
    isSame: true,
    facts: facts.main,
    family: null,
    asked: null,
    bins: { before: withData(facts.main, bins.before), after: withData(facts.main, bins.after) },
  }
}

export function movedBrand(
  { panel, brand, metric }: Pick<DraftQuestion, 'panel' | 'brand' | 'metric'>,
  around: BinQuestion,
  { facts, family, bins }: Extract<FamilyChoice, { isSame: true }>,
): MovedBrand {
  return { panel, brand, metric, facts, family, around, bins, minimumWeekly: metric.minimumWeekly }
}

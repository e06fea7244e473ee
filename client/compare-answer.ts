import type { FilterChoicesAnswer } from '../server/contract-conversations.ts'
import type { AgreementAnswer } from '../server/contract-agreement.ts'
import type { GoalsAnswer } from '../server/contract-goal.ts'
import type { AlignedAnswer, AlignedBrand } from '../server/contract-aligned.ts'
import type {
  BrandSummary,
  ComparisonsAnswer,
  DataHealthAnswer,
  MetricDescription,
} from '../server/contract.ts'
import type { Narrowing } from './narrowing.ts'

/** Everything the page that compares brands shows of one metric. */
export type CompareAnswer = {
  brands: BrandSummary[]
  metrics: MetricDescription[]
  metric: MetricDescription
  /** What the address asked for instead; null where it asked for nothing else. */
  unknownMetric: string | null
  comparisons: ComparisonsAnswer
  aligned: AlignedAnswer
  goals: GoalsAnswer
  health: DataHealthAnswer
  agreement: AgreementAnswer | null
  narrowing: Narrowing
  /** What there is to narrow by; null where nobody looked yet. */
  choices: FilterChoicesAnswer | null
  /** Conversations that are left; null where the page is not narrowed, or nobody could count. */
  left: number | null
}

export type MovedBrand = AlignedBrand & { move: NonNullable<AlignedBrand['move']> }

/** Brands that have moved, with or without a level to be held against. */
export function movedBrands({ brands }: AlignedAnswer): MovedBrand[] {
  return brands.filter((one): one is MovedBrand => one.move !== null)
}

/** Brands that have a line: moved, with a level before. */
export function linedBrands(aligned: AlignedAnswer): MovedBrand[] {
  return movedBrands(aligned).filter(({ move }) => move.level !== null)
}

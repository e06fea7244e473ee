import type { AlignedAnswer, AlignedBrand } from '../server/contract-aligned.ts'
import type {
  BrandSummary,
  ComparisonsAnswer,
  DataHealthAnswer,
  MetricDescription,
} from '../server/contract.ts'

/** Everything the page that compares brands shows of one metric. */
export type CompareAnswer = {
  brands: BrandSummary[]
  metrics: MetricDescription[]
  metric: MetricDescription
  /** What the address asked for instead; null where it asked for nothing else. */
  unknownMetric: string | null
  comparisons: ComparisonsAnswer
  aligned: AlignedAnswer
  health: DataHealthAnswer
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

import type {
  BrandSummary,
  Comparison,
  ComparisonState,
  Effect,
  Language,
  MetricDescription,
} from '../contract.ts'
import type { Text } from './catalogue.ts'

/** In which order brands may be shown. */
export const orders = ['attention', 'recent', 'name'] as const
export type Order = (typeof orders)[number]
export type Tally = Record<ComparisonState, number>

/** The order in which states are counted. */
export const stateOrder: readonly ComparisonState[] = [
  'improved',
  'worse',
  'higher',
  'lower',
  'no_clear_change',
  'not_enough_data',
  'not_comparable',
]

/** True where there is a verdict; false where data are missing or cannot be compared. */
export function isJudgedState(state: ComparisonState): boolean {
  return state !== 'not_enough_data' && state !== 'not_comparable'
}

/** True for a figure of a brand that still works with live chat: there is nothing to judge yet. */
export function isNotMoved(comparison: Comparison): boolean {
  return comparison.reasons.some((reason) => reason.code === 'not_moved')
}

/** True while the figure waits for its history: the banner above says how far that is. */
export function isArriving(comparison: Comparison): boolean {
  return comparison.reasons.some((reason) => reason.code === 'history_arriving')
}

/**
 * True for a brand of which it is known that it has not moved. While history is arriving a missing day of the move
 * only means that nobody could look yet.
 */
export function isKnownUnmoved(brand: BrandSummary, comparisons: readonly Comparison[]): boolean {
  const own = comparisons.filter((comparison) => comparison.brand.id === brand.id)
  return brand.cutover === null && own.some(isNotMoved)
}

/** How many figures ended in each state; brands that have not moved are not counted. */
export function tallyOf(comparisons: readonly Comparison[]): Tally {
  const tally = Object.fromEntries(stateOrder.map((state) => [state, 0])) as Tally
  for (const comparison of comparisons) if (!isNotMoved(comparison)) tally[comparison.state] += 1
  return tally
}

/** The one sentence at the top. */
export function headline(comparisons: readonly Comparison[], historyComplete: boolean, text: Text): string {
  const tally = tallyOf(comparisons)
  const { improved, worse } = tally
  const counts = { improved, worse }
  if (improved > 0 && worse > 0) return text('headline.both', counts)
  if (improved > 0) return text('headline.improved', counts)
  if (worse > 0) return text('headline.worse', counts)
  if (tally.no_clear_change + tally.higher + tally.lower > 0) return text('headline.unchanged')
  if (!historyComplete) return text('headline.arriving')
  const isUnmoved = comparisons.length > 0 && comparisons.every(isNotMoved)
  return text(isUnmoved ? 'headline.notMoved' : 'headline.waiting')
}

/** How many times the smallest change worth calling an effect is. */
export function strength(effect: Effect | null, metric: MetricDescription | undefined): number {
  if (!effect || !metric) return 0
  const size = effect.unit === 'ratio' ? Math.abs(effect.value - 1) : Math.abs(effect.value) / 100
  return size / metric.margin
}

/** The figures a reader should see first: what got worse, then what improved, the largest first. */
export function findings(
  comparisons: readonly Comparison[],
  metrics: readonly MetricDescription[],
): Comparison[] {
  const sizeOf = (comparison: Comparison) =>
    strength(
      comparison.effect,
      metrics.find((metric) => metric.key === comparison.metric),
    )
  const ofState = (state: ComparisonState) =>
    comparisons.filter((comparison) => comparison.state === state).sort((a, b) => sizeOf(b) - sizeOf(a))
  return [...ofState('worse'), ...ofState('improved')]
}

/** Brands in the order the reader asked for; those that have not moved come last unless sorted by name. */
export function orderBrands(
  brands: readonly BrandSummary[],
  comparisons: readonly Comparison[],
  order: Order,
  language: Language,
): BrandSummary[] {
  const collator = new Intl.Collator(language)
  const byName = (a: BrandSummary, b: BrandSummary) => collator.compare(a.name, b.name)
  const movedOn = (brand: BrandSummary) => brand.cutover?.wentLiveOn ?? ''
  const byMove = (a: BrandSummary, b: BrandSummary) =>
    collator.compare(movedOn(b), movedOn(a)) || byName(a, b)
  if (order === 'name') return brands.toSorted(byName)
  if (order === 'recent') return brands.toSorted(byMove)
  const urgency = new Map(brands.map((brand) => [brand.id, urgencyOf(brand, comparisons)]))
  return brands.toSorted((a, b) => (urgency.get(b.id) ?? 0) - (urgency.get(a.id) ?? 0) || byName(a, b))
}

function urgencyOf(brand: BrandSummary, comparisons: readonly Comparison[]): number {
  const has = (state: ComparisonState) =>
    comparisons.some((comparison) => comparison.brand.id === brand.id && comparison.state === state)
  if (has('worse')) return 4
  if (has('improved')) return 3
  if (!brand.cutover) return 0
  return has('no_clear_change') || has('higher') || has('lower') ? 2 : 1
}

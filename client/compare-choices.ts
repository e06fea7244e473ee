import { mostLines } from '../server/charts/line-looks.ts'
import type { MetricDescription } from '../server/contract.ts'
import { asSuffix } from './narrowing.ts'

export { mostLines }

export type ChosenMetric = { metric: MetricDescription; unknown: string | null }
export type ChosenBrands = {
  ids: number[]
  /** Parts of the address that are no brand to be shown. */
  unknown: string[]
  isCut: boolean
  /** The address names brands, but none that can be shown. */
  isDefault: boolean
}

/** The metric an address asks for; the first one where it asks for none there is. */
export function chooseMetric(query: URLSearchParams, metrics: readonly MetricDescription[]): ChosenMetric {
  const wanted = query.get('metric')
  const found = metrics.find(({ key }) => key === wanted)
  return { metric: found ?? metrics[0], unknown: found || wanted === null ? null : wanted }
}

/** The brands whose lines an address asks for; the first ones where it asks for none, or for none there is. */
export function chooseBrands(query: URLSearchParams, known: readonly number[]): ChosenBrands {
  const wanted = query.get('brands')
  const usual = known.slice(0, mostLines)
  if (wanted === null) return { ids: usual, unknown: [], isCut: false, isDefault: false }
  if (wanted === '') return { ids: [], unknown: [], isCut: false, isDefault: false }
  const parts = [...new Set(wanted.split(','))]
  const unknown = parts.filter((part) => !known.some((id) => String(id) === part))
  // In the order of the brands, so that each keeps its look whatever order the address has them in.
  const found = known.filter((id) => parts.includes(String(id)))
  const isDefault = found.length === 0
  return {
    ids: isDefault ? usual : found.slice(0, mostLines),
    unknown,
    isCut: found.length > mostLines,
    isDefault,
  }
}

/**
 * @param brandIds null: the usual ones
 * @param narrowing the days or conversations the page is narrowed to
 */
export function comparePath(
  metric: string,
  brandIds: readonly number[] | null,
  narrowing = new URLSearchParams(),
): string {
  const brands = brandIds === null ? '' : `&brands=${brandIds.join(',')}`
  return `/compare?metric=${encodeURIComponent(metric)}${brands}${asSuffix(narrowing)}`
}

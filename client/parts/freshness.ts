import type { BrandSummary } from '../../server/contract.ts'
import { formatInstant } from '../../server/text/format.ts'
import { el } from '../dom.ts'
import type { View } from '../view.ts'
import { icon } from './icon.ts'

const LATE_AFTER_MS = 26 * 3_600_000

/** An instant in the zone the brands share, else in the reader's own; the zone is named. */
export function momentWords(iso: string, view: View, brands: readonly BrandSummary[] = []): string {
  return formatInstant(iso, sharedZone(brands), view.language)
}

/** The zone the brands share, else the reader's own. */
export function sharedZone(brands: readonly BrandSummary[]): string {
  const zones = new Set(brands.map((brand) => brand.zone))
  return zones.size === 1 ? [...zones][0] : new Intl.DateTimeFormat().resolvedOptions().timeZone
}

/** Up to when the numbers are complete, and whether that is later than it should be. */
export function freshness(
  view: View,
  answer: { asOf: string; dataCompleteTo: string | null },
  brands: readonly BrandSummary[],
): HTMLElement {
  const { asOf, dataCompleteTo } = answer
  if (dataCompleteTo === null) return stamp('clock', view.text('freshness.none'), false)
  const isLate = Date.parse(asOf) - Date.parse(dataCompleteTo) > LATE_AFTER_MS
  const moment = momentWords(dataCompleteTo, view, brands)
  return isLate
    ? stamp('warning', view.text('freshness.late', { moment }), true)
    : stamp('clock', view.text('freshness.complete', { moment }), false)
}

function stamp(name: 'clock' | 'warning', words: string, isLate: boolean): HTMLElement {
  return el('p', { class: isLate ? 'freshness late' : 'freshness' }, icon(name), el('span', {}, words))
}

import type { ComparisonDetail } from '../server/contract-detail.ts'
import type { Effect, MetricDescription } from '../server/contract.ts'
import { captionText } from '../server/text/caption-texts.ts'
import { formatMetricValue } from '../server/text/format.ts'
import { mixShareOf } from '../server/text/mix-share.ts'
import type { Figure } from './brand-answer.ts'
import type { View } from './view.ts'

/** One way to put the question and its answer. `effect` null: it has none; `hasRange` false: a bare figure. */
export type EstimateRow = {
  name: string
  note: string | null
  effect: Effect | null
  hasRange: boolean
  /** What the verdict rests on, or comes closest to it. */
  isUsed: boolean
}
type Words = Pick<View, 'text' | 'language'>

/** The verdict's own estimate, then the same question put in other ways; only those there are. */
export function otherWays(
  words: Words,
  { comparison, metric }: Figure,
  detail: ComparisonDetail,
): EstimateRow[] {
  const { text, language } = words
  const { simple, mix, synthetic, slowestTenth } = detail
  const rows: (EstimateRow | null)[] = [
    comparison.effect && { ...row(text('certainty.used'), comparison.effect), isUsed: true },
    simple && row(text('certainty.simple'), simple.effect, sidesWords(words, simple, metric)),
    mix && row(captionText('mix_adjustment').name[language], mix.adjusted, mixWords(words, mix.share)),
    synthetic && {
      ...row(captionText('synthetic_did').name[language], bare(synthetic)),
      hasRange: false,
    },
    slowestTenth &&
      row(text('certainty.slowest'), slowestTenth.effect, sidesWords(words, slowestTenth, metric)),
  ]
  return rows.filter((one) => one !== null)
}

/** The same with other lengths of the ramp. */
export function otherRamps({ text }: Words, { sensitivity }: ComparisonDetail): EstimateRow[] {
  return sensitivity.map(({ washoutDays, effect, isUsed }) => ({
    ...row(text('certainty.days', { n: washoutDays }), effect),
    note: isUsed ? text('certainty.nearest') : null,
    isUsed,
  }))
}

/** The same without each of the comparison brands. */
export function withoutEach({ withoutControl }: ComparisonDetail): EstimateRow[] {
  return (withoutControl ?? []).map(({ brand, effect }) => row(brand.name, effect))
}

/** How far the strips of several rows have to reach, as a share of the whole. @example reachOf([row(…)], 0.1) // 0.46 */
export function reachOf(rows: readonly EstimateRow[], margin: number): number {
  const ends = rows.flatMap(({ effect }) =>
    effect ? [effect.low, effect.high].map((end) => shareOf(end, effect)) : [],
  )
  return Math.max(margin * 2, ...ends.map(Math.abs)) * 1.1
}

/** An effect's number as a share: 0.6 as a ratio is −0.4, −3.2 points are −0.032. */
export function shareOf(value: number, { unit }: Pick<Effect, 'unit'>): number {
  return unit === 'ratio' ? value - 1 : value / 100
}

function row(name: string, effect: Effect | null, note: string | null = null): EstimateRow {
  return { name, note, effect, hasRange: effect !== null, isUsed: false }
}

function bare({ effect, unit }: { effect: number; unit: Effect['unit'] }): Effect {
  return { value: effect, low: effect, high: effect, unit }
}

function sidesWords(
  { language }: Words,
  { before, after }: NonNullable<ComparisonDetail['simple']>,
  { kind }: MetricDescription,
): string {
  return `${formatMetricValue(before.value, kind, language)} → ${formatMetricValue(after.value, kind, language)}`
}

function mixWords({ text }: Words, share: number | null): string | null {
  const told = mixShareOf(share)
  if (told === 'unknown') return null
  return told === 'nearly_all' ? text('certainty.mixNearlyAll') : text('certainty.mixShare', told)
}

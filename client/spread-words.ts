import type { DistributionAnswer, DistributionSide } from '../server/contract-distribution.ts'
import type { Language } from '../server/contract.ts'
import { formatDuration, formatRate } from '../server/text/format.ts'
import type { Text } from './locale.ts'

export type SideName = 'before' | 'after' | 'now'
export type NamedSide = { name: SideName; side: DistributionSide }
export type Bin = DistributionAnswer['bins'][number]

/** The sides there are, earlier ones first. */
export function sidesOf({ before, after, now }: DistributionAnswer): NamedSide[] {
  return (Object.entries({ before, after, now }) as [SideName, DistributionSide | null][]).flatMap(
    ([name, side]) => (side ? [{ name, side }] : []),
  )
}

/** A bin as people say it, the unit once where both ends share it. @example binWords({ from: 60, to: 120 }, 'en', text) // '1–2 min' */
export function binWords({ from, to }: Bin, language: Language, text: Text): string {
  const first = formatDuration(from, language)
  if (to === null) return text('distribution.above', { from: first })
  const last = formatDuration(to, language)
  if (from === 0) return text('distribution.below', { to: last })
  const [number, unit] = [/^\d+/.exec(first)?.[0] ?? first, last.replace(/^\d+/, '')]
  return first === number + unit
    ? text('distribution.bin', { from: number, to: last })
    : text('distribution.binOfTwoUnits', { from: first, to: last })
}

/** What the percentiles of a side mean, as far as they are known. */
export function percentileWords({ name, side }: NamedSide, language: Language, text: Text): string {
  const { p50, p75, p90 } = side.percentiles
  const values = {
    side: text(`figure.${name}`),
    p50: formatDuration(p50, language),
    p75: formatDuration(p75, language),
    p90: formatDuration(p90, language),
  }
  if (p50 === null) return text('distribution.wordsOpen', values)
  if (p75 === null) return text('distribution.wordsQuarter', values)
  return text(p90 === null ? 'distribution.wordsHalf' : 'distribution.words', values)
}

/** A share as it is written beside a bar: what is there but rounds to nothing is not called nothing. */
export function shareWords(share: number, language: Language): string {
  if (share === 0) return '0%'
  return share < 0.0005 ? `<${formatRate(0.001, language)}` : formatRate(share, language)
}

/** The share of a side up to the end of each bin. */
export function runningShares({ counts }: DistributionSide): number[] {
  let sum = 0
  return counts.map(({ share }) => (sum += share))
}

/** The bin in which half of the durations are reached; null where half of them have not ended. */
export function binOfHalf({ percentiles: { p50 } }: DistributionSide, bins: readonly Bin[]): number | null {
  if (p50 === null) return null
  const found = bins.findIndex(({ from, to }) => p50 >= from && (to === null || p50 < to))
  return found < 0 ? null : found
}

/** Whether shares are others than the numbers alone would give: some weeks are known in part and count for more. */
export function isWeighed({ counts, unended, n }: DistributionSide): boolean {
  return [...counts, unended].some((one) => Math.abs(one.share - one.n / n) > 1e-6)
}

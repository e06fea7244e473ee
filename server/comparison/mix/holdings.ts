import type { Day } from '../../periods/day.ts'
import type { KindCounts } from '../../statistics/standardised-kinds.ts'
import type { KindDurations } from '../../statistics/weighted-quantile-of-kinds.ts'
import type { Kinds, KindTotals } from './dimensions.ts'

/** A brand's metric by kind of conversation. Lists of days are told apart by identity: they may not change afterwards. */
export type Holdings = {
  strata: Kinds
  /** What some days hold, each kind once. */
  countsOver(days: readonly Day[]): KindCounts
  /** How often some weeks hold each kind, all of them together. */
  totalsOver(weeks: readonly (readonly Day[])[]): KindTotals
  /** The durations of some days; none of what is no duration. */
  durationsOver(days: readonly Day[]): KindDurations
}

/** What is counted over a list of days is kept as long as the brand's rows are; where durations lie is soon found again. */
export function keepHoldings({ countsOver: count, ...holdings }: Omit<Holdings, 'totalsOver'>): Holdings {
  const kept = new Map<readonly Day[], KindCounts>()
  const countsOver = (days: readonly Day[]) => {
    let counts = kept.get(days)
    if (!counts) kept.set(days, (counts = count(days)))
    return counts
  }
  return {
    ...holdings,
    countsOver,
    totalsOver(weeks) {
      const totals = new Float64Array(holdings.strata.length)
      for (const days of weeks) {
        const { kinds, n, from, to } = countsOver(days)
        for (let i = from; i < to; i++) totals[kinds[i]] += n[i]
      }
      return totals
    },
  }
}

/** Adds up by kind of conversation. */
export type Tally = {
  add(kind: number, n: number, numerator: number): void
  /** Each of the kinds once. */
  addEach(kinds: Uint32Array, from: number, to: number): void
  /** What was added since the last time this was asked, each kind once. */
  take(): KindCounts
}
type Page = { kinds: Uint32Array; n: Float64Array; numerator: Float64Array; used: number }

const PAGE_LENGTH = 8192

/**
 * Counts are kept together on long pages: small lists for each week of each brand would be some hundred thousand pieces of
 * memory to look after.
 * @param kinds how many there are
 */
export function createTally(kinds: number): Tally {
  const n = new Float64Array(kinds)
  const numerator = new Float64Array(kinds)
  const isSeen = new Uint8Array(kinds)
  const seen = new Uint32Array(kinds)
  let count = 0
  let page = emptyPage(kinds)
  return {
    add(kind, more, hits) {
      if (isSeen[kind] === 0) {
        isSeen[kind] = 1
        seen[count++] = kind
      }
      n[kind] += more
      numerator[kind] += hits
    },
    addEach(kinds, from, to) {
      for (let i = from; i < to; i++) {
        const kind = kinds[i]
        if (isSeen[kind] === 0) {
          isSeen[kind] = 1
          seen[count++] = kind
        }
        n[kind] += 1
      }
    },
    take() {
      if (page.used + count > page.kinds.length) page = emptyPage(kinds)
      const from = page.used
      for (let i = 0; i < count; i++) {
        const kind = seen[i]
        page.kinds[from + i] = kind
        page.n[from + i] = n[kind]
        page.numerator[from + i] = numerator[kind]
        n[kind] = 0
        numerator[kind] = 0
        isSeen[kind] = 0
      }
      page.used += count
      count = 0
      return { kinds: page.kinds, n: page.n, numerator: page.numerator, from, to: page.used }
    },
  }
}

function emptyPage(kinds: number): Page {
  const length = Math.max(PAGE_LENGTH, kinds)
  return {
    kinds: new Uint32Array(length),
    n: new Float64Array(length),
    numerator: new Float64Array(length),
    used: 0,
  }
}

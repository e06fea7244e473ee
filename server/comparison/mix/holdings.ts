import type { Day } from '../../periods/day.ts'
import type { Stratum } from '../../store/measures/index.ts'

/** Durations in ascending order, and the kind of each. */
export type KindDurations = { seconds: Float64Array; kinds: Uint32Array }
/** What some days hold of a metric by kind of conversation, each kind once. */
export type Holding = {
  /** Places in the list of all kinds. */
  kinds: readonly number[]
  n: readonly number[]
  numerator: readonly number[]
  durations: KindDurations | null
}
/** A brand's metric by kind of conversation. */
export type Holdings = {
  /** Every kind there is, by its number; some numbers are nobody's. */
  strata: readonly (Stratum | undefined)[]
  /** Lists of days are told apart by identity: they may not change afterwards. */
  over(days: readonly Day[]): Holding
}

/** What is worked out of a list of days is kept as long as the brand's rows are. */
export function keepHoldings({ strata, over }: Holdings): Holdings {
  const kept = new Map<readonly Day[], Holding>()
  return {
    strata,
    over(days) {
      let holding = kept.get(days)
      if (!holding) kept.set(days, (holding = over(days)))
      return holding
    },
  }
}

/** Adds up by kind; kinds are the places of a list. */
export function tally(): { add(kind: number, n: number, numerator: number): void } & Omit<
  Holding,
  'durations'
> {
  const places: number[] = []
  const kinds: number[] = []
  const n: number[] = []
  const numerator: number[] = []
  return {
    kinds,
    n,
    numerator,
    add(kind, more, hits) {
      const place = places[kind]
      if (place === undefined) {
        places[kind] = kinds.length
        kinds.push(kind)
        n.push(more)
        numerator.push(hits)
      } else {
        n[place] += more
        numerator[place] += hits
      }
    },
  }
}

/** Several lists in one; null without any. */
export function mergeDurations(lists: readonly KindDurations[]): KindDurations | null {
  let left = lists
  while (left.length > 1) {
    const merged: KindDurations[] = []
    for (let i = 0; i < left.length; i += 2)
      merged.push(i + 1 < left.length ? mergeTwo(left[i], left[i + 1]) : left[i])
    left = merged
  }
  return left[0] ?? null
}

function mergeTwo(one: KindDurations, other: KindDurations): KindDurations {
  const length = one.seconds.length + other.seconds.length
  const seconds = new Float64Array(length)
  const kinds = new Uint32Array(length)
  for (let i = 0, j = 0, next = 0; next < length; next++) {
    const isOne = j >= other.seconds.length || (i < one.seconds.length && one.seconds[i] <= other.seconds[j])
    seconds[next] = isOne ? one.seconds[i] : other.seconds[j]
    kinds[next] = isOne ? one.kinds[i++] : other.kinds[j++]
  }
  return { seconds, kinds }
}

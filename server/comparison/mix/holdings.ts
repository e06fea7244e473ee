import type { Day } from '../../periods/day.ts'
import type { KindDurations } from '../../statistics/weighted-quantile-of-kinds.ts'
import type { Stratum } from '../../store/measures/index.ts'

/** What some days hold of a metric by kind of conversation, each kind once. */
export type Holding = {
  /** Places in the list of all kinds. */
  kinds: readonly number[]
  n: readonly number[]
  numerator: readonly number[]
  /** Lists of durations, each in ascending order; none of what is no duration. */
  durations: readonly KindDurations[]
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

/** Where each kind stands in the tally that is being made; only what that tally holds is looked at. */
let places: Int32Array = new Int32Array(1024)

/** Adds up by kind; one tally at a time. */
export function tally(): { add(kind: number, n: number, numerator: number): void } & Omit<
  Holding,
  'durations'
> {
  const kinds: number[] = []
  const n: number[] = []
  const numerator: number[] = []
  return {
    kinds,
    n,
    numerator,
    add(kind, more, hits) {
      if (kind >= places.length) places = enlarged(places, kind)
      const place = places[kind]
      if (kinds[place] === kind) {
        n[place] += more
        numerator[place] += hits
      } else {
        places[kind] = kinds.length
        kinds.push(kind)
        n.push(more)
        numerator.push(hits)
      }
    },
  }
}

function enlarged(list: Int32Array, place: number): Int32Array {
  const longer = new Int32Array(2 * place)
  longer.set(list)
  return longer
}

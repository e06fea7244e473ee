/**
 * The conversations of one stratum in one week. `squares`: of the weights, where a conversation stands for several; the
 * denominator is the sum of the weights then.
 */
export type StratumCell = { numerator: number; denominator: number; squares?: number }
/** One row per week, one cell per stratum. */
export type StratumWeeks = readonly (readonly StratumCell[])[]
export type StandardisedArm = {
  /** The share there would be, had the strata been mixed as the weights say. */
  share: number
  /** Of the share, weeks being clusters; never below what independent conversations would give. */
  variance: number
  weeks: number
}

/**
 * One side of a comparison with its strata brought to a common mix.
 * @param weights of the strata, their sum being 1
 * @throws when there are fewer than two weeks, or nothing of a stratum
 */
export function standardiseArm(allWeeks: StratumWeeks, weights: readonly number[]): StandardisedArm {
  const weeks = allWeeks.filter((week) => week.some(({ denominator }) => denominator > 0))
  if (weeks.length < 2) throw new Error('standardiseArm requires at least two weeks with conversations')
  const strata = weights.map((weight, place) => {
    const numerator = sumOver(weeks, (week) => week[place].numerator)
    const denominator = sumOver(weeks, (week) => week[place].denominator)
    if (denominator === 0) throw new Error('standardiseArm requires conversations of every stratum')
    // As many equally weighted conversations as carry the same information (Kish 1965): without weights, all of them.
    const effective =
      denominator ** 2 / sumOver(weeks, (week) => week[place].squares ?? week[place].denominator)
    return { weight, denominator, effective, share: numerator / denominator }
  })
  const squares = sumOver(weeks, (week) => {
    const distance = sumOver(strata, ({ weight, denominator, share }, place) => {
      return (weight / denominator) * (week[place].numerator - share * week[place].denominator)
    })
    return distance ** 2
  })
  return {
    share: sumOver(strata, ({ weight, share }) => weight * share),
    variance: Math.max((weeks.length / (weeks.length - 1)) * squares, independentVariance(strata)),
    weeks: weeks.length,
  }
}

type Sum = { weight: number; effective: number; share: number }

/** Where all answers are the same, half an answer of each kind is added: even then the share is not certain. */
function independentVariance(strata: readonly Sum[]): number {
  const variance = sumOver(
    strata,
    ({ weight, effective, share }) => (weight ** 2 * share * (1 - share)) / effective,
  )
  if (variance > 0) return variance
  const count = sumOver(strata, ({ effective }) => effective)
  const nearEnd = 0.5 / (count + 1)
  return sumOver(strata, ({ weight, effective }) => weight ** 2 / effective) * nearEnd * (1 - nearEnd)
}

function sumOver<Item>(items: readonly Item[], valueOf: (item: Item, place: number) => number): number {
  return items.reduce((sum, item, place) => sum + valueOf(item, place), 0)
}

/** How many conversations of one kind there were on each side. */
export type StratumCount = { stratum: string; before: number; after: number }
export type Stratum = {
  /** The kinds of conversation it holds: one, or all that were too rare to stand alone. */
  members: readonly string[]
  before: number
  after: number
  /** Share of both windows, the sum over all strata being 1. */
  weight: number
}
export type StrataPlan = {
  /**
   * `mix_too_different`: too much of one side has no counterpart on the other. `no_strata`: conversations are too few,
   * or all of one kind; there is nothing to adjust for.
   */
  state: 'ready' | 'mix_too_different' | 'no_strata'
  /** Share of each side that has a counterpart on the other. */
  overlap: { before: number; after: number }
  strata: readonly Stratum[]
  /** The place in `strata` of each of the counts, in their order; null of those without a counterpart. */
  places: readonly (number | null)[]
  /** The place of a kind that is none of the counts: with the rare ones, if there are any. */
  placeOfUnknown: number | null
}

const FEWEST_PER_SIDE = 10
const MOST_STRATA = 24
const LEAST_OVERLAP = 0.8
/** From here on, fewer than ten is no accident: the kind is missing on that side. */
const EXPECTED_WHERE_MISSING = 20

/**
 * Which kinds of conversation (by language, topic and time of day, say) are compared with each other, and how much does
 * each count, so that a change in their mix does not look like a change in the figure?
 *
 * A kind that one side lacks, although its share of the other side would mean at least twenty, has no counterpart and
 * is left out. The rarest of the others are put together until every stratum has ten conversations on both sides, and
 * at most 24 strata remain. Direct standardisation; weights are the mean of the two sides' shares.
 * Reference: Keiding & Clayton 2014, Stat Sci 29:529.
 *
 * @example planStrata([{ stratum: 'de', before: 70, after: 50 }, { stratum: 'en', before: 30, after: 50 }]).strata[0].weight // 0.6
 */
export function planStrata(counts: readonly StratumCount[]): StrataPlan {
  const before = sumOf(counts, 'before')
  const after = sumOf(counts, 'after')
  const isCommon = counts.map((count) => !isMissingOnOneSide(count, before, after))
  const common = counts.filter((_, i) => isCommon[i])
  const { strata, rare } = mergeRarest(counts, isCommon)
  const overlap = {
    before: shareOf(sumOf(common, 'before'), before),
    after: shareOf(sumOf(common, 'after'), after),
  }
  return {
    state: stateOf(overlap, strata.length),
    overlap,
    strata: withWeights(counts, strata),
    ...placesOf(counts, strata, rare),
  }
}

function stateOf(overlap: { before: number; after: number }, strata: number): StrataPlan['state'] {
  if (Math.min(overlap.before, overlap.after) < LEAST_OVERLAP) return 'mix_too_different'
  return strata < 2 ? 'no_strata' : 'ready'
}

function isMissingOnOneSide(count: StratumCount, before: number, after: number): boolean {
  const expectedBefore = (count.after / after) * before
  const expectedAfter = (count.before / before) * after
  return (
    (count.before < FEWEST_PER_SIDE && expectedBefore >= EXPECTED_WHERE_MISSING) ||
    (count.after < FEWEST_PER_SIDE && expectedAfter >= EXPECTED_WHERE_MISSING)
  )
}

type Group = {
  /** The kinds it holds, by their places among the counts. */
  kinds: number[]
  before: number
  after: number
}

/** The strata in the order of their names, and which of them holds what was too rare. */
function mergeRarest(
  counts: readonly StratumCount[],
  isCommon: readonly boolean[],
): { strata: Group[]; rare: Group | null } {
  const least = counts.map(({ before, after }) => Math.min(before, after))
  const byName = (one: number, other: number) => (counts[one].stratum < counts[other].stratum ? -1 : 1)
  const alone = [...counts.keys()].filter((kind) => isCommon[kind])
  alone.sort((one, other) => least[other] - least[one] || byName(one, other))
  const rare: Group = { kinds: [], before: 0, after: 0 }
  const hasRare = () => rare.kinds.length > 0
  for (let rarest = alone.at(-1); rarest !== undefined; rarest = alone.at(-1)) {
    const tooMany = alone.length + (hasRare() ? 1 : 0) > MOST_STRATA
    const tooFew = least[rarest] < FEWEST_PER_SIDE
    const rareAreTooFew = hasRare() && Math.min(rare.before, rare.after) < FEWEST_PER_SIDE
    if (!tooMany && !tooFew && !rareAreTooFew) break
    alone.pop()
    rare.kinds.push(rarest)
    rare.before += counts[rarest].before
    rare.after += counts[rarest].after
  }
  const strata = alone
    .sort(byName)
    .map((kind): Group => ({ kinds: [kind], before: counts[kind].before, after: counts[kind].after }))
  return hasRare() ? { strata: [...strata, rare], rare } : { strata, rare: null }
}

function withWeights(counts: readonly StratumCount[], groups: readonly Group[]): Stratum[] {
  const before = sumOf(groups, 'before')
  const after = sumOf(groups, 'after')
  return groups.map(({ kinds, ...sums }) => ({
    before: sums.before,
    after: sums.after,
    weight: (shareOf(sums.before, before) + shareOf(sums.after, after)) / 2,
    // Every brand that is compared makes a plan, and hardly anybody reads who is in it.
    get members() {
      return kinds.map((kind) => counts[kind].stratum).sort()
    },
  }))
}

function placesOf(
  counts: readonly StratumCount[],
  strata: readonly Group[],
  rare: Group | null,
): Pick<StrataPlan, 'places' | 'placeOfUnknown'> {
  const places = counts.map((): number | null => null)
  strata.forEach(({ kinds }, place) => {
    for (const kind of kinds) places[kind] = place
  })
  return { places, placeOfUnknown: rare ? strata.indexOf(rare) : null }
}

function shareOf(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole
}

function sumOf(counts: readonly { before: number; after: number }[], side: 'before' | 'after'): number {
  return counts.reduce((sum, count) => sum + count[side], 0)
}

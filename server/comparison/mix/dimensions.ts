import type { MixDimension } from '../../text/reasons-mix.ts'
import type { Stratum } from '../../store/measures/index.ts'

/** Every kind there is, by its number; some numbers are nobody's. */
export type Kinds = readonly (Stratum | undefined)[]
/** How many conversations of each kind there are, by its number. */
export type KindTotals = Float64Array
export type Sides<Item> = { before: Item; after: Item }
/** What kinds of conversation are told apart by, beside the time: that is always known. */
export type Dimensions = {
  leftOut: MixDimension[]
  groups: KindGroups
}
/** Kinds that differ in nothing that is looked at, together. */
export type KindGroups = {
  /** By the number of a kind; below 0 where there is no such kind. */
  groupOf: Int32Array
  names: readonly string[]
  isWeekend: readonly boolean[]
}

const LEAST_KNOWN = 0.8
/** What a conversation's topic is called where no rule of the account matched it. */
const NO_TOPIC = 'other'

/**
 * A dimension that is known for fewer than 80 % on either side is left out: what is known of it would be a mix of its
 * own. What no topic rule matched is known to be of no listed topic; but where rules match a good part of one side and
 * nothing at all of the other, they do not reach that side.
 */
export function dimensionsOf(kinds: Kinds, { before, after }: Sides<KindTotals>): Dimensions {
  const sides = [before, after]
  const isLanguageKnown = Math.min(...sides.map((side) => languageKnown(kinds, side))) >= LEAST_KNOWN
  const sorted = sides.map((side) => shareSorted(kinds, side))
  const isTopicKnown = Math.min(...sorted) > 0 || Math.max(...sorted) <= 1 - LEAST_KNOWN
  return {
    leftOut: [...(isLanguageKnown ? [] : ['language' as const]), ...(isTopicKnown ? [] : ['topic' as const])],
    groups: groupsOf(kinds, isLanguageKnown, isTopicKnown),
  }
}

/** By what is looked at: every brand that is compared asks for the same groups. */
const known = [0, 1, 2, 3].map(() => new WeakMap<Kinds, KindGroups>())

/** The kinds may not change afterwards. */
function groupsOf(kinds: Kinds, isLanguageKnown: boolean, isTopicKnown: boolean): KindGroups {
  const ofDimensions = known[(isLanguageKnown ? 1 : 0) + (isTopicKnown ? 2 : 0)]
  let groups = ofDimensions.get(kinds)
  if (!groups) ofDimensions.set(kinds, (groups = makeGroups(kinds, isLanguageKnown, isTopicKnown)))
  return groups
}

function makeGroups(kinds: Kinds, isLanguageKnown: boolean, isTopicKnown: boolean): KindGroups {
  const numbers = new Map<string, number>()
  const isWeekend: boolean[] = []
  const groupOf = Int32Array.from({ length: kinds.length }, (_, kind) => {
    const stratum = kinds[kind]
    if (stratum === undefined) return -1
    const name = nameOf(stratum, isLanguageKnown, isTopicKnown)
    let number = numbers.get(name)
    if (number === undefined) {
      numbers.set(name, (number = numbers.size))
      isWeekend.push(stratum.isWeekend)
    }
    return number
  })
  return { groupOf, names: [...numbers.keys()], isWeekend }
}

function nameOf(
  { language, topic, hourBlock, isWeekend }: Stratum,
  isLanguageKnown: boolean,
  isTopicKnown: boolean,
): string {
  return JSON.stringify([
    isLanguageKnown ? language : null,
    isTopicKnown ? topic : null,
    hourBlock,
    isWeekend ? 'weekend' : 'weekday',
  ])
}

function languageKnown(kinds: Kinds, totals: KindTotals): number {
  return shareOf(kinds, totals, ({ language }) => language !== null)
}

function shareSorted(kinds: Kinds, totals: KindTotals): number {
  return shareOf(kinds, totals, ({ topic }) => topic !== NO_TOPIC)
}

function shareOf(kinds: Kinds, totals: KindTotals, isOne: (stratum: Stratum) => boolean): number {
  let all = 0
  let ones = 0
  for (let kind = 0; kind < totals.length; kind++) {
    const stratum = kinds[kind]
    if (stratum === undefined) continue
    all += totals[kind]
    if (isOne(stratum)) ones += totals[kind]
  }
  return all === 0 ? 0 : ones / all
}

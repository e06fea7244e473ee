import type { MixDimension } from '../../text/reasons-mix.ts'
import type { Stratum } from '../../store/measures/index.ts'

type Counted = { stratum: Stratum; n: number }
export type Sides<Item> = { before: Item; after: Item }
/** What kinds of conversation are told apart by, beside the time: that is always known. */
export type Dimensions = {
  leftOut: MixDimension[]
  /** The name of a kind of conversation, of those dimensions that are looked at. */
  nameOf(stratum: Stratum): string
}

const LEAST_KNOWN = 0.8
/** What a conversation's topic is called where no rule of the account matched it. */
const NO_TOPIC = 'other'

/**
 * A dimension that is known for fewer than 80 % on either side is left out: what is known of it would be a mix of its
 * own. What no topic rule matched is known to be of no listed topic; but where rules match a good part of one side and
 * nothing at all of the other, they do not reach that side.
 */
export function dimensionsOf(sides: Sides<readonly Counted[]>): Dimensions {
  const isLanguageKnown = Math.min(...both(sides, languageKnown)) >= LEAST_KNOWN
  const sorted = both(sides, shareSorted)
  const isTopicKnown = Math.min(...sorted) > 0 || Math.max(...sorted) <= 1 - LEAST_KNOWN
  return {
    leftOut: [...(isLanguageKnown ? [] : ['language' as const]), ...(isTopicKnown ? [] : ['topic' as const])],
    nameOf: (stratum) => nameOf(stratum, isLanguageKnown, isTopicKnown),
  }
}

/** By what is looked at; every brand that is compared asks for the same few hundred names. */
const names = [0, 1, 2, 3].map(() => new WeakMap<Stratum, string>())

function nameOf(stratum: Stratum, isLanguageKnown: boolean, isTopicKnown: boolean): string {
  const known = names[(isLanguageKnown ? 1 : 0) + (isTopicKnown ? 2 : 0)]
  let name = known.get(stratum)
  if (name === undefined) {
    const { language, topic, hourBlock, isWeekend } = stratum
    name = JSON.stringify([
      isLanguageKnown ? language : null,
      isTopicKnown ? topic : null,
      hourBlock,
      isWeekend ? 'weekend' : 'weekday',
    ])
    known.set(stratum, name)
  }
  return name
}

function both<Value>(
  { before, after }: Sides<readonly Counted[]>,
  of: (rows: readonly Counted[]) => Value,
): [Value, Value] {
  return [of(before), of(after)]
}

function languageKnown(rows: readonly Counted[]): number {
  return shareOf(rows, ({ language }) => language !== null)
}

function shareSorted(rows: readonly Counted[]): number {
  return shareOf(rows, ({ topic }) => topic !== NO_TOPIC)
}

function shareOf(rows: readonly Counted[], isOne: (stratum: Stratum) => boolean): number {
  const all = rows.reduce((sum, { n }) => sum + n, 0)
  const ones = rows.reduce((sum, { n, stratum }) => sum + (isOne(stratum) ? n : 0), 0)
  return all === 0 ? 0 : ones / all
}

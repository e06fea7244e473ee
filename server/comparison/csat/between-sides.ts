import type { CsatBounds, CsatSide, CsatSource } from '../../contract-csat.ts'
import type { CsatFamily } from '../../metrics/definition.ts'
import type { Sum } from '../daily-facts.ts'
import { csatFamilies } from '../daily-facts.ts'
import { responseBounds } from '../response-bounds.ts'

/** Whether both sides asked the same kind of question; null where one side has no rating, or there is but one. */
export function isSameQuestion(sides: readonly CsatSide[]): boolean | null {
  const [before, after] = sides.map(familyOf)
  return before && after ? before === after : null
}

/** How far the share of good ratings could have moved, had equally many answered; null where that asks for nothing. */
export function boundsBetween(sides: readonly CsatSide[]): CsatBounds | null {
  if (isSameQuestion(sides) !== true) return null
  const [before, after] = sides
  const family = familyOf(before)
  if (family === null) return null
  return responseBounds(
    { before: ratingsOf(before, family), after: ratingsOf(after, family) },
    { before: askedOf(before, family), after: askedOf(after, family) },
  )
}

/** The kind of question more of a side's ratings answer. */
function familyOf(side: CsatSide): CsatFamily | null {
  const [twoPoint, survey] = (['two_point', 'survey'] as const).map((family) => ratingsOf(side, family).n)
  if (twoPoint + survey === 0) return null
  return survey > twoPoint ? 'survey' : 'two_point'
}

function ratingsOf({ sources }: CsatSide, family: CsatFamily): Sum {
  const own = sources.filter(isOf(family))
  return {
    n: own.reduce((sum, { good, bad }) => sum + good + bad, 0),
    numerator: own.reduce((sum, { good }) => sum + good, 0),
  }
}

function askedOf({ sources }: CsatSide, family: CsatFamily): Sum {
  const own = sources.filter(isOf(family))
  return {
    n: own.reduce((sum, { asked }) => sum + asked, 0),
    numerator: own.reduce((sum, { answered }) => sum + answered, 0),
  }
}

const isOf =
  (family: CsatFamily) =>
  ({ source }: { source: CsatSource }) =>
    csatFamilies[source] === family

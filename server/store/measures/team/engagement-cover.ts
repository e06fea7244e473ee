import type { Day } from '../../../periods/day.ts'
import { addDays } from '../../../periods/day.ts'
import { startOfDay } from '../../../periods/zone.ts'
import { readDailySums } from '../../daily-values.ts'
import type { Database } from '../../database.ts'
import { readEngagementsHeld, shareHeld } from '../../engagements-held.ts'

/** How many conversations agents served on a day, and of how many of them the engagements are here. */
export type EngagementCover = ReadonlyMap<Day, { served: number; held: number }>

/** Less is not enough to speak of agents' work. */
const LEAST_SHARE_HELD = 0.9

/**
 * How much of the brand's work is known, by local day. Engagements of live chats are kept with the chats; those of
 * messaging only for the stretches of time that were read before Zendesk forgot them.
 */
export function readEngagementCover(db: Database, brandId: number, zone: string): EngagementCover {
  const spans = readEngagementsHeld(db)
  const cover = new Map<Day, { served: number; held: number }>()
  for (const { day, source, n, numerator } of readDailySums(db, brandId, 'engagements.known')) {
    const { served, held } = cover.get(day) ?? { served: 0, held: 0 }
    const ofThese =
      source === 'chat'
        ? numerator
        : n * shareHeld(spans, startOfDay(day, zone), startOfDay(addDays(day, 1), zone))
    cover.set(day, { served: served + n, held: held + ofThese })
  }
  return cover
}

/** Days on which agents served people and of whose engagements too few are held to speak of their work. */
export function daysNotHeld(cover: EngagementCover): Set<Day> {
  return new Set(
    [...cover].filter(([, { served, held }]) => held < served * LEAST_SHARE_HELD).map(([day]) => day),
  )
}

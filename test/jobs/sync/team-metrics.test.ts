import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '../../../server/periods/day.ts'
import { dayOf, startOfDay } from '../../../server/periods/zone.ts'
import { frozenClock } from '../../../server/platform/clock.ts'
import type { Database } from '../../../server/store/database.ts'
import { readDailySeconds } from '../../support/daily-seconds.ts'
import { readDailySums } from '../../../server/store/daily-values.ts'
import { daysNotHeld, readEngagementCover } from '../../../server/store/measures/team/engagement-cover.ts'
import { readTeamDays } from '../../../server/store/measures/team/team-days.ts'
import { refreshRollups } from '../../../server/store/rollups.ts'
import { writeAccountSettings } from '../../../server/store/settings.ts'
import { testNow } from '../../support/test-context.ts'
import { demoSettings } from '../../zendesk-sim/demo-settings.ts'
import { startSimulator } from '../../zendesk-sim/server.ts'
import { createSmallWorld } from '../../zendesk-sim/world/create-small-world.ts'
import { isTold, worldEngagements } from '../../zendesk-sim/world/engagements.ts'
import type { WorldBrand } from '../../zendesk-sim/world/types.ts'
import { freshDatabase, syncEverything, syncFrom } from './sync-support.ts'

const world = createSmallWorld(testNow)
const moved = world.brands.filter(({ wentLiveAt }) => wentLiveAt !== null)
const zone = world.zone
/** Well after the ramp, and old enough for its engagements to have ended. */
const days = Array.from({ length: 7 }, (_, i) => addDays(dayOf(testNow, zone), i - 12))
let zendesk: Awaited<ReturnType<typeof startSimulator>>
let db: Database

beforeAll(async () => {
  zendesk = await startSimulator({ world, clock: frozenClock(testNow), rateWindowScale: 6_000 })
  db = freshDatabase()
  writeAccountSettings(db, demoSettings(world), testNow)
  await syncEverything(syncFrom(zendesk.url, { db }))
  while (refreshRollups(db, 500) > 0) {
    // until nothing is marked
  }
})

afterAll(() => zendesk.close())

describe('of an account that was read', () => {
  it.each(moved.map((brand) => [brand.key, brand] as const))(
    'agents’ time at %s is what a count of its seconds says',
    (_, brand) => {
      const found = readTeamDays(db, brand.id, 'concurrency')

      const withoutChats = days.filter((day) => !hasChats(brand, day))
      expect(withoutChats.length).toBeGreaterThan(3)
      for (const day of withoutChats) {
        const { engaged, working } = countedSeconds(brand.id, day)
        const { numerator, denominator } = found?.get(day) ?? { numerator: 0, denominator: 0 }
        expect([day, numerator, denominator]).toEqual([day, engaged, working])
      }
    },
  )

  it('every week of the present is held, and so are the chats before the move', () => {
    for (const { id } of world.brands) expect(daysNotHeld(readEngagementCover(db, id, zone)).size).toBe(0)
  })

  it('about one conversation in twelve is transferred, before and after', () => {
    for (const source of ['chat', 'messaging']) {
      const sums = world.brands
        .flatMap(({ id }) => readDailySums(db, id, 'transfer_rate'))
        .filter((sum) => sum.source === source)
      const n = sums.reduce((sum, day) => sum + day.n, 0)
      const numerator = sums.reduce((sum, day) => sum + day.numerator, 0)

      expect(n).toBeGreaterThan(200)
      expect(numerator / n).toBeGreaterThan(0.04)
      expect(numerator / n).toBeLessThan(0.14)
    }
  })

  it('conversations take agents minutes, and replies seconds to minutes', () => {
    for (const { id } of world.brands) {
      for (const metric of ['handle_time', 'average_reply']) {
        const seconds = [...readDailySeconds(db, id, metric).values()]
          .flatMap((day) => [...day])
          .sort((a, b) => a - b)
        const median = seconds[Math.floor(seconds.length / 2)]

        expect(median).toBeGreaterThan(10)
        expect(median).toBeLessThan(7200)
      }
    }
  })
})

/** A few live chats come in after the move too; their moments are no whole seconds. */
function hasChats({ departmentId }: WorldBrand, day: string): boolean {
  return world.chats.some((chat) => chat.departmentId === departmentId && dayOf(chat.startedAt, zone) === day)
}

/** Second by second: how many engagements were open, and how many agents had one. */
function countedSeconds(brandId: number, day: string): { engaged: number; working: number } {
  const [from, to] = [startOfDay(day, zone), startOfDay(addDays(day, 1), zone)]
  const seconds = new Set<string>()
  let engaged = 0
  for (const engagement of worldEngagements(world)) {
    const { ticket, agentId, startAt, endAt } = engagement
    if (ticket.brandId !== brandId || ticket.deletedAt !== null || !isTold(engagement, testNow)) continue
    for (let at = Math.max(startAt, from); at < Math.min(endAt, to); at += 1000) {
      engaged++
      seconds.add(`${agentId} ${at}`)
    }
  }
  return { engaged, working: seconds.size }
}

import { describe, expect, it } from 'vitest'
import { answerTeam } from '../../../server/comparison/team/answer-team.ts'
import { dayOf, hourOfWeek, startOfDay } from '../../../server/periods/zone.ts'
import { defaultAccountSettings, defaultBrandSettings } from '../../../server/settings/default-settings.ts'
import type { Database } from '../../../server/store/database.ts'
import { statement } from '../../../server/store/database.ts'
import { markAllRollupsDirty, refreshRollups } from '../../../server/store/rollups.ts'
import { writeAccountSettings } from '../../../server/store/settings.ts'
import { insertConversation } from '../../support/conversation-rows.ts'
import { createDice } from '../../support/dice.ts'
import { migratedDatabase } from '../../support/migrated-database.ts'

const MINUTE_MS = 60_000
const CHATS = 400

/** Weeks in which clocks are put forward, put back, moved by half an hour, and left alone. */
const weeks: [zone: string, from: string, to: string, hours: number][] = [
  ['America/New_York', '2026-03-02', '2026-03-16', 335],
  ['America/New_York', '2026-10-26', '2026-11-09', 337],
  ['Europe/London', '2026-03-23', '2026-04-06', 335],
  ['Australia/Lord_Howe', '2026-03-30', '2026-04-13', 336.5],
  ['America/Santiago', '2026-08-31', '2026-09-14', 335],
  ['Asia/Seoul', '2026-03-02', '2026-03-16', 336],
]

describe.each(weeks)('in %s, from %s to %s', (zone, from, to, hours) => {
  it('the weeks are as long as the clocks make them', () => {
    expect((startOfDay(to, zone) - startOfDay(from, zone)) / 3_600_000).toBe(hours)
  })

  it.each([1, 2, 3])('the 168 hours add up to the days (seed %i)', (seed) => {
    const db = randomChats(zone, startOfDay(from, zone), hours, seed)

    const { now } = answerTeam(db, {
      brandId: 1,
      periods: { before: null, after: null, now: { from, to } },
      others: [],
      now: 0,
    })

    const days = statement<Record<'engagements' | 'engagedSeconds' | 'agentSeconds', number>>(
      db,
      `select sum(engagements) as engagements, sum(engaged_seconds) as engagedSeconds,
         sum(agent_seconds) as agentSeconds from agent_day where brand_id = 1 and day >= :from and day < :to`,
    ).get({ from, to })
    expect(sum(now?.work?.engagements)).toBe(days?.engagements)
    expect(sum(now?.work?.engagedSeconds)).toBeCloseTo(days?.engagedSeconds ?? 0, 3)
    expect(sum(now?.work?.agentSeconds)).toBeCloseTo(days?.agentSeconds ?? 0, 3)
    const { n } = statement<{ n: number }>(
      db,
      `select sum(n) as n from rollup_day
       where brand_id = 1 and metric = 'demand' and day >= :from and day < :to`,
    ).get({ from, to }) ?? { n: 0 }
    expect(n).toBeGreaterThan(CHATS / 2)
    expect(sum(now?.conversations)).toBe(n)
    expect(sum(now?.forPeople)).toBe(n)
    expect(now?.weekdays).toEqual([2, 2, 2, 2, 2, 2, 2])
  })
})

/** Chats with one or two parts each, from a day before the weeks to a day after them, some past midnight. */
function randomChats(zone: string, start: number, hours: number, seed: number): Database {
  const db = migratedDatabase()
  const settings = defaultAccountSettings(zone)
  settings.brands.push({ ...defaultBrandSettings(1, zone), holidayCalendar: 'none' })
  writeAccountSettings(db, settings, 0)
  const dice = createDice(seed)
  for (let chat = 0; chat < CHATS; chat++) {
    const startsAt = Math.round(start + (dice.uniform() * (hours + 48) - 24) * 60 * MINUTE_MS)
    insertConversation(db, {
      id: `chat:${chat}`,
      started_at: startsAt,
      day: dayOf(startsAt, zone),
      hour_of_week: hourOfWeek(startsAt, zone),
    })
    for (let part = 0; part < 1 + (chat % 2); part++)
      statement(
        db,
        `insert into chat_engagement (id, conversation_id, agent_id, started_at, duration_seconds, accepted, agent_messages)
         values (:id, :conversation, :agent, :startedAt, :seconds, 1, 2)`,
      ).run({
        id: `chat:${chat}:${part}`,
        conversation: `chat:${chat}`,
        agent: Math.floor(dice.uniform() * 4),
        startedAt: startsAt + part * 7 * MINUTE_MS,
        seconds: Math.round(dice.uniform() ** 4 * 30 * 3600),
      })
  }
  markAllRollupsDirty(db)
  while (refreshRollups(db, 500) > 0) {
    // until nothing is marked
  }
  return db
}

function sum(numbers: readonly number[] = []): number {
  return numbers.reduce((total, number) => total + number, 0)
}

import type { Day } from '../../../server/periods/day.ts'
import { addDays, daysBetween, weekdayOf } from '../../../server/periods/day.ts'
import { startOfDay } from '../../../server/periods/zone.ts'
import { writeDailyStrata } from '../../../server/store/daily-strata.ts'
import type { Database } from '../../../server/store/database.ts'
import { statement } from '../../../server/store/database.ts'
import type { Dice } from '../../support/dice.ts'
import { createDice } from '../../support/dice.ts'
import type { BrandStory } from '../synthetic-account.ts'
import {
  syntheticAccount,
  writeConversation,
  writeDetailWeeks,
  writeSum,
  zone,
} from '../synthetic-account.ts'

/** Moved long ago, in summer, in autumn, just now, and never; the first with a bot, the second with a pilot. */
export const stories: BrandStory[] = [
  { id: 1, name: 'Early', movedOn: '2026-03-09', firstReplyRatio: 0.6, botSince: '2026-03-09' },
  { id: 2, name: 'Middle', movedOn: '2026-06-01', pilotShare: 0.1, firstReplyRatio: 1.3 },
  { id: 3, name: 'Autumn', movedOn: '2026-08-19', good: [0.8, 0.95] },
  { id: 4, name: 'Recent', movedOn: '2026-10-19' },
  { id: 5, name: 'Stayed', movedOn: null },
]
const firstDay: Day = '2025-10-05'
const lastDay: Day = '2026-11-15'
const byKind = ['first_reply', 'unserved_rate', 'recontact_rate', 'csat']

/** An account of which everything is known that a cell can be made of: kinds of conversation and agents' hours too. */
export function gridAccount(): Database {
  const db = syntheticAccount(stories)
  writeKinds(db)
  for (const { id, movedOn } of stories) writeTeam(db, id, movedOn, createDice(id))
  writeDetailWeeks(db, { brandId: 3, from: '2026-08-24', tickets: 100, sampled: 50, known: 50 })
  statement(db, 'insert into engagement_held (starts_at, ends_at) values (:from, :to)').run({
    from: startOfDay('2025-01-01', zone),
    to: startOfDay('2027-01-01', zone),
  })
  writeConversation(db, { brandId: 1, day: '2026-03-20', source: 'messaging', isBotInvolved: true })
  return db
}

/** Writes of every day what kinds of conversation it holds, beside the sums that are there. */
function writeKinds(db: Database): void {
  const insert = statement(
    db,
    'insert into stratum (id, language, topic, hour_block, is_weekend) values (:id, :language, :topic, :block, :weekend)',
  )
  for (const weekend of [0, 1]) {
    insert.run({ id: 1 + 2 * weekend, language: 'ko', topic: 'other', block: 1, weekend })
    insert.run({ id: 2 + 2 * weekend, language: 'en', topic: 'orders', block: 2, weekend })
  }
  const dice = createDice(99)
  const durations = statement<{ brand_id: number; metric: string; day: Day; source: string; n: number }>(
    db,
    'select brand_id, metric, day, source, length(seconds) / 8 as n from rollup_duration',
  ).all()
  for (const row of durations) {
    const kinds = Uint32Array.from({ length: row.n }, () => kindOn(row.day, dice.uniform() < 0.3))
    writeDailyStrata(db, { ...row, brandId: row.brand_id }, kinds)
  }
  const sums = statement<{
    brand_id: number
    metric: string
    day: Day
    source: string
    n: number
    numerator: number
  }>(
    db,
    'select brand_id, metric, day, source, n, numerator from rollup_day where metric in (select value from json_each(:byKind))',
  ).all({ byKind: JSON.stringify(byKind) })
  for (const { n, numerator, ...row } of sums) {
    const [some, hits] = [Math.round(n * 0.3), Math.round(numerator * 0.3)]
    const kinds = [kindOn(row.day, false), n - some, numerator - hits, kindOn(row.day, true), some, hits]
    writeDailyStrata(db, { ...row, brandId: row.brand_id }, Uint32Array.from(kinds))
  }
}

function kindOn(day: Day, isOther: boolean): number {
  return (isOther ? 2 : 1) + (weekdayOf(day) > 5 ? 2 : 0)
}

function writeTeam(db: Database, brandId: number, movedOn: Day | null, dice: Dice): void {
  const insert = statement(
    db,
    `insert into agent_day (brand_id, day, agent_id, engagements, engaged_seconds, agent_seconds)
     values (:brandId, :day, :agentId, :engagements, :engaged, :seconds)`,
  )
  for (let i = 0; i <= daysBetween(firstDay, lastDay); i++) {
    const day = addDays(firstDay, i)
    const source = movedOn !== null && day >= movedOn ? 'messaging' : 'chat'
    const served = 20 + Math.round(6 * dice.uniform())
    writeSum(db, {
      brandId,
      day,
      source,
      metric: 'conversations_per_agent_hour',
      n: served,
      numerator: served,
    })
    writeSum(db, { brandId, day, source, metric: 'engagements.known', n: served, numerator: served })
    // The last agent works for every brand.
    for (const agentId of [brandId * 10, 999]) {
      const seconds = 9_000 + 3_600 * dice.uniform()
      insert.run({ brandId, day, agentId, engagements: 10, engaged: 1.4 * seconds, seconds })
    }
  }
}

import type { Day } from '../../../server/periods/day.ts'
import { addDays } from '../../../server/periods/day.ts'
import { startOfDay } from '../../../server/periods/zone.ts'
import type { Database } from '../../../server/store/database.ts'
import { readAccountSettings, writeAccountSettings } from '../../../server/store/settings.ts'
import type { Dice } from '../../support/dice.ts'
import { zone } from '../synthetic-account.ts'

/** An account as it stands at a moment. */
export type StandingAccount = { db: Database; now: number }
/** Something that happens to an account; returns the moment at which it stands afterwards. */
export type Edit = { name: string; happen(account: StandingAccount, dice: Dice): number }

const DAY_MS = 86_400_000
const firstDay: Day = '2025-10-05'
const DAYS = 400

export const edits: Edit[] = [
  edit('a day of sums changes', ({ db }, dice) => {
    db.prepare(
      'update rollup_day set n = n + 3, numerator = min(n + 3, numerator + 2) where brand_id = ? and day = ?',
    ).run(anyBrand(dice), anyDay(dice))
  }),
  edit('a rating comes late', ({ db }, dice) => {
    db.prepare(
      `update rollup_day set n = n + 1, numerator = numerator + 1 where brand_id = ? and day = ? and metric = 'csat'`,
    ).run(anyBrand(dice), anyDay(dice))
  }),
  edit('durations of a day change', ({ db }, dice) => {
    const key = [anyBrand(dice), anyDay(dice)] as const
    const row = db
      .prepare<unknown[], { seconds: Buffer }>(
        `select seconds from rollup_duration where metric = 'first_reply' and brand_id = ? and day = ?`,
      )
      .get(...key)
    if (!row) return
    const seconds = new Float64Array(new Uint8Array(row.seconds).buffer).map((one) => one * 3)
    db.prepare(
      `update rollup_duration set seconds = ? where metric = 'first_reply' and brand_id = ? and day = ?`,
    ).run(Buffer.from(seconds.buffer), ...key)
  }),
  edit('conversations of two weeks turn out to be of another kind', ({ db }, dice) => {
    const [brandId, day] = [anyBrand(dice), anyDay(dice)]
    const rows = db
      .prepare<unknown[], { day: Day; source: string; numbers: Buffer }>(
        `select day, source, numbers from rollup_strata
         where brand_id = ? and day >= ? and day < ? and metric = 'first_reply'`,
      )
      .all(brandId, day, addDays(day, 14))
    for (const row of rows) {
      const kinds = new Uint32Array(new Uint8Array(row.numbers).buffer).fill(2)
      db.prepare(
        `update rollup_strata set numbers = ? where brand_id = ? and day = ? and source = ? and metric = 'first_reply'`,
      ).run(Buffer.from(kinds.buffer), brandId, row.day, row.source)
    }
  }),
  edit('a cutover is set', ({ db }, dice) => {
    const day = addDays('2026-03-02', 7 * Math.floor(dice.uniform() * 30))
    db.prepare(
      `insert or replace into brand_cutover (brand_id, went_live_on, went_live_source, ramp_end, ramp_source)
       values (?, ?, 'confirmed', ?, 'measured')`,
    ).run(anyBrand(dice), day, addDays(day, 9))
  }),
  edit('nothing came in on a day', ({ db }, dice) => {
    db.prepare('delete from rollup_day where brand_id = ? and day = ?').run(anyBrand(dice), anyDay(dice))
  }),
  edit('a day is called closed', (account, dice) => {
    const id = anyBrand(dice)
    changeSettings(account, (settings) => {
      for (const brand of settings.brands) {
        if (brand.id === id) brand.closedDays = [...(brand.closedDays ?? []), anyDay(dice)]
      }
    })
  }),
  edit('a day turns red', ({ db, now }, dice) => {
    db.prepare(
      `insert or replace into reconciliation (kind, brand_id, day, days, channel, scope, theirs, ours, explained,
         unexplained, state, causes, rereads, checked_at)
       values ('tickets', ?, ?, 7, 'web', 'agent', 100, 50, 0, 50, 'red', '{}', 0, ?)`,
    ).run(anyBrand(dice), anyDay(dice), now)
  }),
  edit('the agent of all brands worked longer for one of them', ({ db }) => {
    db.prepare(
      'update agent_day set agent_seconds = agent_seconds * 2 where brand_id = 2 and agent_id = 999',
    ).run()
  }),
  edit('engagements of the spring turn out not to be held', ({ db }) => {
    db.prepare('update engagement_held set starts_at = ?').run(startOfDay('2026-07-01', zone))
  }),
  edit('more messages of tickets are read', ({ db }) => {
    db.prepare('update detail_week set known = sampled + 10, sampled = sampled + 10').run()
  }),
  edit('a person says since when the hours are what they are', (account) => {
    changeSettings(account, (settings) => {
      for (const brand of settings.brands) brand.openingHoursSince = '2026-05-04'
    })
  }),
  edit('a person says when messaging was switched on', (account, dice) => {
    changeSettings(account, (settings) => {
      settings.messagingActivatedOn = anyDay(dice)
    })
  }),
  edit('costs are entered', (account, dice) => {
    changeSettings(account, (settings) => {
      for (const brand of settings.brands) brand.costs = { ...brand.costs, seats: 4 }
      settings.costs = {
        currency: 'KRW',
        hourlyCost: Math.round(20_000 * (1 + dice.uniform())),
        seatCostPerMonth: 60_000,
        botFeePerResolution: 300,
      }
    })
  }),
  edit('a brand is renamed', ({ db }, dice) => {
    db.prepare(`update brand set name = name || ' A' where id = ?`).run(anyBrand(dice))
  }),
  edit('history is found to be missing', ({ db }) => {
    db.prepare(
      `update checkpoint set done = 1 - done where stream = 'survey-responses' and window <> 'forward'`,
    ).run()
  }),
  { name: 'a day passes', happen: (account) => pass(account, 1) },
  { name: 'a week passes', happen: (account) => pass(account, 7) },
  {
    name: 'a brand appears',
    happen({ db, now }) {
      const id = db.prepare<[], { id: number }>('select max(id) + 1 as id from brand').get()?.id ?? 1
      db.prepare(
        'insert into brand (id, name, is_default, active, deleted, created_at) values (?, ?, 0, 1, 0, 0)',
      ).run(id, `Brand ${id}`)
      db.prepare(
        `insert into rollup_day (brand_id, day, source, channel, metric, n, numerator, total)
         select ?, day, source, channel, metric, n, numerator, total from rollup_day where brand_id = 5`,
      ).run(id)
      return now
    },
  },
]

/** What every sync does: today's rows come, and everything is known to a later moment. */
export function syncToday({ db, now }: StandingAccount, minutes = 10): number {
  const later = now + minutes * 60_000
  const today = dayAt(later)
  db.prepare(
    `insert into rollup_day (brand_id, day, source, channel, metric, n, numerator, total)
     select brand_id, :today, source, channel, metric, n, numerator, total from rollup_day
     where day = (select max(day) from rollup_day where day < :today)
     on conflict do update set n = rollup_day.n + 1`,
  ).run({ today })
  db.prepare(`update checkpoint set complete_to = ? where window = 'forward'`).run(later - 60_000)
  return later
}

function edit(name: string, change: (account: StandingAccount, dice: Dice) => void): Edit {
  return {
    name,
    happen(account, dice) {
      change(account, dice)
      return account.now
    },
  }
}

/** Every day brings its rows. */
function pass({ db, now }: StandingAccount, days: number): number {
  let at = now
  for (let i = 0; i < days; i++) at = syncToday({ db, now: at + DAY_MS })
  return at
}

function changeSettings(
  { db, now }: StandingAccount,
  change: (settings: ReturnType<typeof readAccountSettings>) => void,
): void {
  const settings = structuredClone(readAccountSettings(db))
  change(settings)
  writeAccountSettings(db, settings, now)
}

function anyBrand(dice: Dice): number {
  return 1 + Math.floor(dice.uniform() * 5)
}

function anyDay(dice: Dice): Day {
  return addDays(firstDay, Math.floor(dice.uniform() * DAYS))
}

function dayAt(instant: number): Day {
  const day = new Date(instant + 9 * 3_600_000).toISOString().slice(0, 10)
  if (startOfDay(day, zone) > instant) throw new Error('dayAt expects a zone nine hours ahead')
  return day
}

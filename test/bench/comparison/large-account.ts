import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addDays, weekdayOf } from '../../../server/periods/day.ts'
import { startOfDay } from '../../../server/periods/zone.ts'
import { defaultAccountSettings, defaultBrandSettings } from '../../../server/settings/default-settings.ts'
import type { Database } from '../../../server/store/database.ts'
import { openDatabase } from '../../../server/store/database.ts'
import { migrate } from '../../../server/store/migrate.ts'
import { markAllRollupsDirty } from '../../../server/store/rollups.ts'
import { writeAccountSettings } from '../../../server/store/settings.ts'
import { createDice } from '../../support/dice.ts'
import { testNow } from '../../support/test-context.ts'
import { dayRows } from './day-rows.ts'
import { rowWriter } from './row-writer.ts'

export type LargeSize = { brands: number; days: number; perDay: number }
export type LargeAccount = { db: Database; now: number; conversations: number; close(): void }

const ZONE = 'Asia/Seoul'
const TODAY = '2026-11-16'
const DAY_MS = 86_400_000
/** Three brands in ten never moved. */
const MOVED = 0.7
const WEEKENDS = 0.55
const STREAMS = [
  'chats',
  'tickets-agent',
  'tickets-ai-agent',
  'satisfaction-ratings',
  'survey-responses',
  'engagements',
]

/**
 * An account written straight into a file of its own, as if it had all been read: conversations, ratings and
 * engagements, nothing summed yet. Brands moved one after the other; the last three in ten never did.
 */
export function createLargeAccount(size: LargeSize, file?: string): LargeAccount {
  const folder = file === undefined ? mkdtempSync(join(tmpdir(), 'cutover-bench-')) : null
  const db = openDatabase(file ?? join(folder ?? '', 'large.db'))
  migrate(db)
  writeSettings(db, size.brands)
  const firstDay = addDays(TODAY, -size.days)
  writeHistory(db, startOfDay(firstDay, ZONE))
  const moved = Math.round(size.brands * MOVED)
  let conversations = 0
  for (let place = 0; place < size.brands; place++) {
    // From the end of the first third until ten weeks ago.
    const sinceFirst = Math.round(size.days / 3 + ((size.days * 2) / 3 - 70) * (place / moved))
    conversations += writeBrand(db, size, {
      id: place + 1,
      firstDay,
      movedOn: place < moved ? addDays(firstDay, sinceFirst) : null,
    })
  }
  markAllRollupsDirty(db)
  return {
    db,
    now: testNow,
    conversations,
    close() {
      db.close()
      if (folder !== null) rmSync(folder, { recursive: true, force: true })
    },
  }
}

function writeBrand(
  db: Database,
  { days, perDay }: LargeSize,
  brand: { id: number; firstDay: string; movedOn: string | null },
): number {
  const { id, firstDay, movedOn } = brand
  const dice = createDice(id)
  const write = rowWriter(db)
  db.prepare(
    `insert into brand (id, name, is_default, active, deleted, created_at, bot_since)
     values (?, ?, 0, 1, 0, 0, ?)`,
  ).run(id, `Brand ${String(id).padStart(3, '0')}`, movedOn && startOfDay(movedOn, ZONE))
  let conversations = 0
  let shock = 0
  db.transaction(() => {
    for (let i = 0; i < days; i++) {
      const day = addDays(firstDay, i)
      shock = 0.3 * shock + 0.12 * dice.normal()
      const usual = perDay * (weekdayOf(day) > 5 ? WEEKENDS : 1.18) * Math.exp(shock)
      const question = {
        brandId: id,
        day,
        startsAt: startOfDay(day, ZONE),
        isAfter: movedOn !== null && day >= movedOn,
        count: dice.poisson(usual),
        first: conversations,
      }
      for (const row of dayRows(question, dice)) write(row)
      conversations += question.count
    }
  })()
  return conversations
}

function writeSettings(db: Database, brands: number): void {
  const settings = defaultAccountSettings(ZONE)
  const costs = { currency: 'KRW', hourlyCost: 20_000, seatCostPerMonth: 60_000, botFeePerResolution: 300 }
  writeAccountSettings(
    db,
    {
      ...settings,
      costs,
      brands: Array.from({ length: brands }, (_, i) => {
        const own = defaultBrandSettings(i + 1, ZONE)
        return { ...own, costs: { ...own.costs, seats: 4 } }
      }),
    },
    testNow,
  )
}

/** Everything was read up to a minute ago. */
function writeHistory(db: Database, startsAt: number): void {
  const insert = db.prepare(
    `insert into checkpoint (stream, scope, window, starts_at, ends_at, cursor, complete_to, done, rows)
     values (:stream, '', :window, :startsAt, :endsAt, null, :completeTo, :done, 0)`,
  )
  const border = startsAt + DAY_MS
  for (const stream of STREAMS) {
    const completeTo = testNow - 60_000
    insert.run({ stream, window: 'forward', startsAt: border, endsAt: null, completeTo, done: 0 })
    insert.run({ stream, window: 'first', startsAt, endsAt: border, completeTo: null, done: 1 })
  }
  db.prepare('insert into engagement_held (starts_at, ends_at) values (?, ?)').run(startsAt, testNow)
}

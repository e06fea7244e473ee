import { beforeAll, describe, expect, it } from 'vitest'
import { dayOf } from '../../../server/periods/zone.ts'
import { readBotExportDays } from '../../../server/store/bot-export-days.ts'
import { readHistoryProgress } from '../../../server/store/checkpoints.ts'
import type { Database } from '../../../server/store/database.ts'
import { contentOf, differences } from '../../support/database-content.ts'
import { botConversationId, botStars, exportedByBot } from '../../zendesk-sim/world/bot-export.ts'
import {
  databaseFor,
  noon,
  signPath,
  simulatedBots,
  storedByBot,
  threeBots,
  truthByBot,
} from './bot-world.ts'
import { count } from './sync-support.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const world = threeBots()
const { sync, syncWithFaults, requests } = simulatedBots(world)

describe('after a first run', () => {
  let db: Database
  beforeAll(async () => {
    db = databaseFor(world)
    await sync(db)
  })

  it('every conversation the files hold is stored, of three bots with three forms of file', () => {
    expect(storedByBot(db)).toEqual(truthByBot(world, noon))
    expect(storedByBot(db)).toEqual({ b0700001: 238, b0700002: 238, b0700003: 238 })
  })

  it('as the world says it was', () => {
    const stored = db
      .prepare(
        'select id, brand_id, day, started_at, resolved, escalated, survey_stars, bot_messages, status from bot_conversation order by id',
      )
      .all()

    const told = world.brands.flatMap((brand) =>
      (exportedByBot(world, noon).get(brand.botId ?? '') ?? []).map((ticket) => ({
        id: `export:${brand.botId}:${botConversationId(ticket)}`,
        brand_id: brand.id,
        day: dayOf(ticket.startedAt, brand.zone),
        started_at: ticket.startedAt,
        resolved: ticket.resolution === 'automated' ? 1 : 0,
        escalated: ticket.handedOffAt === null ? 0 : 1,
        survey_stars: botStars(ticket),
        bot_messages: ticket.botMessages + 1,
        status: ticket.handedOffAt === null ? 'AI agent handled' : 'Agent escalation',
      })),
    )
    expect(stored).toEqual(told.sort((a, b) => (a.id < b.id ? -1 : 1)))
  })

  it('each day of each bot is on record, and the stream is complete', () => {
    expect(readBotExportDays(db)).toHaveLength(90)
    expect(readBotExportDays(db).filter(({ outcome }) => outcome === 'none')).toEqual([])
    expect(readHistoryProgress(db)).toMatchObject([
      { stream: 'bot-conversations', done: true, isAbsent: false },
    ])
    expect(count(db, 'quarantine')).toBe(0)
  })

  it('nothing of a person is stored', () => {
    expect(JSON.stringify(contentOf(db))).not.toMatch(/이서연|seoyeon|고객/)
  })

  it('a second run asks for nothing and changes nothing', async () => {
    const before = contentOf(db)
    const asked = requests()

    const again = await sync(db)

    expect(again).toMatchObject({ rows: 0, changed: 0, quarantined: 0 })
    expect(requests()).toBe(asked)
    expect(differences(contentOf(db), before)).toEqual([])
  })
})

describe('as files come and grow', () => {
  it("yesterday's file is not there right after midnight, and read once it is", async () => {
    const db = databaseFor(world)
    const midnight = Date.parse('2026-11-16T00:05:00Z')

    await sync(db, { at: midnight })
    const early = readBotExportDays(db).filter(({ outcome }) => outcome === 'none')
    await sync(db, { at: midnight + HOUR_MS })

    expect(early.map(({ day }) => day)).toEqual(['2026-11-15', '2026-11-15', '2026-11-15'])
    expect(storedByBot(db)).toEqual(truthByBot(world, midnight + HOUR_MS))
  })

  it('rows that come late are found the day after, and nothing else is written again', async () => {
    const db = databaseFor(world)
    await sync(db)

    const later = await sync(db, { at: noon + DAY_MS })

    expect(later.changed).toBe(3 * (2 + 2))
    const kept = truthByBot(world, noon + DAY_MS)
    expect(storedByBot(db)).toEqual(
      Object.fromEntries(Object.entries(kept).map(([bot, rows]) => [bot, rows + 8])),
    )
  })

  it('a file that is there no longer keeps what was read of it', async () => {
    const db = databaseFor(world)
    await sync(db)
    const before = storedByBot(db)
    db.exec('update bot_export_day set read_at = 0')

    await syncWithFaults(db, ({ path }) =>
      path === signPath ? { kind: 'status', status: 404, body: '{}' } : null,
    )

    expect(storedByBot(db)).toEqual(before)
    expect(count(db, "bot_export_day where outcome = 'read' and rows > 0")).toBe(90)
  })
})

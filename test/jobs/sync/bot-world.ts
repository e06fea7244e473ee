import { afterAll, beforeAll } from 'vitest'
import { botConversations } from '../../../jobs/streams/bot-conversations.ts'
import type { StreamResult } from '../../../jobs/sync-stream.ts'
import { syncStream } from '../../../jobs/sync-stream.ts'
import { frozenClock } from '../../../server/platform/clock.ts'
import type { Database } from '../../../server/store/database.ts'
import { writeAccountSettings } from '../../../server/store/settings.ts'
import type { AccountSettings } from '../../../server/settings/account-settings.ts'
import { defaultZendeskReadings } from '../../../server/settings/zendesk-readings.ts'
import { demoSettings } from '../../zendesk-sim/demo-settings.ts'
import type { Fault } from '../../zendesk-sim/faults.ts'
import { startSimulator } from '../../zendesk-sim/server.ts'
import { exportedByBot } from '../../zendesk-sim/world/bot-export.ts'
import type { World, WorldTicket } from '../../zendesk-sim/world/types.ts'
import { aTicket, aWorld, day, hour, minute } from '../../zendesk-sim-tests/routes/tiny-world.ts'
import type { SyncGiven } from './sync-support.ts'
import { freshDatabase, syncFrom } from './sync-support.ts'

/** Monday noon UTC: yesterday's files were built twelve hours ago, and still lack their last rows. */
export const noon = Date.parse('2026-11-16T12:00:00Z')

/** The path at which addresses of files are asked for. */
export const signPath = '/ai-agents/api/data-export/v3/get-signed-urls'

/** Three brands with a bot each, whose files have three forms; twenty hours between conversations, for 40 days. */
export function threeBots(): World {
  const world = aWorld([])
  const [first] = world.brands
  const brands = [1, 2, 3].map((number) => ({
    ...first,
    id: 100 + number,
    key: `bot ${number}`,
    botId: `b070000${number}`,
    hosts: [`brand-${number}.example.com`],
    departmentId: 200 + number,
    isDefault: number === 1,
    zone: number === 3 ? 'America/New_York' : 'Asia/Seoul',
  }))
  const tickets = brands.flatMap((brand, index) => conversationsWith(brand.id, index * 10_000))
  return { ...world, brands, tickets: tickets.sort((a, b) => a.startedAt - b.startedAt) }
}

function conversationsWith(brandId: number, firstId: number): WorldTicket[] {
  return Array.from({ length: 40 * 8 }, (_, index) => {
    const startedAt = noon - 40 * day + index * 3 * hour
    const isEscalated = index % 3 === 0
    return aTicket(startedAt, {
      id: firstId + index + 1,
      brandId,
      bot: true,
      botMessages: 1 + (index % 4),
      handedOffAt: isEscalated ? startedAt + 2 * minute : null,
      firstHumanReplyAt: isEscalated ? startedAt + 3 * minute : null,
      resolution: index % 3 === 1 ? 'automated' : null,
    })
  })
}

/** A database whose settings name the bots of the world. */
export function databaseFor(world: World, change: Partial<AccountSettings> = {}): Database {
  const db = freshDatabase()
  writeAccountSettings(db, { ...demoSettings(world), ...change }, noon)
  return db
}

/** Faults need no more than a few days of files. */
export const keptDays = 5
export const fewDays = { ...defaultZendeskReadings, botExportKeptDays: keptDays }
/** What the files of these days hold of each bot: eight conversations a day, two of them not there yet. */
export const lateRows = 5 * 8 - 2
export const lateTruth = { b0700001: lateRows, b0700002: lateRows, b0700003: lateRows }

/** A database whose settings name the bots of the world and keep only a few days of files. */
export function databaseOfFewDays(world: World, change: Partial<AccountSettings> = {}): Database {
  return databaseFor(world, { readings: fewDays, ...change })
}

export type Spoil = (request: { path: string; count: number }) => Fault | null

/** The simulated account of the tests of one file, and the stream that reads it at a moment of its own. */
export function simulatedBots(world: World) {
  let moment = noon
  let zendesk: Awaited<ReturnType<typeof startSimulator>>
  beforeAll(async () => {
    zendesk = await startSimulator({ world, clock: { now: () => moment }, limits: 'off' })
  })
  afterAll(() => zendesk.close())

  function sync(
    db: Database,
    { at = noon, ...given }: SyncGiven & { at?: number } = {},
  ): Promise<StreamResult> {
    moment = at
    return syncStream(syncFrom(zendesk.url, { db, clock: frozenClock(at), ...given }), botConversations)
  }

  return {
    sync,
    /** Spoils answers as told; `count` is how many requests the path has had in this run. */
    async syncWithFaults(db: Database, spoil: Spoil): Promise<StreamResult> {
      const counts = new Map<string, number>()
      zendesk.setFaults(({ path }) => {
        const count = (counts.get(path) ?? 0) + 1
        counts.set(path, count)
        return spoil({ path, count })
      })
      try {
        return await sync(db)
      } finally {
        zendesk.setFaults(null)
      }
    },
    requests: () => zendesk.requests.length,
    requestsTo: (path: string) => zendesk.requests.filter((request) => request.path === path).length,
  }
}

/** How many conversations each bot's files hold at a moment. */
export function truthByBot(world: World, now: number): Record<string, number> {
  return Object.fromEntries([...exportedByBot(world, now)].map(([bot, tickets]) => [bot, tickets.length]))
}

export function storedByBot(db: Database): Record<string, number> {
  const rows = db
    .prepare<[], { bot_id: string; n: number }>(
      'select bot_id, count(*) as n from bot_conversation group by bot_id order by bot_id',
    )
    .all()
  return Object.fromEntries(rows.map(({ bot_id, n }) => [bot_id, n]))
}

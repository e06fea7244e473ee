import type { ZendeskCredential } from '../../../server/platform/config.ts'
import { createLogger } from '../../../server/platform/logger.ts'
import type { Clock } from '../../../server/platform/clock.ts'
import { frozenClock } from '../../../server/platform/clock.ts'
import type { Database } from '../../../server/store/database.ts'
import { streams } from '../../../jobs/streams/index.ts'
import type { SyncContext, StreamResult } from '../../../jobs/sync-stream.ts'
import { syncStream } from '../../../jobs/sync-stream.ts'
import { createAiAgentsClient } from '../../../jobs/zendesk/ai-agents-client.ts'
import { createAsking } from '../../../jobs/zendesk/asking.ts'
import { createZendeskClient } from '../../../jobs/zendesk/client.ts'
import { testConfig, testNow } from '../../support/test-context.ts'
import { migratedDatabase } from '../../support/migrated-database.ts'

export type SyncGiven = {
  db?: Database
  clock?: Clock
  signal?: AbortSignal
  credential?: ZendeskCredential
  chatToken?: string | null
  aiAgentsKey?: string | null
  rateWindowScale?: number
  onPage?: SyncContext['onPage']
}

/** Everything streams need to read the account at `url`, into a fresh database unless one is given. */
export function syncFrom(url: string, given: SyncGiven = {}): SyncContext {
  const base = testConfig()
  const config = {
    ...base,
    zendesk: {
      ...base.zendesk,
      baseUrl: url,
      credential: given.credential ?? base.zendesk.credential,
      chatToken: given.chatToken === undefined ? base.zendesk.chatToken : given.chatToken,
      rateWindowScale: given.rateWindowScale ?? 6_000,
    },
    aiAgents: {
      ...base.aiAgents,
      baseUrl: `${url}/ai-agents/api`,
      ...(given.aiAgentsKey !== undefined && { apiKey: given.aiAgentsKey }),
    },
  }
  const clock = given.clock ?? frozenClock(testNow)
  const logger = createLogger('silent', 'test')
  const signal = given.signal ?? new AbortController().signal
  const db = given.db ?? freshDatabase()
  const { rateWindowScale } = config.zendesk
  const asking = createAsking({ rateWindowScale, logger, signal })
  const client = createZendeskClient({ config, clock, logger, signal, asking })
  return {
    db,
    client,
    aiAgents: createAiAgentsClient({ config, clock, signal, asking }),
    config,
    clock,
    logger,
    signal,
    hashKey: 'a key of tests',
    ...(given.onPage && { onPage: given.onPage }),
  }
}

export function freshDatabase(): Database {
  const db = migratedDatabase()
  return db
}

/** Runs one stream by its name. */
export function syncByName(sync: SyncContext, name: string): Promise<StreamResult> {
  const stream = streams.find((one) => one.name === name)
  if (!stream) throw new Error(`there is no stream ${name}`)
  return syncStream(sync, stream)
}

export async function syncEverything(sync: SyncContext): Promise<StreamResult[]> {
  const results: StreamResult[] = []
  for (const stream of streams) results.push(await syncStream(sync, stream))
  return results
}

const factTables = [
  'account',
  'agent',
  'article_count',
  'bot_conversation',
  'brand',
  'chat_engagement',
  'chat_ticket',
  'conversation',
  'csat_answer',
  'deleted_chat',
  'deleted_ticket',
  'engagement',
  'engagement_held',
  'grp',
  'passed_over_ticket',
  'quarantine',
  'schedule',
  'schedule_holiday',
  'ticket_detail',
  'unreadable_detail',
] as const

/** Every fact row as text, by table, in the order of keys. */
export function facts(db: Database): Record<string, string[]> {
  return Object.fromEntries(
    factTables.map((table) => [
      table,
      db
        .prepare(`select * from ${table} order by 1, 2`)
        .raw()
        .all()
        .map((row) => JSON.stringify(row)),
    ]),
  )
}

export function count(db: Database, from: string): number {
  const row = db.prepare<[], { n: number }>(`select count(*) as n from ${from}`).get()
  return row?.n ?? 0
}

/** How many rows per brand, as the simulated world's tallies have it. */
export function countByBrand(db: Database, from: string): Map<number | null, number> {
  const rows = db
    .prepare<[], { brand_id: number | null; n: number }>(
      `select brand_id, count(*) as n from ${from} group by brand_id`,
    )
    .all()
  return new Map(rows.map(({ brand_id, n }) => [brand_id, n]))
}

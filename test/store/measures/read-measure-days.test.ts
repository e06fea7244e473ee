import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Database } from '../../../server/store/database.ts'
import { readDailySeconds } from '../../support/daily-seconds.ts'
import { readDailySums } from '../../../server/store/daily-values.ts'
import type { MeasureDay, MeasureFilter } from '../../../server/store/measures/index.ts'
import { allMeasures, measures, readMeasureDays } from '../../../server/store/measures/index.ts'
import { insertAnswer, insertConversation } from '../../support/conversation-rows.ts'
import { brandWithBot, pendingIds, read, refreshAll, storeTickets } from '../../support/detail-tickets.ts'
import { startedAt } from '../../support/conversation-facts.ts'
import {
  DAY_MS,
  at,
  emptyDatabase,
  insertBotRecord,
  insertBotTicket,
  insertTicket,
  refresh,
} from './measured.ts'

const maybe = <Value>(value: Value) => fc.constantFrom(value, null)
const moment = fc.integer({ min: 0, max: 6 * 86_400 }).map((seconds) => at + seconds * 1000)
const shared = {
  started_at: fc.integer({ min: 0, max: 3 * 86_400 }).map((seconds) => at + seconds * 1000),
  channel: fc.constantFrom('chat', 'native_messaging', 'whatsapp'),
  kind: fc.constantFrom('conversation', 'conversation', 'offline_message'),
  language: fc.constantFrom('ko', 'en', null),
  topic: fc.constantFrom('other', 'delivery'),
  group_id: fc.constantFrom(1, 2, null),
  requester_key: fc.constantFrom('a', 'b', null),
  bot_involved: fc.constantFrom(0, 1, null),
  served: fc.constantFrom(0, 1, 1, null),
  ended_at: fc.option(moment, { nil: null }),
  handed_off_at: fc.option(moment, { nil: null }),
  first_agent_at: fc.option(moment, { nil: null }),
  first_any_reply_at: fc.option(moment, { nil: null }),
  first_reply_seconds: maybe(60.25),
  open_minutes_to_reply: fc.constantFrom(5, 90, null),
  left_after_open_minutes: maybe(3),
  customer_messages: maybe(2),
  agent_messages: maybe(3),
  reopened: fc.constantFrom(0, 1, null),
  bot_resolved: fc.constantFrom(0, 1, null),
  outside_hours: fc.constantFrom(0, 1, null),
  missed: fc.constantFrom(0, 1, null),
  status: fc.constantFrom('solved', 'closed', 'open'),
  status_updated_at: maybe(at + 9 * DAY_MS),
  deleted: fc.constantFrom(0, 0, 0, 1),
}
const row = fc.record({
  era: fc.constantFrom('chat', 'messaging', 'bot'),
  given: fc.record(shared),
  rating: fc.constantFrom('good', 'bad', 'neutral', 'offered', 'none'),
  stars: fc.constantFrom(1, 4, null),
})

describe('a question straight from the rows', () => {
  it('without a filter says what the daily sums say', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 15 }), (rows) => {
        const db = databaseOf(rows)

        for (const measure of allMeasures) {
          const days = readMeasureDays(db, { measure, brandId: 1 })
          const isDuration = measure.parts.some(({ seconds }) => seconds !== undefined)
          expect(sumsOf(days), measure.key).toEqual(sumsOf(readDailySums(db, 1, measure.key)))
          if (isDuration) expect(secondsOf(days), measure.key).toEqual(storedSeconds(db, measure.key))
        }
      }),
      { numRuns: 40, seed: 20_261_116 },
    )
  })

  it('by stratum adds up to what it says without', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 15 }), (rows) => {
        const db = databaseOf(rows)

        for (const key of [
          'demand',
          'unserved_rate',
          'csat',
          'resolution_time',
          'messages_per_conversation',
        ]) {
          const whole = readMeasureDays(db, { measure: measureOf(key), brandId: 1 })
          const strata = readMeasureDays(db, { measure: measureOf(key), brandId: 1, strata: true })
          expect(sumsOf(strata), key).toEqual(sumsOf(whole))
        }
      }),
      { numRuns: 20, seed: 20_261_116 },
    )
  })

  it('rests on the sample of each week, as the daily sums do', () => {
    const db = brandWithBot(0, { mode: 'sample', botSearchPerBrandWeek: 0 })
    storeTickets(
      db,
      Array.from({ length: 1200 }, (_, i) => 201 + i),
      { source_first_human_reply_at: startedAt + 3_000_000, source_reply_known: 1 },
    )
    refreshAll(db)
    read(db, pendingIds(db))
    refreshAll(db)

    const days = readMeasureDays(db, { measure: measureOf('first_reply.known'), brandId: 1 })

    expect(sumsOf(days)).toEqual(sumsOf(readDailySums(db, 1, 'first_reply.known')))
    expect(days.reduce((sum, { n }) => sum + n, 0)).toBeLessThan(700)
  })
})

describe('a stratum', () => {
  it('is language, topic, quarter of the day, and weekday or weekend', () => {
    const db = emptyDatabase()
    insertConversation(db, { id: 'chat:1', language: 'ko', topic: 'delivery' })
    insertConversation(db, { id: 'chat:2', started_at: Date.parse('2026-03-07T23:10:00+09:00') })

    const days = readMeasureDays(db, { measure: measureOf('demand'), brandId: 1, strata: true })

    expect(days.map(({ day, stratum }) => [day, stratum])).toEqual([
      ['2026-03-02', { language: 'ko', topic: 'delivery', hourBlock: 'morning', isWeekend: false }],
      ['2026-03-07', { language: null, topic: 'other', hourBlock: 'evening', isWeekend: true }],
    ])
  })
})

describe('a filter', () => {
  it.each<[string, MeasureFilter, number]>([
    ['on channels', { channels: ['whatsapp'] }, 1],
    ['on languages', { languages: ['ko', 'en'] }, 2],
    ['on an unknown language', { languages: [null] }, 2],
    ['on topics', { topics: ['delivery'] }, 1],
    ['on groups', { groupIds: [7] }, 1],
    ['on the hour', { hourBlocks: ['night', 'evening'] }, 1],
    ['on opening hours', { openingHoursOnly: true }, 2],
    ['on conversations with a bot', { bot: 'yes' }, 1],
    ['on those without', { bot: 'no' }, 2],
    ['on those of which it is not known', { bot: 'unknown' }, 1],
    ['on two things at once', { languages: ['ko'], topics: ['delivery'] }, 1],
    ['on nothing', { languages: [] }, 0],
  ])('%s leaves what it asks for', (_what, filter, expected) => {
    const db = emptyDatabase()
    insertTicket(db, 1, { language: 'ko', topic: 'delivery', outside_hours: 0, group_id: 7 })
    insertTicket(db, 2, { language: 'en', channel: 'whatsapp', outside_hours: 0 })
    insertTicket(db, 3, {
      started_at: Date.parse('2026-03-02T03:00:00+09:00'),
      outside_hours: 1,
      bot_involved: null,
    })
    insertBotTicket(db, 4, { outside_hours: 1 })
    refresh(db)

    const days = readMeasureDays(db, { measure: measureOf('demand'), brandId: 1, filter })

    expect(days.reduce((sum, { n }) => sum + n, 0)).toBe(expected)
  })

  it('on days takes the first and leaves the last', () => {
    const db = emptyDatabase()
    for (const i of [0, 1, 2]) insertConversation(db, { id: `chat:${i}`, started_at: at + i * DAY_MS })

    const days = readMeasureDays(db, {
      measure: measureOf('demand'),
      brandId: 1,
      from: '2026-03-02',
      to: '2026-03-04',
    })

    expect(days.map(({ day }) => day)).toEqual(['2026-03-02', '2026-03-03'])
  })

  it('on what the bot’s own records do not tell leaves none of them', () => {
    const db = emptyDatabase()
    insertBotRecord(db, 'export:1', { survey_stars: 5 })
    refresh(db)
    const measure = measureOf('bot_csat')

    expect(readMeasureDays(db, { measure, brandId: 1 })).toHaveLength(1)
    expect(readMeasureDays(db, { measure, brandId: 1, filter: { topics: ['other'] } })).toEqual([])
  })

  it('narrows ratings by the conversation they belong to', () => {
    const db = emptyDatabase()
    insertConversation(db, { id: 'chat:1', language: 'ko' })
    insertConversation(db, { id: 'chat:2', language: 'en' })
    insertAnswer(db, { id: 'chat:1', conversation_id: 'chat:1' })
    insertAnswer(db, { id: 'chat:2', conversation_id: 'chat:2', category: 'bad' })
    refresh(db)

    const days = readMeasureDays(db, {
      measure: measureOf('csat'),
      brandId: 1,
      filter: { languages: ['en'] },
    })

    expect(days).toMatchObject([{ source: 'chat_rating', n: 1, numerator: 0 }])
  })
})

type Row = {
  era: string
  given: Record<string, string | number | null>
  rating: string
  stars: number | null
}

function databaseOf(rows: readonly Row[]): Database {
  const db = emptyDatabase()
  rows.forEach(({ era, given, rating, stars }, i) => {
    if (era === 'chat') insertConversation(db, { id: `chat:${i}`, ...given, bot_involved: 0 })
    else if (era === 'bot') insertBotTicket(db, i, { ...given, served: 0, bot_involved: 1 })
    else insertTicket(db, i, given)
    const category = rating === 'offered' ? null : rating
    if (rating !== 'none' && era === 'chat')
      insertAnswer(db, { id: `chat:${i}`, conversation_id: `chat:${i}`, category })
    else if (rating !== 'none')
      insertAnswer(db, { id: `survey:${i}`, ticket_id: i, source: 'survey', category })
    insertBotRecord(db, `export:${i}`, { survey_stars: stars, resolved: stars === null ? null : 1 })
  })
  refresh(db)
  return db
}

function measureOf(key: string) {
  const measure = measures.get(key)
  if (!measure) throw new Error(`no measure ${key}`)
  return measure
}

type Sums = readonly { day: string; source: string; n: number; numerator: number }[]

/** Sums by day and source. */
function sumsOf(days: Sums): string[] {
  const sums = new Map<string, [number, number]>()
  for (const { day, source, n, numerator } of days) {
    const [known, counted] = sums.get(`${day} ${source}`) ?? [0, 0]
    sums.set(`${day} ${source}`, [known + n, counted + numerator])
  }
  return [...sums].map(([key, sum]) => `${key} ${sum.join(' ')}`).sort()
}

function secondsOf(days: readonly MeasureDay[]): string[] {
  const byDay = new Map<string, number[]>()
  for (const { day, seconds } of days) byDay.set(day, [...(byDay.get(day) ?? []), ...(seconds ?? [])])
  return [...byDay].map(([day, list]) => `${day} ${Float64Array.from(list).sort().join(' ')}`)
}

function storedSeconds(db: Database, key: string): string[] {
  return [...readDailySeconds(db, 1, key)].map(([day, seconds]) => `${day} ${seconds.join(' ')}`)
}

import { beforeAll, describe, expect, it } from 'vitest'
import { measureBrands } from '../../../server/comparison/compare-brands.ts'
import { resolveRows } from '../../../server/comparison/rows/answer-conversations.ts'
import { rowsOfMetric } from '../../../server/comparison/rows/rows-of-metric.ts'
import { weeklySeries } from '../../../server/comparison/weekly-series.ts'
import { readMetricFacts } from '../../../server/comparison/brand-facts.ts'
import { catalog } from '../../../server/metrics/catalog.ts'
import { addDays } from '../../../server/periods/day.ts'
import { defaultAccountSettings, defaultBrandSettings } from '../../../server/settings/default-settings.ts'
import { readListTotals } from '../../../server/store/conversation-list/totals.ts'
import { writeCutover } from '../../../server/store/brands.ts'
import type { Database } from '../../../server/store/database.ts'
import { inTransaction, statement } from '../../../server/store/database.ts'
import { writeAccountSettings } from '../../../server/store/settings.ts'
import { insertBotRecord, refresh } from '../../store/measures/measured.ts'
import { addChat, addEngagement, addTicket, emptyAccount, seoul } from '../../store/team/team-rows.ts'
import { insertAnswer } from '../../support/conversation-rows.ts'
import { historyStart, now, writeCheckpoints } from '../synthetic-account.ts'

const movedOn = '2026-07-06'
const closedDay = '2026-06-17'
const listed = catalog.filter(({ key }) => rowsOfMetric(key) === 'conversations')

let db: Database
beforeAll(() => {
  db = movedAccount()
})

describe('the rows behind a window of the comparison', () => {
  it.each(listed.map(({ key }) => key))('of %s are as many as its figure counts', (key) => {
    const [{ draft }] = measureBrands(db, { brandIds: [1], metrics: [key], now })

    for (const side of ['before', 'after', 'now'] as const) {
      const window = draft.comparison[side]
      if (window === null) continue
      const { list, figure } = rowsOf(key, window)
      if (figure?.restsOnBotRecords) continue
      expect([side, readListTotals(db, list).rows]).toEqual([side, window.n])
      expect(figure?.window).toMatchObject({ value: window.value, n: window.n })
    }
  })

  it('are there for every primary figure on both sides', () => {
    const measured = measureBrands(db, { brandIds: [1], metrics: 'all', now })

    const sides = measured
      .filter(({ metric }) => metric.primary)
      .map(({ draft: { comparison } }) => [comparison.metric, comparison.before?.n, comparison.after?.n])

    for (const [, before, after] of sides) {
      expect(before).toBeGreaterThan(100)
      expect(after).toBeGreaterThan(100)
    }
  })

  it('leave out the days the figure leaves out, and say why', () => {
    const [{ draft }] = measureBrands(db, { brandIds: [1], metrics: ['first_reply'], now })
    const { before } = draft.comparison
    if (before === null) throw new Error('there is a window before the move')

    const { list, figure } = rowsOf('first_reply', before)

    expect(figure?.leftOut).toEqual([{ day: closedDay, why: 'closed' }])
    expect(list.figure?.countedDays[1]).not.toContain(`${closedDay} chat`)
    expect(list.figure?.countedDays[1]).toContain('2026-06-16 chat')
  })

  it('add up to the numerator of a share', () => {
    const [{ draft }] = measureBrands(db, { brandIds: [1], metrics: ['csat'], now })
    const { after } = draft.comparison
    if (after === null) throw new Error('there is a window after the move')
    const { list } = rowsOf('csat', after)
    if (list.figure === null) throw new Error('a metric makes a figure')

    const all = readListTotals(db, list)
    const good = readListTotals(db, { ...list, figure: { ...list.figure, counted: 'yes' } })
    const rest = readListTotals(db, { ...list, figure: { ...list.figure, counted: 'no' } })

    expect(all.adds / all.rows).toBe(after.value)
    expect(good.rows).toBe(all.adds)
    expect(good.rows + rest.rows).toBe(all.rows)
  })
})

describe('the rows behind a week of the chart', () => {
  it.each(listed.map(({ key }) => key))('of %s are as many as it counts', (key) => {
    const metric = catalog.find((one) => one.key === key)
    if (!metric) throw new Error(`${key} is in the catalogue`)
    const facts = readMetricFacts(db, 1, key)
    const weeks = weeklySeries({
      metric,
      facts,
      from: '2026-06-08',
      today: '2026-08-02',
      matureTo: '2026-08-03',
    })

    for (const week of weeks) {
      const { list, figure } = rowsOf(key, week)
      if (figure?.restsOnBotRecords) continue
      expect([week.from, readListTotals(db, list).rows]).toEqual([week.from, week.n])
    }
  })
})

describe('figures no conversations stand behind', () => {
  it('are made of agents’ time or of the bot’s own records', () => {
    const others = catalog
      .map(({ key }) => [key, rowsOfMetric(key)])
      .filter(([, rows]) => rows !== 'conversations')

    expect(others).toEqual([
      ['bot_csat', 'bot_records'],
      ['concurrency', 'agents_time'],
      ['conversations_per_agent_hour', 'agents_time'],
      ['cost_per_resolution', 'agents_time'],
    ])
  })

  it('say so where it is the account’s own records that tell', () => {
    const { figure } = rowsOf('automated_resolution_rate', { from: '2026-08-03', to: '2026-08-10' })

    expect(figure?.restsOnBotRecords).toBe(true)
  })
})

function rowsOf(key: (typeof catalog)[number]['key'], { from, to }: { from: string; to: string }) {
  const metric = { key, counted: 'all' as const }
  return resolveRows(db, { brandIds: [1], from, to, filter: {}, metric, ownWeeksOnly: false, now })
}

/** Fifteen weeks of chats and fifteen of tickets, six a day, some of each kind there is. */
function movedAccount(): Database {
  const account = emptyAccount()
  const own = {
    ...defaultBrandSettings(1, 'Asia/Seoul'),
    holidayCalendar: 'none' as const,
    closedDays: [closedDay],
  }
  writeAccountSettings(account, { ...defaultAccountSettings('Asia/Seoul'), brands: [own] }, now)
  for (const stream of new Set(catalog.flatMap(({ streams }) => streams)))
    writeCheckpoints(account, stream, { coveredFrom: historyStart, isDone: true })
  statement(
    account,
    "insert into brand (id, name, is_default, active, deleted, created_at) values (1, 'Haneul', 0, 1, 0, 0)",
  ).run()
  statement(account, 'insert into engagement_held (starts_at, ends_at) values (0, 4000000000000)').run()
  inTransaction(account, () => {
    let id = 0
    for (let day = '2026-03-23'; day < '2026-10-19'; day = addDays(day, 1))
      for (let place = 0; place < 6; place += 1) addContact(account, (id += 1), day, place)
  })
  writeCutover(account, {
    brand_id: 1,
    went_live_on: movedOn,
    went_live_source: 'confirmed',
    ramp_end: addDays(movedOn, 14),
    ramp_source: 'measured',
    detected_on: null,
    confirmed_by: 'admin@example.com',
    note: null,
  })
  refresh(account)
  return account
}

function addContact(account: Database, id: number, day: string, place: number): void {
  const [from, to] = [`${day}T1${place}:00`, `${day}T1${place}:20`]
  const isServed = id % 9 > 0
  const given = {
    language: id % 4 === 0 ? 'en' : 'ko',
    requester_key: id % 5 === 0 ? null : `customer ${id % 40}`,
    served: isServed ? 1 : 0,
    first_reply_seconds: isServed ? 30 + (id % 200) : null,
    first_agent_at: isServed ? seoul(from) + 30_000 : null,
    ended_at: id % 11 === 0 ? null : seoul(to),
    outside_hours: id % 7 === 0 ? 1 : 0,
    missed: id % 13 === 0 ? 1 : 0,
  }
  const category = id % 3 === 0 ? 'bad' : 'good'
  if (day < movedOn) {
    addChat(account, id, [{ agent: 20 + (id % 3), from, to }], { ...given, bot_involved: 0 })
    if (id % 2 === 0) insertAnswer(account, { id: `chat:${id}`, conversation_id: `chat:${id}`, category })
    return
  }
  const isBot = id % 6 === 0
  addTicket(account, id, from, {
    ...given,
    bot_involved: isBot || id % 6 === 1 ? 1 : 0,
    ...(isBot && {
      source: 'bot',
      served: 0,
      first_reply_seconds: null,
      scope: 'ai_agent',
      seen_ai_agent: 1,
    }),
  })
  if (!isBot) addEngagement(account, `e${id}`, id, { agent: 20 + (id % 3), from, to })
  if (id % 2 === 0)
    insertAnswer(account, { id: `rating:${id}`, source: 'legacy_rating', ticket_id: id, category })
  insertBotRecord(account, `export:${id}`, {
    day,
    started_at: seoul(from),
    resolved: id % 2,
    survey_stars: 4,
  })
}

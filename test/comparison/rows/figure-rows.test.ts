import { beforeAll, describe, expect, it } from 'vitest'
import { measureBrands } from '../../../server/comparison/compare-brands.ts'
import { resolveRows } from '../../../server/comparison/rows/answer-conversations.ts'
import { rowsOfMetric } from '../../../server/comparison/rows/rows-of-metric.ts'
import { weeklySeries } from '../../../server/comparison/weekly-series.ts'
import { readMetricFacts } from '../../../server/comparison/brand-facts.ts'
import { catalog } from '../../../server/metrics/catalog.ts'
import { readListTotals } from '../../../server/store/conversation-list/totals.ts'
import type { Database } from '../../../server/store/database.ts'
import { now } from '../synthetic-account.ts'
import { closedDay, movedAccount } from './moved-account.ts'

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

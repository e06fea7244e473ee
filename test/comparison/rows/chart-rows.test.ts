import { beforeAll, describe, expect, it } from 'vitest'
import { answerCsat } from '../../../server/comparison/csat/answer-csat.ts'
import { answerDistribution } from '../../../server/comparison/distribution/answer-distribution.ts'
import type { RowsQuestion } from '../../../server/comparison/rows/answer-conversations.ts'
import { resolveRows } from '../../../server/comparison/rows/answer-conversations.ts'
import { readTeamDaysKnown, readTeamWindow } from '../../../server/comparison/team/team-window.ts'
import { catalog } from '../../../server/metrics/catalog.ts'
import { readListTotals } from '../../../server/store/conversation-list/totals.ts'
import type { Database } from '../../../server/store/database.ts'
import { now } from '../synthetic-account.ts'
import { closedDay, movedAccount } from './moved-account.ts'

/** The account has no messages, so of these nothing is known. */
const ofMessages = 'average_reply'
const durations = catalog
  .filter(({ kind, key }) => kind === 'duration' && key !== ofMessages)
  .map(({ key }) => key)

let db: Database
beforeAll(() => {
  db = movedAccount()
})

describe('the rows behind a bar of a distribution', () => {
  it.each(durations)('of %s are as many as it counts, those that have not ended included', (key) => {
    const asked = { brandId: 1, metric: key, ownWeeksOnly: false, now }
    const found = answerDistribution(db, asked)

    for (const side of [found?.before, found?.after]) {
      if (!side || !found) throw new Error(`${key} has both sides`)
      const bars = found.bins.map(({ from, to }) => ({ least: from, below: to }))
      const rows = [...bars, 'unended' as const].map((took) =>
        countOf({ ...side, metric: { key, counted: 'all', took } }),
      )
      expect(rows).toEqual([...side.counts, side.unended].map(({ n }) => n))
      expect(side.n).toBeGreaterThan(100)
    }
  })
})

describe('the rows behind a week of the CSAT trend', () => {
  it.each(['csat', 'csat_response_rate'] as const)('of %s are as many as its source counts', (key) => {
    const { trend } = answerCsat(db, { brandIds: [1], isOneBrand: true, grid: 'shared', now })

    expect(trend.map(({ source }) => source)).toEqual(['chat_rating', 'legacy_rating'])
    for (const { source, score, responseRate } of trend)
      for (const { from, to, n } of key === 'csat' ? score : responseRate)
        expect([from, countOf({ from, to, asked: source, metric: { key, counted: 'all' } })]).toEqual([
          from,
          n,
        ])
  })
})

describe('the rows behind an hour of the team', () => {
  it('are as many as it counts on the days it uses', () => {
    const weeks = { from: '2026-06-15', to: '2026-07-27' }
    const window = readTeamWindow(db, 1, weeks, readTeamDaysKnown(db, 1))

    expect(window.daysClosed).toBe(1)
    for (const hour of [10, 2 * 24 + 11, 6 * 24 + 15]) {
      const filter = { weekdays: [Math.floor(hour / 24) + 1], hours: [hour % 24] }
      expect(countOf({ ...weeks, filter, team: 'all' })).toBe(window.conversations[hour])
      expect(countOf({ ...weeks, filter, team: 'people' })).toBe(window.forPeople[hour])
    }
    const closed = { from: closedDay, to: '2026-06-18' }
    expect([countOf(closed), countOf({ ...closed, team: 'all' })]).toEqual([6, 0])
  })
})

function countOf(asked: Partial<RowsQuestion>): number {
  const { from, to, ...rest } = asked
  const question = { brandIds: [1], filter: {}, metric: null, ownWeeksOnly: false, now, ...rest }
  const { list } = resolveRows(db, { ...question, ...(from && { from }), ...(to && { to }) })
  return readListTotals(db, list).rows
}

import { describe, expect, it } from 'vitest'
import { compareCounts } from '../../server/metrics/reconciliation.ts'
import type { Database } from '../../server/store/database.ts'
import { readRedDays, redDaysOf } from '../../server/store/red-days.ts'
import type { Slice } from '../../server/store/reconciliation.ts'
import { readChecks, readReconciliation, saveCheck } from '../../server/store/reconciliation.ts'
import { migratedDatabase } from '../support/migrated-database.ts'

const slice: Slice = {
  kind: 'tickets',
  brandId: 1,
  channel: 'native_messaging',
  scope: 'agent',
  day: '2026-11-02',
  days: 1,
}
const week: Slice = { ...slice, days: 7 }

describe('checks', () => {
  it('of the same day are kept once, the latest', () => {
    const db = freshDatabase()

    expect(check(db, slice, 40, 30).hasTurned).toBe(true)
    expect(check(db, slice, 40, 40).hasTurned).toBe(true)

    expect(readChecks(db, 'tickets')).toMatchObject([{ day: '2026-11-02', ours: 40, state: 'green' }])
  })

  it('of a day stand in place of its week, and the other way round', () => {
    const db = freshDatabase()
    check(db, week, 100, 100)
    check(db, { ...slice, day: '2026-11-05' }, 20, 20)
    expect(readChecks(db, 'tickets').map(({ day, days }) => [day, days])).toEqual([['2026-11-05', 1]])

    check(db, week, 100, 100)

    expect(readChecks(db, 'tickets').map(({ day, days }) => [day, days])).toEqual([['2026-11-02', 7]])
  })

  it('of another scope, channel or brand are left alone', () => {
    const db = freshDatabase()
    check(db, slice, 1, 1)
    check(db, { ...slice, scope: 'ai_agent' }, 1, 1)
    check(db, { ...slice, channel: 'whatsapp' }, 1, 1)
    check(db, { ...slice, brandId: 2 }, 1, 1)

    expect(readChecks(db, 'tickets')).toHaveLength(4)
  })
})

describe('the calendar', () => {
  it('adds up the slices of a day, and is red if one of them is', () => {
    const db = freshDatabase()
    check(db, slice, 40, 30)
    check(db, { ...slice, scope: 'ai_agent' }, 5, 5)

    const [day] = readReconciliation(db, { brandIds: [1], from: '2026-11-01', to: '2026-12-01' })

    expect(day).toMatchObject({
      brandId: 1,
      day: '2026-11-02',
      state: 'red',
      theirs: 45,
      ours: 35,
      explained: 0,
      unexplained: 10,
    })
    expect(day.slices.map(({ scope, state }) => [scope, state])).toEqual([
      ['agent', 'red'],
      ['ai_agent', 'green'],
    ])
  })

  it('shows a week on each of its days, without numbers of the day', () => {
    const db = freshDatabase()
    check(db, week, 100, 100)

    const days = readReconciliation(db, { brandIds: null, from: '2026-11-04', to: '2026-11-07' })

    expect(days.map(({ day, theirs, state }) => [day, theirs, state])).toEqual([
      ['2026-11-04', null, 'green'],
      ['2026-11-05', null, 'green'],
      ['2026-11-06', null, 'green'],
    ])
  })

  it('shows the whole account only where every brand is asked for', () => {
    const db = freshDatabase()
    check(db, { ...slice, kind: 'chats', brandId: 0, channel: '', scope: '' }, 40, 30)
    const span = { from: '2026-11-01', to: '2026-12-01' }

    expect(readReconciliation(db, { brandIds: null, ...span })).toMatchObject([{ brandId: null }])
    expect(readReconciliation(db, { brandIds: [1], ...span })).toEqual([])
  })
})

describe('red days', () => {
  it('of a brand are those of its own tickets', () => {
    const db = freshDatabase()
    check(db, slice, 40, 30)
    check(db, { ...slice, brandId: 2, day: '2026-11-03' }, 40, 30)
    check(db, { ...slice, day: '2026-11-04' }, 40, 40)

    expect([...redDaysOf(readRedDays(db, 1, 'Asia/Seoul'), ['tickets-agent'])]).toEqual(['2026-11-02'])
  })

  it('of the whole account are every local day they touch', () => {
    const db = freshDatabase()
    check(db, { ...slice, kind: 'surveys', brandId: 0, channel: '', scope: '' }, 40, 30)

    expect(daysOf(db, 'Asia/Seoul')).toEqual(['2026-11-02', '2026-11-03'])
    expect(daysOf(db, 'America/New_York')).toEqual(['2026-11-01', '2026-11-02'])
    expect(daysOf(db, 'UTC')).toEqual(['2026-11-02'])
  })

  it('concern only figures made of what is red', () => {
    const db = freshDatabase()
    check(db, { ...slice, kind: 'surveys', brandId: 0, channel: '', scope: '' }, 40, 30)
    const red = readRedDays(db, 1, 'UTC')

    expect([...redDaysOf(red, ['chats', 'tickets-agent'])]).toEqual([])
    expect([...redDaysOf(red, ['chats', 'survey-responses'])]).toEqual(['2026-11-02'])
  })
})

function daysOf(db: Database, zone: string): string[] {
  return [...redDaysOf(readRedDays(db, 1, zone), ['survey-responses'])]
}

function check(db: Database, of: Slice, theirs: number, ours: number) {
  return saveCheck(db, of, compareCounts(theirs, { present: ours, deleted: 0 }), 0)
}

function freshDatabase(): Database {
  const db = migratedDatabase()
  return db
}

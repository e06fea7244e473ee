import { expect, it } from 'vitest'
import { saveCheckpoint } from '../../server/store/checkpoints.ts'
import type { Database } from '../../server/store/database.ts'
import {
  engagementsHeldFrom,
  holdEngagements,
  readEngagementsHeld,
  shareHeld,
} from '../../server/store/engagements-held.ts'
import { migratedDatabase } from '../support/migrated-database.ts'

const DAY_MS = 86_400_000
const LATER = 1_000 * DAY_MS

it('stretches that touch or overlap become one', () => {
  const db = fresh()

  hold(db, 10, 20)
  hold(db, 40, 50)
  hold(db, 20, 30)
  hold(db, 45, 60)
  hold(db, 12, 18)

  expect(readEngagementsHeld(db)).toEqual([days(10, 30), days(40, 60)])
})

it('a stretch that closes a gap joins both sides', () => {
  const db = fresh()
  hold(db, 10, 20)
  hold(db, 30, 40)

  hold(db, 15, 35)

  expect(readEngagementsHeld(db)).toEqual([days(10, 40)])
})

it('of the two weeks before it was read nothing is settled', () => {
  const db = fresh()

  holdEngagements(db, days(0, 100), 100 * DAY_MS)
  holdEngagements(db, days(90, 100), 100 * DAY_MS)

  expect(readEngagementsHeld(db)).toEqual([days(0, 86)])
})

it('the two weeks before the last complete moment are held for now', () => {
  const db = fresh()
  holdEngagements(db, days(0, 100), 100 * DAY_MS)

  completeTo(db, 100)

  expect(readEngagementsHeld(db)).toEqual([days(0, 100)])
  expect(engagementsHeldFrom(db)).toBe(0)
})

it('after a pause longer than what Zendesk keeps, what was open before it is not held', () => {
  const db = fresh()
  holdEngagements(db, days(0, 100), 100 * DAY_MS)
  completeTo(db, 100)

  holdEngagements(db, days(210, 300), 300 * DAY_MS)
  completeTo(db, 300)

  expect(readEngagementsHeld(db)).toEqual([days(0, 86), days(210, 300)])
  expect(engagementsHeldFrom(db)).toBe(210 * DAY_MS)
})

it('nothing is held before the first complete run', () => {
  expect(engagementsHeldFrom(fresh())).toBe(null)
})

it('a week is held in part', () => {
  expect(shareHeld([days(0, 3), days(5, 9)], 0, 7 * DAY_MS)).toBeCloseTo(5 / 7, 10)
  expect(shareHeld([], 0, DAY_MS)).toBe(0)
})

function days(from: number, to: number) {
  return { from: from * DAY_MS, to: to * DAY_MS }
}

function hold(db: Database, from: number, to: number): void {
  holdEngagements(db, days(from, to), LATER)
}

function completeTo(db: Database, day: number): void {
  saveCheckpoint(db, {
    stream: 'engagements',
    scope: '',
    window: 'forward',
    starts_at: 0,
    ends_at: null,
    cursor: null,
    complete_to: day * DAY_MS,
    done: 0,
    rows: 0,
  })
}

function fresh(): Database {
  const db = migratedDatabase()
  return db
}

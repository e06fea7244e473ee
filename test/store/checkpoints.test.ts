import { describe, expect, it } from 'vitest'
import type { Checkpoint } from '../../server/store/checkpoints.ts'
import {
  planWindows,
  readHistoryProgress,
  readStreamWindows,
  saveCheckpoint,
  streamCompleteTo,
} from '../../server/store/checkpoints.ts'
import type { Database } from '../../server/store/database.ts'
import { migratedDatabase } from '../support/migrated-database.ts'

const DAY_MS = 86_400_000
const NOW = Date.parse('2026-11-16T00:00:00Z')
const FIRST = NOW - 70 * DAY_MS
const OCTOBER = '2026-10-19T00:00:00.000Z'
const SEPTEMBER = '2026-09-21T00:00:00.000Z'

describe('planning a stream', () => {
  it('makes a forward window, four-week windows back to the first day, and one for all that may lie before', () => {
    const windows = readStreamWindows(planned(), 'chats', '')

    expect(windows.map(({ window, starts_at, ends_at }) => [window, starts_at, ends_at])).toEqual([
      ['forward', NOW, null],
      [OCTOBER, NOW - 28 * DAY_MS, NOW],
      [SEPTEMBER, NOW - 56 * DAY_MS, NOW - 28 * DAY_MS],
      ['2026-09-07T00:00:00.000Z', FIRST, NOW - 56 * DAY_MS],
      ['1970-01-01T00:00:00.000Z', 0, FIRST],
    ])
  })

  it('lengthens the windows beyond half a year, so that an old account costs few requests', () => {
    const db = planned(Date.parse('2012-05-01T12:00:00Z'))

    const days = readStreamWindows(db, 'chats', '')
      .slice(1, -2)
      .map(({ starts_at, ends_at }) => ((ends_at ?? 0) - starts_at) / DAY_MS)
    expect(days).toEqual([28, 28, 28, 28, 28, 28, 28, 56, 112, 224, 448, 896, 1792])
  })

  it('keeps two windows that begin on one day apart', () => {
    const first = NOW - 28 * DAY_MS - 5 * 3_600_000

    const windows = readStreamWindows(planned(first), 'chats', '')

    expect(windows.map(({ starts_at }) => starts_at)).toEqual([NOW, NOW - 28 * DAY_MS, first, 0])
  })

  it('goes back no further than the source remembers, whatever the account’s first day', () => {
    const starts = (firstMoment: number) => {
      const db = migratedDatabase()
      planWindows(db, {
        stream: 'engagements',
        scope: '',
        from: NOW,
        firstMoment,
        keptFrom: NOW - 90 * DAY_MS,
      })
      return readStreamWindows(db, 'engagements', '').map(({ starts_at }) => (NOW - starts_at) / DAY_MS)
    }

    expect(starts(0)).toEqual([0, 28, 56, 84, 90])
    expect(starts(NOW - 40 * DAY_MS)).toEqual([0, 28, 40, 90])
  })

  it('reaches further back once the settings say that the source remembers longer, and not as time goes by', () => {
    const db = migratedDatabase()
    const plan = (now: number, keptDays: number) => {
      const keptFrom = now - keptDays * DAY_MS
      planWindows(db, { stream: 'engagements', scope: '', from: now, firstMoment: 0, keptFrom })
      return readStreamWindows(db, 'engagements', '').map(({ starts_at }) => (NOW - starts_at) / DAY_MS)
    }
    plan(NOW, 90)

    expect(plan(NOW + 5 * DAY_MS, 90)).toEqual([0, 28, 56, 84, 90])
    expect(plan(NOW + 10 * DAY_MS, 130)).toEqual([0, 28, 56, 84, 90, 118, 120])
  })

  it('happens once', () => {
    const db = planned()
    planWindows(db, { stream: 'chats', scope: '', from: NOW + DAY_MS, firstMoment: 0 })

    expect(readStreamWindows(db, 'chats', '')).toHaveLength(5)
  })
})

describe('progress', () => {
  it('is the share of the planned span that was read, parts of a window included', () => {
    const db = planned()
    change(db, 'forward', { complete_to: NOW, rows: 5 })
    change(db, OCTOBER, { done: 1, complete_to: NOW, rows: 20 })
    change(db, SEPTEMBER, { complete_to: NOW - 42 * DAY_MS, rows: 10 })

    expect(readHistoryProgress(db)).toEqual([
      {
        stream: 'chats',
        progress: 0.6,
        coveredFrom: NOW - 28 * DAY_MS,
        completeTo: NOW,
        done: false,
        isAbsent: false,
        rows: 35,
      },
    ])
  })

  it('a gap between windows ends what is covered', () => {
    const db = planned()
    change(db, 'forward', { complete_to: NOW })
    change(db, SEPTEMBER, { done: 1, complete_to: NOW - 28 * DAY_MS })

    expect(readHistoryProgress(db)[0].coveredFrom).toBe(NOW)
  })

  it('nothing is covered before the present was read once', () => {
    const db = planned()

    expect(readHistoryProgress(db)[0]).toMatchObject({ progress: 0, coveredFrom: null, completeTo: null })
    expect(streamCompleteTo(db, ['chats'])).toBe(null)
  })
})

function planned(firstMoment = FIRST): Database {
  const db = migratedDatabase()
  planWindows(db, { stream: 'chats', scope: '', from: NOW, firstMoment })
  return db
}

function change(db: Database, window: string, given: Partial<Checkpoint>): void {
  const found = readStreamWindows(db, 'chats', '').find((checkpoint) => checkpoint.window === window)
  if (!found) throw new Error(`no window ${window}`)
  saveCheckpoint(db, { ...found, ...given })
}

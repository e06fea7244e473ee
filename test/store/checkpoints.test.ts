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
import { openDatabase } from '../../server/store/database.ts'
import { migrate } from '../../server/store/migrate.ts'

const DAY_MS = 86_400_000
const NOW = Date.parse('2026-11-16T00:00:00Z')
const FIRST = NOW - 70 * DAY_MS

describe('planning a stream', () => {
  it('makes a forward window and four-week windows walking back to the first day', () => {
    const windows = readStreamWindows(planned(), 'chats', '')

    expect(windows.map(({ window, starts_at, ends_at }) => [window, starts_at, ends_at])).toEqual([
      ['forward', NOW, null],
      ['2026-10-19', NOW - 28 * DAY_MS, NOW],
      ['2026-09-21', NOW - 56 * DAY_MS, NOW - 28 * DAY_MS],
      ['2026-09-07', FIRST, NOW - 56 * DAY_MS],
    ])
  })

  it('happens once', () => {
    const db = planned()
    planWindows(db, { stream: 'chats', scope: '', from: NOW + DAY_MS, firstMoment: 0 })

    expect(readStreamWindows(db, 'chats', '')).toHaveLength(4)
  })
})

describe('progress', () => {
  it('is the share of the planned span that was read, parts of a window included', () => {
    const db = planned()
    change(db, 'forward', { complete_to: NOW, rows: 5 })
    change(db, '2026-10-19', { done: 1, complete_to: NOW, rows: 20 })
    change(db, '2026-09-21', { complete_to: NOW - 42 * DAY_MS, rows: 10 })

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
    change(db, '2026-09-21', { done: 1, complete_to: NOW - 28 * DAY_MS })

    expect(readHistoryProgress(db)[0].coveredFrom).toBe(NOW)
  })

  it('nothing is covered before the present was read once', () => {
    const db = planned()

    expect(readHistoryProgress(db)[0]).toMatchObject({ progress: 0, coveredFrom: null, completeTo: null })
    expect(streamCompleteTo(db, ['chats'])).toBe(null)
  })
})

function planned(): Database {
  const db = openDatabase(':memory:')
  migrate(db)
  planWindows(db, { stream: 'chats', scope: '', from: NOW, firstMoment: FIRST })
  return db
}

function change(db: Database, window: string, given: Partial<Checkpoint>): void {
  const found = readStreamWindows(db, 'chats', '').find((checkpoint) => checkpoint.window === window)
  if (found) saveCheckpoint(db, { ...found, ...given })
}

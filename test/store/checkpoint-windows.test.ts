import { describe, expect, it } from 'vitest'
import { reopenWindows } from '../../server/store/checkpoint-windows.ts'
import { planWindows, readStreamWindows, saveCheckpoint } from '../../server/store/checkpoints.ts'
import type { Database } from '../../server/store/database.ts'
import { noteReadWith } from '../../server/store/read-with.ts'
import { migratedDatabase } from '../support/migrated-database.ts'

const INSTALLED = Date.parse('2026-08-01T00:00:00Z')
const NOW = Date.parse('2026-11-16T00:00:00Z')

describe('reading history again', () => {
  it('opens the windows of the past that the range touches, and no other', () => {
    const db = readToTheEnd()

    reopenWindows(db, 'chats', Date.parse('2026-06-01T00:00:00Z'), Date.parse('2026-06-02T00:00:00Z'))

    expect(openWindows(db)).toEqual(['2026-05-09T00:00:00.000Z'])
  })

  it('of days after the first run gets a window of its own', () => {
    const db = readToTheEnd()

    expect(reopenWindows(db, 'chats', Date.parse('2026-10-01T00:00:00Z'), null)).toBe(1)

    const [window] = readStreamWindows(db, 'chats', '').filter(
      ({ done, window }) => done === 0 && window !== 'forward',
    )
    expect(window).toMatchObject({
      starts_at: Date.parse('2026-10-01T00:00:00Z'),
      ends_at: NOW,
      cursor: null,
    })
  })

  it('from the first run on twice keeps the longer window, whichever was asked for first', () => {
    const db = readToTheEnd()
    const until = (day: string) => reopenWindows(db, 'chats', INSTALLED, Date.parse(`${day}T00:00:00Z`))

    until('2026-10-01')
    until('2026-09-01')

    const [window] = readStreamWindows(db, 'chats', '').filter(
      ({ starts_at, ends_at }) => starts_at === INSTALLED && ends_at !== null,
    )
    expect(window).toMatchObject({ ends_at: Date.parse('2026-10-01T00:00:00Z'), done: 0 })
  })

  it('of another stream is left alone', () => {
    const db = readToTheEnd()

    expect(reopenWindows(db, 'tickets-agent', null, null)).toBe(0)
    expect(openWindows(db)).toEqual([])
  })
})

describe('reading all of a history with more words', () => {
  it('leaves nothing out where days after the first run were opened before', () => {
    const db = readToTheEnd()
    noteReadWith(db, 'chats', '', ['form 1'])
    reopenWindows(db, 'chats', INSTALLED, Date.parse('2026-09-01T00:00:00Z'))

    noteReadWith(db, 'chats', '', ['form 1', 'form 2'])

    const windows = readStreamWindows(db, 'chats', '').reverse()
    expect(windows.every(({ done }) => done === 0)).toBe(true)
    const ends = windows.map(({ ends_at }) => ends_at ?? Infinity)
    windows.forEach(({ starts_at }, i) => {
      if (i > 0) expect(Math.max(...ends.slice(0, i))).toBeGreaterThanOrEqual(starts_at)
    })
  })

  it('begins the present anew an hour early: the moment it was read to may have been ours alone', () => {
    const db = readToTheEnd()

    noteReadWith(db, 'chats', '', ['form 1'])

    const [forward] = readStreamWindows(db, 'chats', '')
    expect(forward).toMatchObject({ starts_at: NOW - 3_600_000, cursor: null, ends_at: null })
  })
})

function readToTheEnd(): Database {
  const db = migratedDatabase()
  planWindows(db, {
    stream: 'chats',
    scope: '',
    from: INSTALLED,
    firstMoment: Date.parse('2026-05-01T00:00:00Z'),
  })
  for (const checkpoint of readStreamWindows(db, 'chats', '')) {
    const isForward = checkpoint.window === 'forward'
    saveCheckpoint(db, {
      ...checkpoint,
      done: isForward ? 0 : 1,
      complete_to: isForward ? NOW : checkpoint.ends_at,
    })
  }
  return db
}

function openWindows(db: Database): string[] {
  return readStreamWindows(db, 'chats', '')
    .filter(({ window, done }) => window !== 'forward' && done === 0)
    .map(({ window }) => window)
}

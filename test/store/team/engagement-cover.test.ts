import { describe, expect, it } from 'vitest'
import type { Database } from '../../../server/store/database.ts'
import { holdEngagements } from '../../../server/store/engagements-held.ts'
import { daysNotHeld, readEngagementCover } from '../../../server/store/measures/team/engagement-cover.ts'
import { markAllRollupsDirty, refreshRollups } from '../../../server/store/rollups.ts'
import { addChat, addTicket, emptyAccount, seoul } from './team-rows.ts'

const WEEK = ['02', '03', '04', '05', '06', '07', '08'].map((day) => `2026-03-${day}`)

describe('whether engagements are held', () => {
  it('is settled by what was read before Zendesk forgot it, day by day of the brand', () => {
    const db = ticketsOfAWeek()
    holdEngagements(
      db,
      { from: seoul('2026-03-04T00:00'), to: seoul('2026-03-09T00:00') },
      seoul('2026-04-01T00:00'),
    )

    const cover = readEngagementCover(db, 1, 'Asia/Seoul')

    expect([...daysNotHeld(cover)]).toEqual(['2026-03-02', '2026-03-03'])
  })

  it('a day of which less than nine tenths were read is not held', () => {
    const db = ticketsOfAWeek()
    holdEngagements(
      db,
      { from: seoul('2026-03-02T02:00'), to: seoul('2026-03-09T00:00') },
      seoul('2026-04-01T00:00'),
    )
    expect([...daysNotHeld(readEngagementCover(db, 1, 'Asia/Seoul'))]).toEqual([])

    const other = ticketsOfAWeek()
    holdEngagements(
      other,
      { from: seoul('2026-03-02T03:00'), to: seoul('2026-03-09T00:00') },
      seoul('2026-04-01T00:00'),
    )
    expect([...daysNotHeld(readEngagementCover(other, 1, 'Asia/Seoul'))]).toEqual(['2026-03-02'])
  })

  it('live chats bring theirs, and messaging pilots beside them weigh by their number', () => {
    const db = emptyAccount()
    for (let chat = 1; chat <= 19; chat++) {
      addChat(db, chat, [{ agent: 21, from: '2026-03-02T10:00', to: '2026-03-02T10:10' }])
    }
    addTicket(db, 11, '2026-03-02T10:00')
    summed(db)
    const cover = readEngagementCover(db, 1, 'Asia/Seoul')

    expect(daysNotHeld(cover).size).toBe(0)
  })

  it('chats without engagements, as in imported files, are not held', () => {
    const db = emptyAccount()
    addChat(db, 1, [])
    summed(db)

    expect([...daysNotHeld(readEngagementCover(db, 1, 'Asia/Seoul'))]).toEqual(['2026-03-02'])
  })

  it('is not asked of days on which nobody was served', () => {
    const cover = readEngagementCover(emptyAccount(), 1, 'Asia/Seoul')

    expect(daysNotHeld(cover).size).toBe(0)
  })
})

function ticketsOfAWeek(): Database {
  const db = emptyAccount()
  WEEK.forEach((day, i) => addTicket(db, i + 1, `${day}T10:00`))
  summed(db)
  return db
}

function summed(db: Database): void {
  markAllRollupsDirty(db)
  while (refreshRollups(db, 500) > 0) {
    // until nothing is marked
  }
}

import { expect, it } from 'vitest'
import type { Database } from '../../../server/store/database.ts'
import { readSharedAgents } from '../../../server/store/measures/team/shared-agents.ts'
import { markAllRollupsDirty, refreshRollups } from '../../../server/store/rollups.ts'
import { addChat, emptyAccount } from './team-rows.ts'

const DAY = '2026-03-02'

it('is the part of a brand’s hours worked by agents who work for the other brand too', () => {
  const db = account()

  // Brand 1: agent 21 worked one hour, agent 22 three. Brand 2: agent 21 half an hour.
  expect(readSharedAgents(db, 1, [2, 3], DAY, '2026-03-09')).toEqual(
    new Map([
      [2, 0.25],
      [3, 0],
    ]),
  )
  expect(readSharedAgents(db, 2, [1], DAY, '2026-03-09')).toEqual(new Map([[1, 1]]))
})

it('with any of several brands counts every agent once', () => {
  const db = account()
  addChat(db, 5, [{ agent: 22, from: `${DAY}T10:00`, to: `${DAY}T10:30` }], { brand_id: 3 })
  addChat(db, 6, [{ agent: 22, from: `${DAY}T12:00`, to: `${DAY}T12:30` }], { brand_id: 2 })
  summed(db)
})

it('looks at the days asked for only, half-open', () => {
  const db = account()

  expect(readSharedAgents(db, 1, [2], DAY, '2026-03-03')).toEqual(new Map([[2, 1]]))
  expect(readSharedAgents(db, 1, [2], '2026-03-03', '2026-03-04')).toEqual(new Map([[2, 0]]))
})

it('is not told of a brand without hours, nor of a brand and itself', () => {
  const db = account()

  expect(readSharedAgents(db, 9, [1], DAY, '2026-03-09')).toEqual(new Map())
  expect(readSharedAgents(db, 1, [1], DAY, '2026-03-09')).toEqual(new Map())
})

function account(): Database {
  const db = emptyAccount()
  addChat(db, 1, [{ agent: 21, from: `${DAY}T10:00`, to: `${DAY}T11:00` }])
  addChat(db, 2, [{ agent: 22, from: '2026-03-03T10:00', to: '2026-03-03T13:00' }])
  addChat(db, 3, [{ agent: 21, from: `${DAY}T10:00`, to: `${DAY}T10:30` }], { brand_id: 2 })
  addChat(db, 4, [{ agent: 23, from: `${DAY}T10:00`, to: `${DAY}T10:30` }], { brand_id: 3 })
  summed(db)
  return db
}

function summed(db: Database): void {
  markAllRollupsDirty(db)
  while (refreshRollups(db, 500) > 0) {
    // until nothing is marked
  }
}

import { expect, it } from 'vitest'
import type { Database } from '../../server/store/database.ts'
import type { Engagement } from '../../server/store/engagements.ts'
import { readEngagementIds, storeEngagements } from '../../server/store/engagements.ts'
import { migratedDatabase } from '../support/migrated-database.ts'

const engagement: Engagement = {
  id: 'A',
  ticket_id: 11,
  agent_id: 21,
  group_id: null,
  channel: 'messaging',
  start_reason: 'assigned',
  end_reason: 'work item solved',
  ticket_status_start: 'open',
  ticket_status_end: 'solved',
  raw_words: '{}',
  started_at: 1000,
  ended_at: 2000,
  offer_seconds: 3,
  first_reply_seconds: 12,
  average_wait_seconds: 12,
  longest_wait_seconds: 12,
  total_wait_seconds: 12,
  agent_messages: 2,
  agent_replies: 1,
  customer_messages: 2,
}

it('an identical engagement is not written again', () => {
  const db = fresh()

  expect(storeEngagements(db, [engagement, engagement])).toBe(1)
  expect(storeEngagements(db, [engagement])).toBe(0)
})

it('a corrected one replaces what was stored, an older copy does not', () => {
  const db = fresh()
  storeEngagements(db, [engagement])

  expect(storeEngagements(db, [{ ...engagement, agent_messages: 3 }])).toBe(1)
  expect(storeEngagements(db, [{ ...engagement, ended_at: 1500 }])).toBe(0)
  expect(db.prepare('select agent_messages, ended_at from engagement').all()).toEqual([
    { agent_messages: 3, ended_at: 2000 },
  ])
})

it('ids are told by when the engagement began, half-open', () => {
  const db = fresh()
  storeEngagements(db, [engagement, { ...engagement, id: 'B', started_at: 5000 }])

  expect(readEngagementIds(db, 1000, 5000)).toEqual(new Set(['A']))
})

function fresh(): Database {
  const db = migratedDatabase()
  return db
}

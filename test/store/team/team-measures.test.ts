import { describe, expect, it } from 'vitest'
import type { Database } from '../../../server/store/database.ts'
import { readDailySeconds } from '../../support/daily-seconds.ts'
import { readDailySums } from '../../../server/store/daily-values.ts'
import type { Measure } from '../../../server/store/measures/measure.ts'
import { readMeasureDays } from '../../../server/store/measures/read-measure-days.ts'
import { teamMeasures } from '../../../server/store/measures/team/team-measures.ts'
import { markAllRollupsDirty, refreshRollups } from '../../../server/store/rollups.ts'
import { addChat, addEngagement, addTicket, emptyAccount } from './team-rows.ts'

const DAY = '2026-03-02'
const tenMinutes = { from: `${DAY}T10:00`, to: `${DAY}T10:10` }
const later = { from: `${DAY}T10:10`, to: `${DAY}T10:30` }

describe('transfers', () => {
  it('are chats and conversations with more than one agent, of those with any', () => {
    const db = emptyAccount()
    addChat(db, 1, [{ agent: 21, ...tenMinutes }])
    addChat(db, 2, [
      { agent: 21, ...tenMinutes },
      { agent: 22, ...later },
    ])
    addChat(db, 3, [], { served: 0 })
    addTicket(db, 11, `${DAY}T10:00`)
    addEngagement(db, 'A', 11, { agent: 21, ...tenMinutes })
    addEngagement(db, 'B', 11, { agent: 22, ...later })
    addTicket(db, 12, `${DAY}T10:00`, { agent_count: 3, assignee_stations: 4 })

    expect(sums(db, 'transfer_rate')).toEqual([
      { day: DAY, source: 'chat', n: 2, numerator: 1 },
      { day: DAY, source: 'messaging', n: 1, numerator: 1 },
    ])
  })

  it('are not an agent coming back, an offer nobody accepted, or a colleague by e-mail', () => {
    const db = emptyAccount()
    addChat(db, 1, [
      { agent: 21, ...tenMinutes },
      { agent: 21, ...later },
      { agent: 22, ...later, accepted: 0, messages: 0 },
    ])
    addTicket(db, 11, `${DAY}T10:00`)
    addEngagement(db, 'A', 11, { agent: 21, ...tenMinutes })
    addEngagement(db, 'B', 11, { agent: 21, ...later })
    addEngagement(db, 'C', 11, { agent: 22, ...later }, { channel: 'email' })

    expect(sums(db, 'transfer_rate').map(({ n, numerator }) => [n, numerator])).toEqual([
      [1, 0],
      [1, 0],
    ])
  })
})

describe('handle time', () => {
  it('adds up all engagements of a conversation', () => {
    const db = emptyAccount()
    addChat(db, 1, [
      { agent: 21, ...tenMinutes },
      { agent: 22, ...later },
    ])
    addTicket(db, 11, `${DAY}T10:00`)
    addEngagement(db, 'A', 11, { agent: 21, ...later })

    expect(seconds(db, 'handle_time')).toEqual([1200, 1800])
  })

  it('is at least half a second, and none of a conversation that went on by e-mail', () => {
    const db = emptyAccount()
    addChat(db, 1, [{ agent: 21, from: `${DAY}T10:00`, to: `${DAY}T10:00` }])
    addTicket(db, 11, `${DAY}T10:00`, { continued_by_email: 1 })
    addEngagement(db, 'A', 11, { agent: 21, ...tenMinutes })
    addTicket(db, 12, `${DAY}T10:00`)

    expect(seconds(db, 'handle_time')).toEqual([0.5])
  })
})

describe('the average reply', () => {
  it('of a chat is its mean gap', () => {
    const db = emptyAccount()
    addChat(db, 1, [{ agent: 21, ...tenMinutes }], { reply_gaps: 4, reply_gap_seconds: 100 })
    addChat(db, 2, [{ agent: 21, ...tenMinutes }], { reply_gaps: 0, reply_gap_seconds: null })
    addChat(db, 3, [{ agent: 21, ...tenMinutes }], { reply_gaps: null, reply_gap_seconds: null })

    expect(seconds(db, 'average_reply')).toEqual([25])
  })

  it('of a messaging conversation is the wait in all its engagements over all their replies', () => {
    const db = emptyAccount()
    addTicket(db, 11, `${DAY}T10:00`)
    addEngagement(db, 'A', 11, { agent: 21, ...tenMinutes }, { agent_replies: 3, total_wait_seconds: 60 })
    addEngagement(db, 'B', 11, { agent: 22, ...later }, { agent_replies: 1, total_wait_seconds: 100 })

    expect(seconds(db, 'average_reply')).toEqual([40])
  })

  it('takes nothing from an engagement without replies: that is no instant reply', () => {
    const db = emptyAccount()
    addTicket(db, 11, `${DAY}T10:00`)
    addEngagement(db, 'A', 11, { agent: 21, ...tenMinutes }, { agent_replies: 0, total_wait_seconds: 0 })
    addTicket(db, 12, `${DAY}T10:00`)
    addEngagement(db, 'B', 12, { agent: 21, ...tenMinutes }, { agent_replies: null, total_wait_seconds: 5 })
    addTicket(db, 13, `${DAY}T10:00`)
    const onlyMean = { agent_replies: 2, total_wait_seconds: null, average_wait_seconds: 30 }
    addEngagement(db, 'C', 13, { agent: 21, ...tenMinutes }, onlyMean)

    expect(seconds(db, 'average_reply')).toEqual([30])
  })
})

describe('what costs and hours are divided by', () => {
  it('conversations of agents’ hours are served ones whose engagements are known', () => {
    const db = emptyAccount()
    addChat(db, 1, [{ agent: 21, ...tenMinutes }])
    addChat(db, 2, [{ agent: 21, ...tenMinutes }], { served: 0 })
    addTicket(db, 11, `${DAY}T10:00`, { served: null })
    addEngagement(db, 'A', 11, { agent: 21, ...tenMinutes })
    addTicket(db, 12, `${DAY}T10:00`)

    expect(sums(db, 'conversations_per_agent_hour').map(({ source, n }) => [source, n])).toEqual([
      ['chat', 1],
      ['messaging', 1],
    ])
    expect(sums(db, 'engagements.known').map(({ source, n, numerator }) => [source, n, numerator])).toEqual([
      ['chat', 1, 1],
      ['messaging', 1, 0],
    ])
  })

  it('resolutions for good leave out whoever came back within a week', () => {
    const db = emptyAccount()
    addChat(db, 1, [{ agent: 21, ...tenMinutes }], { requester_key: 'k' })
    addTicket(db, 11, '2026-03-05T10:00', { requester_key: 'k', resolved_by: null })
    addTicket(db, 12, '2026-03-05T10:00', { source: 'bot', resolved_by: 'bot', served: 0 })
    addTicket(db, 13, '2026-03-05T10:00', { resolved_by: 'agent' })

    expect(sums(db, 'cost_per_resolution')).toEqual([
      { day: DAY, source: 'chat', n: 1, numerator: 0 },
      { day: '2026-03-05', source: 'bot', n: 1, numerator: 1 },
      { day: '2026-03-05', source: 'messaging', n: 1, numerator: 1 },
    ])
  })
})

it.each(teamMeasures.map((measure) => [measure.key, measure] as const))(
  '%s says the same from the sums as from the rows',
  (key, measure: Measure) => {
    const db = emptyAccount()
    addChat(db, 1, [{ agent: 21, ...tenMinutes }], { reply_gaps: 4, reply_gap_seconds: 100 })
    addTicket(db, 11, `${DAY}T10:00`)
    addEngagement(db, 'A', 11, { agent: 21, ...tenMinutes })
    addEngagement(db, 'B', 11, { agent: 22, ...later })
    const summed = sums(db, key)

    const read = readMeasureDays(db, { measure, brandId: 1 })

    expect(
      read
        .map(({ day, source, n, numerator }) => ({ day, source, n, numerator }))
        .sort((one, other) => (one.source < other.source ? -1 : 1)),
    ).toEqual(summed)
  },
)

function sums(db: Database, metric: string) {
  summed(db)
  return readDailySums(db, 1, metric)
}

function seconds(db: Database, metric: string): number[] {
  summed(db)
  return [...(readDailySeconds(db, 1, metric).get(DAY) ?? [])]
}

function summed(db: Database): void {
  markAllRollupsDirty(db)
  while (refreshRollups(db, 500) > 0) {
    // until nothing is marked
  }
}

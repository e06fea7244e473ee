import { describe, expect, it } from 'vitest'
import { metricSetSchema, ticketRecordSchema } from '../../../jobs/streams/ticket-record.ts'
import { rowsOfTickets } from '../../../jobs/streams/ticket-rows.ts'

const createdAt = Date.parse('2026-03-09T01:00:00Z')
const MINUTE_MS = 60_000

describe('the reply Zendesk’s metric set tells of', () => {
  it.each([
    ['is known to the second', { replies: 1, reply_time_in_seconds: { calendar: 75 } }, 75_000, 1],
    [
      'is known to the minute where seconds are missing',
      { replies: 1, reply_time_in_minutes: { calendar: 2 } },
      120_000,
      1,
    ],
    [
      'is the one in seconds where both are given',
      { reply_time_in_seconds: { calendar: 75 }, reply_time_in_minutes: { calendar: 1 } },
      75_000,
      1,
    ],
    ['was none where no reply is counted', { replies: 0 }, null, 1],
    ['was none where its time is empty', { reply_time_in_seconds: { calendar: null } }, null, 1],
    ['is unknown where replies are counted without a time', { replies: 2 }, null, 0],
    ['is unknown where nothing is said of replies', {}, null, 0],
    ['is unknown without a metric set', null, null, 0],
  ])('%s', (_what, metrics, afterMs, known) => {
    const row = conversation(metrics)

    expect(row.source_first_human_reply_at).toBe(afterMs === null ? null : createdAt + afterMs)
    expect(row.source_reply_known).toBe(known)
  })
})

describe('what Zendesk measured of a ticket', () => {
  it('is kept as it says, and null where it does not', () => {
    expect(
      conversation({
        replies: 2,
        assignee_stations: 3,
        initially_assigned_at: '2026-03-09T01:02:00Z',
        assigned_at: '2026-03-09T05:00:00Z',
        agent_wait_time_in_minutes: { calendar: 17, business: 9 },
        on_hold_time_in_minutes: { calendar: 0 },
        status_updated_at: '2026-03-10T01:00:00Z',
      }),
    ).toMatchObject({
      agent_replies: 2,
      assignee_stations: 3,
      first_agent_at: createdAt + 2 * MINUTE_MS,
      pending_minutes: 17,
      on_hold_minutes: 0,
      status_updated_at: Date.parse('2026-03-10T01:00:00Z'),
      form_id: 5,
      resolution_tier_field: 'verified',
    })
    expect(conversation(null)).toMatchObject({
      assignee_stations: null,
      first_agent_at: null,
      pending_minutes: null,
    })
  })
})

describe('a reopening', () => {
  const solvedTwice = {
    reopens: 1,
    first_resolution_time_in_minutes: { calendar: 10 },
    solved_at: '2026-03-10T01:00:00Z',
  }

  it('happened before the ticket was solved for good', () => {
    expect(conversation(solvedTwice)).toMatchObject({
      ended_at: createdAt + 10 * MINUTE_MS,
      reopened_before: Date.parse('2026-03-10T01:00:00Z'),
    })
  })

  it('of a ticket still open happened before this copy of it was made', () => {
    expect(conversation(solvedTwice, 'open').reopened_before).toBe(Date.parse('2026-03-12T00:00:00Z'))
  })

  it('is not placed where the first end is unknown, nor where there was none', () => {
    const { reopens, solved_at } = solvedTwice

    expect(conversation({ reopens, solved_at }).reopened_before).toBe(null)
    expect(conversation({ ...solvedTwice, reopens: 0 }).reopened_before).toBe(null)
  })
})

function conversation(metrics: object | null, status = 'solved') {
  const ticket = ticketRecordSchema.parse({
    id: 7,
    status,
    created_at: '2026-03-09T01:00:00Z',
    generated_timestamp: Date.parse('2026-03-12T00:00:00Z') / 1000,
    via: { channel: 'native_messaging' },
    ticket_form_id: 5,
    custom_fields: [{ id: 71, value: 'verified' }],
  })
  const metricSets = metrics === null ? [] : [metricSetSchema.parse({ ticket_id: 7, ...metrics })]
  const { conversations } = rowsOfTickets([ticket], {
    scope: 'agent',
    hashKey: 'a key of tests',
    messagingChannels: ['native_messaging'],
    resolutionFieldId: null,
    resolutionTierFieldId: 71,
    users: new Map(),
    metricSets: new Map(metricSets.map((metricSet) => [metricSet.ticket_id, metricSet])),
  })
  return conversations[0]
}

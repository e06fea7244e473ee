import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { engagementSchema, plainEngagementOf } from '../../../jobs/streams/chat-engagements.ts'
import { chatRecordSchema } from '../../../jobs/streams/chat-record.ts'
import { plainChatOf } from '../../../jobs/streams/plain-chat.ts'
import { plainMetricSetOf, plainTicketOf, plainUserOf } from '../../../jobs/streams/plain-ticket.ts'
import { metricSetSchema, ticketRecordSchema, userSchema } from '../../../jobs/streams/ticket-record.ts'

const engagement = {
  id: '2505.1.abc.0',
  agent_id: '370121000021',
  agent_name: 'A',
  department_id: 360008117571,
  timestamp: '2025-05-20T00:55:05.142000Z',
  duration: 942.858,
  accepted: true,
  assigned: false,
  count: { agent: 6, visitor: 0, total: 6 },
}
const chat = {
  id: '2505.1.abc',
  type: 'chat',
  timestamp: '2025-05-20T00:54:11Z',
  end_timestamp: '2025-05-20T01:10:48Z',
  update_timestamp: '2025-05-20T01:10:48Z',
  duration: 939,
  visitor: { id: '1.a', name: 'V', email: 'v@example.com', phone: '' },
  webpath: [{ to: 'https://www.example.com/help' }],
  department_id: 360008117571,
  agent_ids: ['370121000021', 5],
  agent_names: ['A'],
  missed: false,
  dropped: false,
  triggered: true,
  deleted: false,
  rating: 'good',
  tags: ['b', 'a'],
  count: { visitor: 3, agent: 6, total: 9 },
  response_time: { first: 46, avg: 108.8 },
  history: [
    { type: 'chat.memberjoin', name: 'V', timestamp: '2025-05-20T00:54:11.000000Z', nick: 'visitor' },
    {
      type: 'chat.msg',
      name: 'A',
      timestamp: '2025-05-20T00:55:05.142000Z',
      nick: 'agent:370121000021',
      sender_type: 'Agent',
      agent_id: '370121000021',
      msg: 'hello',
    },
    { type: 'chat.rating', name: 'V', timestamp: '2025-05-20T01:10:47Z', rating: null, new_rating: 'good' },
  ],
  engagements: [engagement],
  zendesk_ticket_id: 22322375,
}
const metricSet = {
  id: 1542356039,
  ticket_id: 542356039,
  created_at: '2026-05-31T05:32:32Z',
  solved_at: '2026-05-31T05:41:09Z',
  reopens: 0,
  replies: 1,
  assignee_stations: 1,
  status_updated_at: '2026-06-01T01:41:09Z',
  initially_assigned_at: '2026-05-31T05:33:31Z',
  assigned_at: '2026-05-31T05:33:31Z',
  reply_time_in_seconds: { calendar: 59 },
  reply_time_in_minutes: { calendar: 1, business: 1 },
  first_resolution_time_in_minutes: { calendar: 9, business: 9 },
  agent_wait_time_in_minutes: { calendar: 3, business: 3 },
  on_hold_time_in_minutes: { calendar: 0, business: 0 },
}
const ticket = {
  id: 542356039,
  via: { channel: 'native_messaging', source: {} },
  created_at: '2026-05-31T05:32:32Z',
  updated_at: '2026-06-01T01:41:09Z',
  subject: 'words',
  status: 'closed',
  requester_id: 380900052636,
  group_id: 360008117571,
  tags: ['topic_easy'],
  custom_fields: [
    { id: 6130830400101, value: null },
    { id: 6130830400102, value: 'x' },
  ],
  ticket_form_id: 6130830344474,
  brand_id: 360002345859,
  generated_timestamp: 1780278069,
  metric_set: metricSet,
}
const user = {
  id: 380900052636,
  name: 'U',
  email: 'u@example.com',
  external_id: null,
  role: 'end-user',
  locale: 'ko',
}

/** Values of every kind JSON has, and texts that are nearly what is expected. */
const oddities: unknown[] = [
  undefined,
  null,
  true,
  false,
  0,
  1,
  -1,
  1.5,
  2 ** 60,
  '',
  'text',
  '12',
  '-1.5',
  '1234567890123456',
  '2025-02-28T23:59:59Z',
  '2025-02-31T10:00:00Z',
  '2025-13-01T10:00:00Z',
  '2025-05-20T00:54:11.5Z',
  '2025-05-20T00:54:11+00:00Z',
  '2025-05-20',
  [],
  ['a'],
  [1],
  [null],
  {},
  { calendar: '5' },
  { calendar: 'x' },
  { id: 3 },
  { channel: 4 },
]

describe.each<[string, unknown, z.ZodType, (record: unknown) => unknown]>([
  ['a chat', chat, chatRecordSchema, plainChatOf],
  ['an engagement of a chat', engagement, engagementSchema, plainEngagementOf],
  ['a ticket', ticket, ticketRecordSchema, plainTicketOf],
  ['a metric set', metricSet, metricSetSchema, plainMetricSetOf],
  ['a user', user, userSchema, plainUserOf],
])('%s', (_name, record, schema, plain) => {
  it('in its common form is read without the schema', () => {
    expect(plain(record)).toEqual(schema.parse(record))
  })

  it('is never read otherwise than by the schema, whatever stands in it', () => {
    const differing = variantsOf(record).filter((variant) => {
      const read = plain(variant)
      if (read === null) return false
      const parsed = schema.safeParse(variant)
      return !parsed.success || JSON.stringify(sorted(parsed.data)) !== JSON.stringify(sorted(read))
    })

    expect(differing).toEqual([])
  })
})

/** The record with each value at any depth left out or replaced by each oddity. */
function variantsOf(value: unknown): unknown[] {
  const replaced: unknown[] = [...oddities]
  if (Array.isArray(value)) {
    value.forEach((item, at) => replaced.push(...variantsOf(item).map((other) => value.with(at, other))))
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      replaced.push(...variantsOf(inner).map((other) => ({ ...value, [key]: other })))
    }
  }
  return replaced
}

/** What is missing is nothing, and the order of keys says nothing. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined)
  return entries.sort(([one], [other]) => (one < other ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)])
}

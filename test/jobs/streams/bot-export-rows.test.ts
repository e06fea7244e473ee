import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { conversationsOfFile } from '../../../jobs/streams/bot-export-rows.ts'
import { defaultZendeskReadings } from '../../../server/settings/zendesk-readings.ts'

const botDay = { bot_id: 'b1', day: '2026-09-29' }
const documented: unknown = JSON.parse(
  readFileSync(new URL('recorded/exported-conversation.json', import.meta.url), 'utf8'),
)
const least = { conversation_id: 'c1', conversation_start_time: '2026-09-29T10:00:00Z' }

function read(...records: unknown[]) {
  return conversationsOfFile(records, botDay, defaultZendeskReadings)
}
function readOne(rest: Record<string, unknown>) {
  return read({ ...least, ...rest }).conversations.at(0)
}

describe('a conversation of the export', () => {
  const expected = {
    id: 'export:b1:c1',
    bot_id: 'b1',
    started_at: Date.parse('2026-09-29T10:00:00Z'),
    ended_at: Date.parse('2026-09-29T10:06:12Z'),
    language: 'en',
    channel: 'messaging',
    status: 'bot_handled',
    resolution_tier: 'contained resolution',
    last_resolution: 'resolved',
    automated_resolution: 1,
    survey_stars: 5,
    bot_messages: 4,
    customer_messages: 3,
    not_understood_messages: 0,
    updated_at: Date.parse('2026-09-30T00:20:11Z'),
    file_day: '2026-09-29',
  }

  it('is read as documented', () => {
    expect(read(documented)).toEqual({ conversations: [expected], quarantined: [] })
  })

  it.each([
    ['lower case', (key: string) => key.toLowerCase()],
    [
      'camel case',
      (key: string) => key.toLowerCase().replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
    ],
    ['hyphens', (key: string) => key.toLowerCase().replaceAll('_', '-')],
    ['spaces', (key: string) => key.replaceAll('_', ' ')],
  ])('is the same with keys in %s', (_form, rename) => {
    const record = Object.fromEntries(
      Object.entries(Object(documented)).map(([key, value]) => [rename(key), value]),
    )

    expect(read(record).conversations).toEqual([expected])
  })

  it('needs no more than its id and its start', () => {
    expect(readOne({})).toEqual({
      ...expected,
      ended_at: null,
      language: null,
      channel: null,
      status: null,
      resolution_tier: null,
      last_resolution: null,
      automated_resolution: null,
      survey_stars: null,
      bot_messages: null,
      customer_messages: null,
      not_understood_messages: null,
      updated_at: Date.parse('2026-09-29T10:00:00Z'),
    })
  })

  it('keeps words nobody has met as they are', () => {
    expect(
      readOne({ conversation_status: 'Brand new', resolution_tier: 'Tier 9', channel: 'carrier pigeon' }),
    ).toMatchObject({
      status: 'Brand new',
      resolution_tier: 'Tier 9',
      channel: 'carrier pigeon',
    })
  })
})

describe('loose types', () => {
  const start = Date.parse('2026-09-29T10:00:00.500Z')

  it.each([
    ['an instant', '2026-09-29T10:00:00.500Z'],
    ['an instant without a zone, which is UTC', '2026-09-29T10:00:00.500'],
    ['a database time', '2026-09-29 10:00:00.500000 UTC'],
    ['a database time with an offset', '2026-09-29 19:00:00.500+09'],
    ['an offset', '2026-09-29T19:00:00.500+0900'],
    ['epoch milliseconds', start],
    ['epoch milliseconds as text', String(start)],
    ['epoch seconds with a fraction', start / 1000],
    ['epoch seconds in powers of ten', `${start / 1e12}e9`],
    ['epoch microseconds', start * 1000],
  ])('the start is %s', (_form, value) => {
    expect(readOne({ conversation_start_time: value })?.started_at).toBe(start)
  })

  it.each([
    [true, 1],
    ['True', 1],
    ['1', 1],
    [1, 1],
    ['yes', 1],
    [false, 0],
    ['FALSE', 0],
    [0, 0],
    ['no', 0],
    ['', null],
    [null, null],
  ])('an automated resolution of %j is %j', (value, flag) => {
    expect(readOne({ automated_resolution: value })?.automated_resolution).toBe(flag)
  })

  it.each([
    [4, 4],
    ['4', 4],
    [4.0, 4],
    ['4.0', 4],
    ['', null],
  ])('a count of %j is %j', (value, count) => {
    expect(readOne({ bot_messages_count: value })?.bot_messages).toBe(count)
  })
})

describe('left out or put aside', () => {
  it('conversations of tests', () => {
    expect(read({ ...least, TEST_MODE: 'true' })).toEqual({ conversations: [], quarantined: [] })
    expect(read({ ...least, test_mode: 1 }).conversations).toEqual([])
  })

  it('a row without an id or a start, and what is wrong with it', () => {
    const { conversations, quarantined } = read(
      { conversation_start_time: '2026-09-29T10:00:00Z' },
      { conversation_id: 'c2', conversation_start_time: 'yesterday' },
      'not a row',
    )

    expect(conversations).toEqual([])
    expect(quarantined.map(({ path, reason }) => [path, reason])).toEqual([
      ['conversation_id', 'invalid union'],
      ['conversation_start_time', 'is not an instant'],
      ['conversation_id', 'invalid union'],
      ['conversation_start_time', 'is not an instant'],
    ])
    expect(quarantined[1]).toMatchObject({ id: 'c2', sample: 'text of 9' })
  })

  it('a field that cannot be read, while the rest of the row is kept', () => {
    const { conversations, quarantined } = read({ ...least, automated_resolution: 'perhaps', channel: 'web' })

    expect(conversations).toMatchObject([{ channel: 'web', automated_resolution: null }])
    expect(quarantined).toEqual([
      { id: 'c1', path: 'automated_resolution', reason: 'is not yes or no', sample: 'text of 7' },
    ])
  })

  it.each([0, -1, 1e20, '0001-01-01T00:00:00Z', '2026-13-45T00:00:00Z', 'Sept 2026', {}, [], true])(
    'a row that started at %j',
    (value) => {
      const { conversations, quarantined } = read({ ...least, conversation_start_time: value })

      expect(conversations).toEqual([])
      expect(quarantined).toMatchObject([{ id: 'c1', path: 'conversation_start_time' }])
    },
  )

  it.each([-1, 1e30, 'many', {}])('a count of %j', (value) => {
    const { conversations, quarantined } = read({ ...least, bot_messages_count: value })

    expect(conversations).toMatchObject([{ bot_messages: null }])
    expect(quarantined).toMatchObject([{ path: 'bot_messages_count', reason: 'is not a count' }])
  })

  it('a sentence where a word is expected is not stored', () => {
    const { conversations, quarantined } = read({ ...least, last_resolution: 'my name is '.repeat(20) })

    expect(conversations).toMatchObject([{ last_resolution: null }])
    expect(quarantined).toHaveLength(1)
  })
})

describe('of two copies', () => {
  const early = {
    ...least,
    conversation_status: 'No status',
    zdp_meta_processed_timestamp: '2026-09-30T00:20:00Z',
  }
  const late = {
    ...least,
    conversation_status: 'AI agent handled',
    zdp_meta_processed_timestamp: '2026-10-01T00:20:00Z',
  }

  it('the one processed later is kept, in whatever order they come', () => {
    expect(read(early, late).conversations).toMatchObject([{ status: 'AI agent handled' }])
    expect(read(late, early).conversations).toMatchObject([{ status: 'AI agent handled' }])
  })

  it('without a time of processing the one that ended later is kept', () => {
    const open = { ...least, conversation_status: 'No status' }
    const ended = {
      ...least,
      conversation_status: 'AI agent handled',
      conversation_end_time: '2026-09-29T10:05:00Z',
    }

    expect(read(ended, open).conversations).toMatchObject([{ status: 'AI agent handled' }])
  })

  it('with the same times it is always the same one', () => {
    const other = { ...early, conversation_status: 'Escalation failed' }

    expect(read(early, other).conversations).toEqual(read(other, early).conversations)
  })
})

describe("stars of the bot's own survey", () => {
  it.each([
    ['an object', { conversation_data: { bsat: 4 } }, 4],
    ['an object as text', { conversations_data: '{"BSAT":"4"}' }, 4],
    ['a list of keys and values', { conversation_data: [{ key: 'Bot-CSAT', value: '4.0' }] }, 4],
    ['an object within', { conversation_data: { rating: { value: 4, label: 'good' } } }, 4],
    [
      'the first key of the settings that has any',
      { conversation_data: { rating: 2, bsat: '', csat: 4 } },
      4,
    ],
    ['none: six', { conversation_data: { bsat: 6 } }, null],
    ['none: half a star', { conversation_data: { bsat: 4.5 } }, null],
    ['none: a word', { conversation_data: { bsat: 'great' } }, null],
    ['none: another key', { conversation_data: { loyalty: 4 } }, null],
    ['none: text that is no JSON', { conversation_data: 'bsat=4' }, null],
  ])('%s', (_form, data, stars) => {
    expect(readOne(data)?.survey_stars).toBe(stars)
  })
})

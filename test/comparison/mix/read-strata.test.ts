import { beforeEach, describe, expect, it } from 'vitest'
import type { StratumDay } from '../../../server/comparison/mix/read-strata.ts'
import { readStrataFrom } from '../../../server/comparison/mix/read-strata.ts'
import type { Database } from '../../../server/store/database.ts'
import { insertAnswer, insertConversation } from '../../support/conversation-rows.ts'
import { migratedDatabase } from '../../support/migrated-database.ts'

let db: Database

beforeEach(() => {
  db = migratedDatabase()
  db.prepare(
    "insert into brand (id, name, is_default, active, deleted, created_at) values (1, 'One', 0, 1, 0, 0), (2, 'Two', 0, 1, 0, 0)",
  ).run()
  insertConversation(db, { id: 'chat:1', language: 'ko', topic: 'delivery', first_reply_seconds: 60 })
  insertConversation(db, { id: 'chat:2', language: 'ko', topic: 'delivery', first_reply_seconds: 30 })
  insertConversation(db, { id: 'chat:3', language: null, topic: 'other', first_reply_seconds: 90 })
  insertConversation(db, { id: 'chat:4', brand_id: 2, topic: 'refund', first_reply_seconds: 10 })
})

describe('a metric by kind of conversation', () => {
  it('is of one brand, by language, topic, time of day and part of the week', () => {
    const rows = byTopic(readStrataFrom(db)(1, 'first_reply', null, '2026-03-01', '2026-03-09'))

    expect(
      rows.map(({ day, stratum, seconds }) => ({ day, stratum, seconds: Array.from(seconds ?? []) })),
    ).toEqual([
      {
        day: '2026-03-02',
        stratum: { language: 'ko', topic: 'delivery', hourBlock: 'morning', isWeekend: false },
        seconds: [30, 60],
      },
      {
        day: '2026-03-02',
        stratum: { language: null, topic: 'other', hourBlock: 'morning', isWeekend: false },
        seconds: [90],
      },
    ])
  })

  it('is of the days that were asked for', () => {
    const read = readStrataFrom(db)

    expect(read(1, 'first_reply', null, '2026-03-03', '2026-03-09')).toEqual([])
    expect(read(1, 'first_reply', null, '2026-02-20', '2026-03-02')).toEqual([])
    expect(read(1, 'first_reply', null, '2026-03-02', '2026-03-03')).toHaveLength(2)
  })

  it('is of the metric that was asked for last', () => {
    const read = readStrataFrom(db)
    read(1, 'first_reply', null, '2026-03-01', '2026-03-09')

    const rates = byTopic(read(1, 'unserved_rate', null, '2026-03-01', '2026-03-09'))
    expect(rates.map(({ n, numerator, seconds }) => ({ n, numerator, seconds }))).toEqual([
      { n: 2, numerator: 0, seconds: null },
      { n: 1, numerator: 0, seconds: null },
    ])
    expect(read(1, 'first_reply', null, '2026-03-01', '2026-03-09')[0].seconds).toHaveLength(2)
  })

  it('holds the ratings of one family of questions only', () => {
    insertAnswer(db, { id: 'rating:1', conversation_id: 'chat:1' })
    insertAnswer(db, { id: 'rating:2', conversation_id: 'chat:3', source: 'survey', category: 'bad' })
    const read = readStrataFrom(db)

    const answers = (family: 'two_point' | 'survey') =>
      read(1, 'csat', family, '2026-03-01', '2026-03-09').map(({ stratum, n, numerator }) => [
        stratum.topic,
        n,
        numerator,
      ])
    expect(answers('two_point')).toEqual([['delivery', 1, 1]])
    expect(answers('survey')).toEqual([['other', 1, 0]])
  })

  it('knows who could rate under the name of who did', () => {
    insertAnswer(db, { id: 'rating:1', conversation_id: 'chat:1' })

    const rows = byTopic(readStrataFrom(db)(1, 'csat_response_rate', null, '2026-03-01', '2026-03-09'))
    expect(rows.map(({ stratum, n, numerator }) => [stratum.topic, n, numerator])).toEqual([
      ['delivery', 2, 1],
      ['other', 1, 0],
    ])
  })

  it('keeps to the filter of a question', () => {
    const rows = readStrataFrom(db, { topics: ['other'] })(1, 'first_reply', null, '2026-03-01', '2026-03-09')

    expect(rows.map(({ stratum }) => stratum.topic)).toEqual(['other'])
  })

  it('is empty of what is no property of single conversations', () => {
    expect(readStrataFrom(db)(1, 'concurrency', null, '2026-03-01', '2026-03-09')).toEqual([])
  })
})

/** The rows of a day come in any order. */
function byTopic(rows: readonly StratumDay[]): StratumDay[] {
  return rows.toSorted((one, other) => (one.stratum.topic < other.stratum.topic ? -1 : 1))
}

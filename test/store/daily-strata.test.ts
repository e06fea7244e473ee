import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import type { Holdings } from '../../server/comparison/mix/holdings.ts'
import { holdingsOfRows } from '../../server/comparison/mix/holdings-of-rows.ts'
import { readStrataFrom } from '../../server/comparison/mix/read-strata.ts'
import { storedHoldings } from '../../server/comparison/mix/stored-holdings.ts'
import type { MetricKey } from '../../server/contract.ts'
import type { Database } from '../../server/store/database.ts'
import { refreshRollups } from '../../server/store/rollups.ts'
import { insertAnswer, insertConversation } from '../support/conversation-rows.ts'
import { DAY_MS, at, emptyDatabase, insertTicket, refresh } from './measures/measured.ts'

const metrics: MetricKey[] = ['first_reply', 'resolution_time', 'unserved_rate', 'csat', 'csat_response_rate']
const days = ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05']
const one = fc.record({
  isChat: fc.boolean(),
  startedAt: fc.integer({ min: 0, max: 3 * 86_400 }).map((seconds) => at + seconds * 1000),
  language: fc.constantFrom('ko', 'en', null),
  topic: fc.constantFrom('other', 'delivery'),
  seconds: fc.constantFrom(30, 30, 60, 90, null),
  endedAt: fc.constantFrom(at + 4 * DAY_MS, null),
  served: fc.constantFrom(0, 1, 1),
  rating: fc.constantFrom('good', 'bad', null),
})

describe('what is summed by kind of conversation', () => {
  it('is what the rows themselves say', () => {
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 25 }), (rows) => {
        const db = emptyDatabase()
        rows.forEach((row, i) => insert(db, i, row))
        refresh(db)

        for (const metric of metrics) {
          const family = metric === 'csat' ? 'two_point' : null
          const fromRows = readStrataFrom(db)(1, metric, family, '2026-03-01', '2026-03-09')
          expect(plain(storedHoldings(db)(1, metric, family)), metric).toEqual(
            plain(holdingsOfRows(fromRows)),
          )
        }
      }),
      { numRuns: 25, seed: 20_261_116 },
    )
  })

  it('follows a conversation that changed its kind', () => {
    const db = emptyDatabase()
    insertConversation(db, { id: 'chat:1', topic: 'other' })
    refresh(db)
    db.prepare("update conversation set topic = 'delivery'").run()
    refresh(db)

    expect(plain(storedHoldings(db)(1, 'first_reply', null)).kinds).toEqual([
      [{ language: null, topic: 'delivery', hourBlock: 'morning', isWeekend: false }, 1, 0],
    ])
  })

  it('leaves out a kind whose meaning is gone, and never gives its number to another', () => {
    const db = emptyDatabase()
    insertConversation(db, { id: 'chat:1', topic: 'other' })
    refresh(db)
    db.prepare('delete from stratum').run()
    insertConversation(db, { id: 'chat:2', topic: 'delivery', started_at: at + DAY_MS })
    db.prepare("insert or ignore into rollup_dirty (brand_id, day) values (1, '2026-03-03')").run()
    refreshRollups(db, 10)

    const topics = plain(storedHoldings(db)(1, 'first_reply', null)).kinds.map(([{ topic }]) => topic)
    expect(topics).toEqual(['delivery'])
  })
})

type Row = typeof one extends fc.Arbitrary<infer Value> ? Value : never

function insert(db: Database, number: number, row: Row): void {
  const { isChat, startedAt, seconds, endedAt, ...given } = row
  const { rating, ...facts } = given
  const columns = {
    ...facts,
    started_at: startedAt,
    first_reply_seconds: seconds,
    handed_off_at: startedAt,
    ended_at: endedAt,
    open_minutes_to_reply: 5,
  }
  if (isChat) insertConversation(db, { id: `chat:${number}`, ...columns })
  else insertTicket(db, number, columns)
  if (rating === null) return
  insertAnswer(
    db,
    isChat
      ? { id: `chat:${number}`, source: 'chat_rating', conversation_id: `chat:${number}`, category: rating }
      : { id: `rating:${number}`, source: 'legacy_rating', ticket_id: number, category: rating },
  )
}

/** All days together, kinds in a fixed order. */
function plain(holdings: Holdings) {
  const { n, numerator, from, to, ...counts } = holdings.countsOver(days)
  const kinds = Array.from(counts.kinds.subarray(from, to), (kind, i) => {
    return [stratumOf(holdings, kind), n[from + i], numerator[from + i]] as const
  }).sort(([first], [second]) => (JSON.stringify(first) < JSON.stringify(second) ? -1 : 1))
  return { kinds, durations: durationsOf(holdings) }
}

function durationsOf(holdings: Holdings): string[] {
  const { seconds, kinds, starts, ends } = holdings.durationsOver(days)
  return starts
    .flatMap((start, stretch) =>
      Array.from(
        seconds.subarray(start, ends[stretch]),
        (one, i) => `${one} ${JSON.stringify(stratumOf(holdings, kinds[start + i]))}`,
      ),
    )
    .sort()
}

function stratumOf({ strata }: Holdings, kind: number) {
  const stratum = strata[kind]
  if (!stratum) throw new Error(`stratumOf: there is no kind ${kind}`)
  return stratum
}

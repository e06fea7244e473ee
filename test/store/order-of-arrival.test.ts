import BetterSqlite3 from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rederiveAll } from '../../server/store/conversations.ts'
import type { Database } from '../../server/store/database.ts'
import { refreshRollups } from '../../server/store/rollups.ts'
import { rederiveStale } from '../../server/store/rederive-all.ts'
import type { Arrival } from './arrivals.ts'
import {
  absence,
  arrivals,
  brandsRead,
  chatApi,
  cutRederivation,
  noChatApi,
  ticketWithoutChat,
} from './arrivals.ts'
import { migratedDatabase } from '../support/migrated-database.ts'

const empty = emptyDatabase()

describe('whatever the order in which facts arrive, and however often', () => {
  it('the same rows are stored in the end', () => {
    fc.assert(
      fc.property(
        arrivals.chain((list) =>
          fc.record({
            first: fc.constant([brandsRead, ...list]),
            second: fc.shuffledSubarray([brandsRead, ...list, ...list], {
              minLength: 2 * list.length + 1,
              maxLength: 2 * list.length + 1,
            }),
          }),
        ),
        ({ first, second }) => {
          expect(storedAfter(second)).toEqual(storedAfter(first))
        },
      ),
      { numRuns: 100 },
    )
  })

  it('the same rows are stored in the end, whenever the Chat API stopped to answer, wherever deriving anew was cut off', () => {
    fc.assert(
      fc.property(
        arrivals.chain((list) =>
          fc.record({
            first: fc.constant([brandsRead, ...list]),
            second: fc.shuffledSubarray([brandsRead, ...list], {
              minLength: list.length + 1,
              maxLength: list.length + 1,
            }),
            changes: fc.array(fc.tuple(fc.oneof(absence, cutRederivation), fc.nat(20)), { maxLength: 6 }),
            last: absence,
          }),
        ),
        ({ first, second, changes, last }) => {
          const other = [...second]
          for (const [change, place] of changes) other.splice(place, 0, change)
          const wanted = storedAfter([last, ...first])
          expect(storedAfter([...other, last])).toEqual(wanted)
          expect(storedAfter([...first, last])).toEqual(wanted)
        },
      ),
      { numRuns: 150 },
    )
  })

  it.each([
    [noChatApi, 1],
    [chatApi, 0],
  ])(
    'a ticket whose chat is never read counts or not by what the Chat API does last: %o',
    (last, counted) => {
      fc.assert(
        fc.property(
          cutRederivation,
          fc.shuffledSubarray([brandsRead, ticketWithoutChat, noChatApi, chatApi, noChatApi], {
            minLength: 5,
          }),
          fc.nat(5),
          (cut, order, place) => {
            const list = [...order.slice(0, place), cut, ...order.slice(place)]
            expect(storedAfter([...list, last])).toEqual(storedAfter([last, brandsRead, ticketWithoutChat]))
            expect(idsAfter([...list, last])).toHaveLength(counted)
          },
        ),
        { numRuns: 60 },
      )
    },
  )

  it('every stored row is what its facts and neighbours derive to', () => {
    fc.assert(
      fc.property(arrivals, (list) => {
        const db = filled([...list, brandsRead])
        expect(rederiveAll(db)).toBe(0)
        db.close()
      }),
      { numRuns: 100 },
    )
  })
})

function emptyDatabase(): Buffer {
  const db = migratedDatabase()
  return db.serialize()
}

function filled(list: readonly Arrival[]): Database {
  const db = new BetterSqlite3(empty)
  for (const { keep } of list) keep(db)
  return db
}

/** Ids of the conversations in the end. */
function idsAfter(list: readonly Arrival[]): unknown[] {
  const db = filled(list)
  for (const steps = rederiveStale(db); !steps.next().done;);
  const ids = db.prepare('select id from conversation').pluck().all()
  db.close()
  return ids
}

/** What is stored once whatever became out of date on the way is derived anew, as every sync begins with. */
function storedAfter(list: readonly Arrival[]): unknown {
  const db = filled(list)
  const steps = rederiveStale(db)
  while (!steps.next().done);
  while (refreshRollups(db, 5) > 0);
  const tables = [
    'account',
    'conversation',
    'chat_engagement',
    'chat_ticket',
    'ticket_detail',
    'deleted_ticket',
    'deleted_chat',
    'csat_answer',
    'brand',
    'detail_week',
    'rollup_day',
  ]
  const stored = tables.map((table) => db.prepare(`select * from ${table} order by 1, 2`).all())
  db.close()
  return stored
}

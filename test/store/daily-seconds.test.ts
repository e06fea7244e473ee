import fc from 'fast-check'
import { expect, it } from 'vitest'
import { writeDailySeconds } from '../../server/store/daily-seconds.ts'
import { readDailySeconds, readSourceSeconds } from '../support/daily-seconds.ts'
import { migratedDatabase } from '../support/migrated-database.ts'

const seconds = fc.array(fc.oneof(fc.double({ min: 0, noNaN: true }), fc.constant(Infinity)), {
  minLength: 1,
  maxLength: 20,
})

it('durations come back to the last bit, each day’s in order', () => {
  const days = ['2026-06-01', '2026-06-02', '2026-06-03']
  fc.assert(
    fc.property(fc.tuple(seconds, seconds, seconds), (lists) => {
      const db = migratedDatabase()
      const row = { brandId: 1, source: 'chat', metric: 'first_reply' }
      days.forEach((day, i) => writeDailySeconds(db, { ...row, day, seconds: Float64Array.from(lists[i]) }))

      const found = readDailySeconds(db, 1, 'first_reply')

      expect([...found.keys()]).toEqual(days)
      expect([...found.values()].map((own) => [...own])).toEqual(
        lists.map((list) => [...Float64Array.from(list).sort()]),
      )
      db.close()
    }),
    { numRuns: 25 },
  )
})

it('durations of several sources are one list of their day, and two for who asks for each', () => {
  const db = migratedDatabase()
  const row = { brandId: 1, metric: 'first_reply', day: '2026-06-01' }
  writeDailySeconds(db, { ...row, source: 'messaging', seconds: Float64Array.of(50, 10) })
  writeDailySeconds(db, { ...row, source: 'chat', seconds: Float64Array.of(30, 20, Infinity) })

  expect([...(readDailySeconds(db, 1, 'first_reply').get('2026-06-01') ?? [])]).toEqual([
    10,
    20,
    30,
    50,
    Infinity,
  ])
  expect(readSourceSeconds(db, 1, 'first_reply').map((one) => [one.source, ...one.seconds])).toEqual([
    ['chat', 20, 30, Infinity],
    ['messaging', 10, 50],
  ])
  expect(readDailySeconds(db, 2, 'first_reply').size).toBe(0)
})

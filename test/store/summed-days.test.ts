import { expect, it } from 'vitest'
import { readSummed } from '../../server/store/summed-days.ts'
import { migratedDatabase } from '../support/migrated-database.ts'

it('a day’s sums are told by source, channels together, oldest first', () => {
  const db = migratedDatabase()
  const insert = db.prepare(
    `insert into rollup_day (brand_id, day, source, channel, metric, n, numerator, total)
     values (?, ?, ?, ?, ?, ?, ?, 0)`,
  )
  insert.run(1, '2026-06-02', 'chat', 'web', 'unserved_rate', 10, 1)
  insert.run(1, '2026-06-01', 'messaging', 'web', 'unserved_rate', 20, 2)
  insert.run(1, '2026-06-01', 'messaging', 'whatsapp', 'unserved_rate', 30, 3)
  insert.run(1, '2026-06-01', 'chat', 'web', 'unserved_rate', 40, 4)
  insert.run(1, '2026-06-01', 'chat', 'web', 'demand', 500, 0)
  insert.run(2, '2026-06-01', 'chat', 'web', 'unserved_rate', 600, 6)

  expect(readSummed(db, 1, 'unserved_rate')).toEqual([
    { day: '2026-06-01', source: 'chat', n: 40, numerator: 4 },
    { day: '2026-06-01', source: 'messaging', n: 50, numerator: 5 },
    { day: '2026-06-02', source: 'chat', n: 10, numerator: 1 },
  ])
  expect(readSummed(db, 3, 'unserved_rate')).toEqual([])
})

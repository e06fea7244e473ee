import { expect, it } from 'vitest'
import { readDailyFacts, sumOver, valueOver } from '../../server/comparison/daily-facts.ts'
import { markAllRollupsDirty, refreshRollups } from '../../server/store/rollups.ts'
import { addChat, emptyAccount } from '../store/team/team-rows.ts'

const days = ['2026-03-02', '2026-03-03']

it('a week’s concurrency is all work over all agents’ time, not a mean of days', () => {
  const db = emptyAccount()
  addChat(db, 1, [{ agent: 21, from: `${days[0]}T10:00`, to: `${days[0]}T11:00` }])
  addChat(db, 2, [{ agent: 21, from: `${days[0]}T10:00`, to: `${days[0]}T11:00` }])
  addChat(db, 3, [{ agent: 21, from: `${days[1]}T10:00`, to: `${days[1]}T13:00` }])
  markAllRollupsDirty(db)
  refreshRollups(db, 500)

  const facts = readDailyFacts(db, 1, 'concurrency', 'load')

  // Five hours of engagements in four hours of an agent.
  expect(valueOver(facts, days)).toBe(1.25)
  expect(sumOver(facts, days)).toEqual({ n: 3, numerator: 18_000, denominator: 14_400 })
  expect(valueOver(facts, ['2026-03-04'])).toBeNull()
})

it('costs that were not entered are no value, and not 0', () => {
  const db = emptyAccount()
  addChat(db, 1, [{ agent: 21, from: `${days[0]}T10:00`, to: `${days[0]}T11:00` }])
  markAllRollupsDirty(db)
  refreshRollups(db, 500)

  expect(valueOver(readDailyFacts(db, 1, 'cost_per_resolution', 'money'), days)).toBeNull()
})

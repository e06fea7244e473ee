import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerCell } from '../../server/comparison/answer-cell.ts'
import { computeGrid } from '../../server/comparison/compare-grid.ts'
import { updateCutovers } from '../../server/comparison/update-cutovers.ts'
import type { Comparison } from '../../server/contract.ts'
import type { Day } from '../../server/periods/day.ts'
import { addDays } from '../../server/periods/day.ts'
import type { Database } from '../../server/store/database.ts'
import { openDatabase, statement } from '../../server/store/database.ts'
import type { MeasureFilter } from '../../server/store/measures/index.ts'
import { migrate } from '../../server/store/migrate.ts'
import { writeAccountSettings } from '../../server/store/settings.ts'
import { insertConversation } from '../support/conversation-rows.ts'
import { createDice } from '../support/dice.ts'
import { refresh } from '../store/measures/measured.ts'
import { historyStart, now, settingsOf, writeCheckpoints } from './synthetic-account.ts'

const movedOn: Day = '2026-08-17'
const metrics = [
  'first_reply',
  'unserved_rate',
  'recontact_rate',
  'demand',
  'human_workload',
  'csat',
] as const
const everything: MeasureFilter = { bot: ['yes', 'no', 'unknown'] }
const hour = 3_600_000

describe('a cell asked with a filter that everything passes', () => {
  it('is the report’s cell, but for what the other figures of the report cost its verdict', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.constantFrom(1, 0.5), (seed, ratio) => {
        const db = accountOfRows(seed, ratio)
        const grid = computeGrid(db, now)

        for (const metric of metrics) {
          const stored = grid.cells.find(({ cell }) => cell.brand.id === 1 && cell.metric === metric)
          const found = answerCell(db, { brandId: 1, metric, filter: everything, now })
          expect(estimateOf(found?.comparison), metric).toEqual(estimateOf(stored?.cell))
          expect(found?.detail, metric).toEqual(stored?.detail)
          expect(found?.weeks, metric).toEqual(stored?.series)
        }
      }),
      { numRuns: 3, seed: 20_261_116 },
    )
  })

  it('stands against the same brands: the filter holds for them too', () => {
    const db = accountOfRows(1, 0.5)

    const found = answerCell(db, { brandId: 1, metric: 'first_reply', filter: everything, now })
    const none = answerCell(db, { brandId: 1, metric: 'first_reply', filter: { languages: ['ja'] }, now })

    expect(found?.detail?.controls).toEqual([{ id: 2, name: 'Brand 2' }])
    expect(none?.comparison).toMatchObject({ state: 'not_enough_data', effect: null })
  })
})

/** What a verdict is made of: whether it is called depends on the figures that are looked at beside it. */
function estimateOf(cell: Comparison | undefined): unknown {
  return (
    cell && {
      ...cell,
      state: cell.effect === null ? cell.state : 'estimated',
      direction: null,
      reasons: cell.reasons.map(({ code }) => code).filter((code) => !ofVerdict.includes(code)),
      sentence: null,
    }
  )
}

const ofVerdict = ['cannot_tell', 'multiple_checks', 'slight', 'no_meaningful_change', 'sensitive_to_washout']

/** Two brands with half a year of conversations as rows; the first moved halfway. */
function accountOfRows(seed: number, ratio: number): Database {
  const db = openDatabase(':memory:')
  migrate(db)
  writeAccountSettings(db, settingsOf([1, 2].map((id) => ({ id, name: `Brand ${id}`, movedOn: null }))), now)
  for (const stream of [
    'chats',
    'tickets-agent',
    'tickets-ai-agent',
    'satisfaction-ratings',
    'survey-responses',
  ])
    writeCheckpoints(db, stream, { coveredFrom: historyStart, isDone: true })
  for (const id of [1, 2])
    statement(
      db,
      `insert into brand (id, name, is_default, active, deleted, created_at) values (:id, :name, 0, 1, 0, 0)`,
    ).run({ id, name: `Brand ${id}` })
  const dice = createDice(seed)
  let number = 0
  for (let day: Day = '2026-05-18'; day < '2026-11-16'; day = addDays(day, 1))
    for (const brandId of [1, 2]) {
      const count = 4 + Math.floor(dice.uniform() * 5)
      for (let i = 0; i < count; i++) addRow(db, ++number, { brandId, day, ratio, uniform: dice.uniform })
    }
  refresh(db)
  updateCutovers(db)
  return db
}

function addRow(
  db: Database,
  number: number,
  { brandId, day, ratio, uniform }: { brandId: number; day: Day; ratio: number; uniform: () => number },
): void {
  const isAfter = brandId === 1 && day >= movedOn
  const startedAt = Date.parse(`${day}T09:00:00+09:00`) + Math.floor(uniform() * 9 * hour)
  const isServed = uniform() < 0.9
  const seconds = Math.round(20 + 200 * uniform() * (isAfter ? ratio : 1))
  insertConversation(db, {
    ...(isAfter
      ? {
          id: `ticket:${number}`,
          ticket_id: number,
          source: 'messaging',
          channel: 'native_messaging',
          scope: 'agent',
        }
      : { id: `chat:${number}` }),
    brand_id: brandId,
    day,
    started_at: startedAt,
    language: uniform() < 0.7 ? 'ko' : 'en',
    topic: uniform() < 0.5 ? 'delivery' : 'other',
    requester_key: `r${Math.floor(uniform() * 60)}`,
    bot_involved: 0,
    served: isServed ? 1 : 0,
    first_reply_seconds: isServed ? seconds : null,
    handed_off_at: startedAt,
    ended_at: startedAt + hour,
  })
}

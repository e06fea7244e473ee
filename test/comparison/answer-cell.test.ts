import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerCell } from '../../server/comparison/answer-cell.ts'
import { computeGrid } from '../../server/comparison/compare-grid.ts'
import type { Comparison } from '../../server/contract.ts'
import type { MeasureFilter } from '../../server/store/measures/index.ts'
import { accountOfRows } from './account-of-rows.ts'
import { now } from './synthetic-account.ts'

const metrics = [
  'first_reply',
  'unserved_rate',
  'recontact_rate',
  'demand',
  'human_workload',
  'csat',
] as const
const everything: MeasureFilter = { bot: ['yes', 'no', 'unknown'] }

describe('a cell asked with a filter that everything passes', () => {
  it('is the report’s cell, but for what the other figures of the report cost its verdict', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.constantFrom(1, 0.5), (seed, ratio) => {
        const db = accountOfRows(seed, ratio)
        const grid = computeGrid(db, now)

        for (const metric of metrics) {
          const stored = grid.cells.find(({ cell }) => cell.brand.id === 1 && cell.metric === metric)
          const found = answerCell(db, { brandId: 1, metric, filter: everything, now })
          expect(rounded(estimateOf(found?.comparison)), metric).toEqual(rounded(estimateOf(stored?.cell)))
          expect(rounded(found?.detail), metric).toEqual(rounded(stored?.detail))
          expect(rounded(found?.weeks), metric).toEqual(rounded(stored?.series))
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

/** To 12 digits: conversations read one by one are added up in another order than days that were summed before. */
function rounded(value: unknown): unknown {
  const text = JSON.stringify(value, (_, one: unknown) =>
    typeof one === 'number' ? one.toPrecision(12) : one,
  )
  return text === undefined ? undefined : JSON.parse(text)
}

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

const ofVerdict = [
  'cannot_tell',
  'multiple_checks',
  'slight',
  'no_meaningful_change',
  'sensitive_to_washout',
  'mix_shift',
  'windows_disagree',
]

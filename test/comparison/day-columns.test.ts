import { expect, it } from 'vitest'
import { secondsOfColumns, sumsOfColumns } from '../../server/comparison/day-columns.ts'
import { sumOver, valueOver } from '../../server/comparison/daily-facts.ts'
import { dayNumberOf } from '../../server/periods/day.ts'

const days = Int32Array.from(['2026-06-01', '2026-06-01', '2026-06-03'], dayNumberOf)
const columns = {
  days,
  sources: ['chat', 'messaging'],
  sourceOf: Uint8Array.of(0, 1, 1),
  n: Float64Array.of(10, 5, 7),
  numerator: Float64Array.of(4, 1, 0),
}

it('sums of columns are those of each day, sources together', () => {
  const sums = sumsOfColumns(columns)
  expect([...sums]).toEqual([
    ['2026-06-01', { n: 15, numerator: 5 }],
    ['2026-06-03', { n: 7, numerator: 0 }],
  ])
  expect(sums.get('2026-06-02')).toBeUndefined()
  expect(sums.has('2026-06-03')).toBe(true)
  expect(sumOver({ kind: 'rate', sums }, ['2026-05-31', '2026-06-01', '2026-06-02', '2026-06-03'])).toEqual({
    n: 22,
    numerator: 5,
    denominator: 22,
  })
})

it('sources that are not wanted leave no day behind', () => {
  const sums = sumsOfColumns(columns, (source) => source === 'chat')
  expect([...sums]).toEqual([['2026-06-01', { n: 10, numerator: 4 }]])
})

it('no columns are no days', () => {
  const none = { ...columns, days: new Int32Array(0), sourceOf: new Uint8Array(0) }
  expect(sumsOfColumns(none).size).toBe(0)
  expect(sumOver({ kind: 'rate', sums: sumsOfColumns(none) }, ['2026-06-01']).n).toBe(0)
})

it('durations of columns are those of each day', () => {
  const seconds = secondsOfColumns({
    days: Int32Array.of(days[0], days[2]),
    values: Float64Array.of(10, 30, 20),
    starts: Int32Array.of(0, 2, 3),
  })
  expect([...seconds].map(([day, own]) => [day, ...own])).toEqual([
    ['2026-06-01', 10, 30],
    ['2026-06-03', 20],
  ])
  expect(valueOver({ kind: 'duration', seconds }, ['2026-06-01', '2026-06-02', '2026-06-03'])).toBe(20)
  expect(valueOver({ kind: 'duration', seconds }, ['2026-06-02'])).toBeNull()
})

import { describe, expect, it } from 'vitest'
import { weekTicks } from '../../server/charts/aligned-chart.ts'
import { apart } from '../../server/charts/end-labels.ts'
import { forestEnds } from '../../server/charts/forest-chart.ts'
import type { Effect } from '../../server/contract.ts'

describe('the ends of the axis of effects', () => {
  const margin = 0.1
  const rowsOf = (...effects: Effect[]) =>
    effects.map((effect) => ({ name: '', effect, colour: '', mark: 'circle' as const }))

  it('hold every range, and twice the margin on either side', () => {
    const rows = rowsOf({ value: 0.6, low: 0.5, high: 0.7, unit: 'ratio' })

    const { min, max } = forestEnds({ rows, pooled: null, margin })

    expect(min).toBeLessThan(-50)
    expect(min).toBeGreaterThan(-60)
    expect(max).toBeGreaterThan(20)
    expect(max).toBeLessThan(30)
  })

  it('cut a range beside which nothing else could be read', () => {
    const rows = rowsOf(
      { value: 0.9, low: 0.8, high: 1, unit: 'ratio' },
      { value: 1.1, low: 0.5, high: 9, unit: 'ratio' },
    )

    expect(forestEnds({ rows, pooled: null, margin }).max).toBeLessThan(80)
  })
})

describe('names at the ends of lines', () => {
  const area = { top: 0, bottom: 100 }

  it('are pushed apart where they would touch', () => {
    const places = [
      { x: 10, y: 50, width: 40 },
      { x: 12, y: 52, width: 40 },
    ]

    expect(apart(places, area).map(({ y }) => y)).toEqual([50, 64])
  })

  it('stay where they are beside each other', () => {
    const places = [
      { x: 10, y: 50, width: 40 },
      { x: 60, y: 52, width: 40 },
    ]

    expect(apart(places, area).map(({ y }) => y)).toEqual([50, 52])
  })

  it('stay within the chart', () => {
    const places = [1, 2, 3].map((n) => ({ x: 10, y: 95 + n, width: 40 }))

    expect(Math.max(...apart(places, area).map(({ y }) => y))).toBeLessThanOrEqual(93)
  })
})

it('weeks are marked from the move on, fewer on a narrow chart', () => {
  expect(weekTicks(-13, 26, 1200)).toEqual([-12, -8, -4, 0, 4, 8, 12, 16, 20, 24])
  expect(weekTicks(-13, 26, 330)).toEqual([-8, 0, 8, 16, 24])
})

import { describe, expect, it } from 'vitest'
import { commonWeeks } from '../../server/charts/common-weeks.ts'
import { rateLines } from '../../server/charts/rate-lines.ts'
import type { RateLinesInput } from '../../server/charts/rate-lines-input.ts'
import type { SeriesWeek } from '../../server/contract.ts'
import { addDays } from '../../server/periods/day.ts'

describe('weeks of several lines', () => {
  it('share one axis without gaps', () => {
    const { axis, along } = commonWeeks([[week('2026-01-05', 0.5)], [week('2026-01-19', 0.7)]])

    expect(axis.map(({ from }) => from)).toEqual(['2026-01-05', '2026-01-12', '2026-01-19'])
    expect(along.map((weeks) => weeks.map((one) => one?.value ?? null))).toEqual([
      [0.5, null, null],
      [null, null, 0.7],
    ])
  })

  it('are none without a week', () => {
    expect(commonWeeks([[], []])).toEqual({ axis: [], along: [[], []] })
  })
})

describe('a chart of several shares', () => {
  it('tells its lines apart by dashes and shapes, and leaves gaps where there is no value', () => {
    const [one, other] = rateLines(input()).data.datasets

    expect([one.data, other.data]).toEqual([
      [0.5, null, 0.6],
      [null, null, 0.7],
    ])
    expect([one.pointStyle, other.pointStyle]).toEqual(['circle', 'rect'])
    expect([one.borderDash, other.borderDash]).toEqual([[], [7, 4]])
    expect(one.spanGaps).toBe(false)
  })

  it('marks the move by its word and other days by a number', () => {
    const annotations = rateLines(input()).options?.plugins?.annotation?.annotations

    expect(annotations).toMatchObject({
      cutover: { xMin: 0.5, label: { content: 'moved 2026-01-12' } },
      mark1: { xMin: 1.5, label: { content: '1' } },
    })
  })
})

function week(from: string, value: number | null): SeriesWeek {
  return { from, to: addDays(from, 7), value, n: 50, complete: true }
}

function input(): RateLinesInput {
  const series = [
    [week('2026-01-05', 0.5), week('2026-01-12', null), week('2026-01-19', 0.6)],
    [week('2026-01-19', 0.7)],
  ]
  const { axis, along } = commonWeeks(series)
  const looks = [
    { name: 'a', colour: 'red', dash: [], point: 'circle' },
    { name: 'b', colour: 'blue', dash: [7, 4], point: 'rect' },
  ] as const
  return {
    axis,
    lines: looks.map((look, index) => ({ ...look, weeks: along[index] })),
    marks: [
      { kind: 'cutover', day: '2026-01-12', name: { en: 'Move', ko: '전환' } },
      { kind: 'definition_break', day: '2026-01-19', name: { en: 'Break', ko: '변경' } },
    ],
    text: {
      month: (day) => day,
      week: ({ from }) => from,
      value: String,
      point: ({ name }) => name,
      moved: (day) => `moved ${day}`,
    },
    colours: {
      ...{
        surface: 'w',
        text: 't',
        grid: 'g',
        before: 'b',
        after: 'a',
        beforeWindow: 'bw',
        afterWindow: 'aw',
      },
      ...{ ramp: 'r', cutover: 'c', expected: 'e', expectedBand: 'eb', tooltip: 'tt', tooltipText: 'tx' },
    },
    fontFamily: 'sans-serif',
  }
}

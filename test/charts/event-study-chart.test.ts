import { describe, expect, it } from 'vitest'
import { eventStudyChart } from '../../server/charts/event-study-chart.ts'
import type { EventStudyInput } from '../../server/charts/event-study-input.ts'

describe('eventStudyChart', () => {
  it('names the weeks by their distance to the move', () => {
    expect(eventStudyChart(input()).data.labels).toEqual(['w-2', 'w-1', 'w2'])
  })

  it('draws the distance, the range of each week and the one for all weeks together', () => {
    const [line, high, low, jointHigh, jointLow] = eventStudyChart(input()).data.datasets

    expect(line.data).toEqual([1.02, 0.98, 0.6])
    expect(line.pointBackgroundColor).toEqual(['grey', 'grey', 'blue'])
    expect(high).toMatchObject({ data: [1.12, 1.08, 0.7], fill: '+1' })
    expect(low.data).toEqual([0.92, 0.88, 0.5])
    expect([jointHigh.data, jointLow.data]).toEqual([
      [1.22, 1.18, 0.8],
      [0.82, 0.78, 0.4],
    ])
    expect(jointHigh.borderDash).toEqual([4, 4])
  })

  it('marks no distance and the move between its weeks', () => {
    expect(linesOf(input())).toMatchObject({
      zero: { yMin: 1, yMax: 1 },
      move: { xMin: 1.5, xMax: 1.5, label: { content: 'Move' } },
    })
  })

  it('puts no distance of points at zero', () => {
    const { study, ...rest } = input()

    expect(linesOf({ ...rest, study: { ...study, unit: 'points' } })).toMatchObject({ zero: { yMin: 0 } })
  })
})

function linesOf(of: EventStudyInput): unknown {
  return eventStudyChart(of).options?.plugins?.annotation?.annotations
}

function input(): EventStudyInput {
  const week = (number: number, value: number) => ({
    week: number,
    from: '2026-01-05',
    value,
    low: value - 0.1,
    high: value + 0.1,
    jointLow: value - 0.2,
    jointHigh: value + 0.2,
  })
  const exact = [week(-2, 1.02), week(-1, 0.98), week(2, 0.6)].map((one) => {
    const { low, high, jointLow, jointHigh } = one
    const round = (value: number) => Number(value.toFixed(2))
    return {
      ...one,
      low: round(low),
      high: round(high),
      jointLow: round(jointLow),
      jointHigh: round(jointHigh),
    }
  })
  return {
    study: { unit: 'ratio', weeks: exact },
    text: {
      week: (number) => `w${number}`,
      effect: (value) => String(value),
      title: ({ from }) => from,
      point: ({ value }) => [String(value)],
      moved: 'Move',
    },
    colours: {
      surface: 'white',
      text: 'black',
      grid: 'silver',
      before: 'grey',
      after: 'blue',
      beforeWindow: 'whitesmoke',
      afterWindow: 'aliceblue',
      ramp: 'silver',
      cutover: 'black',
      expected: 'brown',
      expectedBand: 'tan',
      tooltip: 'black',
      tooltipText: 'white',
    },
    fontFamily: 'sans-serif',
  }
}

import { describe, expect, it } from 'vitest'
import { expectedReach } from '../../server/charts/expected-band.ts'
import { expectedByWeek } from '../../server/charts/expected-weeks.ts'
import { markLines, numberedMarks } from '../../server/charts/numbered-marks.ts'
import { clampedPosition, isBeforeMove, positionOf } from '../../server/charts/week-positions.ts'
import { monthStep, valueRange } from '../../server/charts/weekly-axes.ts'
import { weeklyAnnotations } from '../../server/charts/weekly-annotations.ts'
import { weeklyLine } from '../../server/charts/weekly-line.ts'
import type { WeeklyLineInput } from '../../server/charts/weekly-line-input.ts'
import type { CourseWeek } from '../../server/contract-detail.ts'
import type { Comparison, SeriesMark, SeriesWeek } from '../../server/contract.ts'

const weeks: SeriesWeek[] = [
  { from: '2026-01-05', to: '2026-01-12', value: 130, n: 700, complete: true },
  { from: '2026-01-12', to: '2026-01-19', value: null, n: 4, complete: true },
  { from: '2026-01-19', to: '2026-01-26', value: 78, n: 690, complete: true },
  { from: '2026-01-26', to: '2026-02-02', value: 80, n: 200, complete: false },
]

describe('positions', () => {
  it('put the middle of a week at its index', () => {
    expect(positionOf('2026-01-05', weeks)).toBe(-0.5)
    expect(positionOf('2026-01-19', weeks)).toBe(1.5)
  })

  it('stay within the weeks there are', () => {
    expect(clampedPosition('2025-06-01', weeks)).toBe(-0.5)
    expect(clampedPosition('2027-06-01', weeks)).toBe(3.5)
  })

  it('count the week of the move as after it', () => {
    expect([0, 1, 2].map((index) => isBeforeMove(weeks, '2026-01-15', index))).toEqual([true, false, false])
    expect(isBeforeMove(weeks, null, 3)).toBe(true)
  })
})

describe('weeklyLine', () => {
  it('keeps a week without a value as a gap', () => {
    expect(weeklyLine(input()).data.datasets[0].data).toEqual([130, null, 78, 80])
  })

  it('leaves out the count of a week that has not ended, but not its rate or duration', () => {
    expect(weeklyLine({ ...input(), kind: 'count' }).data.datasets[0].data).toEqual([130, null, 78, null])
    expect(weeklyLine({ ...input(), kind: 'rate' }).data.datasets[0].data).toEqual([130, null, 78, 80])
  })

  it('draws weeks that are still coming in hollow', () => {
    const [line] = weeklyLine(input()).data.datasets

    expect(line.pointBackgroundColor).toEqual(['grey', 'blue', 'blue', 'white'])
    expect(line.spanGaps).toBe(false)
  })

  it('shows a week alone between gaps as a point', () => {
    const [line] = weeklyLine(input()).data.datasets

    expect(line.pointRadius).toEqual([3, 0, 0, 3])
  })
})

describe('what was expected without the move', () => {
  const withCourse = (...course: CourseWeek[]): WeeklyLineInput => {
    const plain = input({ expected: { value: 128, low: 120, high: 136 } })
    return { ...plain, series: { ...plain.series, course } }
  }
  const wednesdays: CourseWeek[] = [
    stretch('2026-01-07', '2026-01-14', 120),
    stretch('2026-01-21', '2026-01-28', 125),
  ]

  it('belongs to the week whose Thursday its days hold', () => {
    expect(expectedByWeek(weeks, wednesdays).map((one) => one?.expected ?? null)).toEqual([
      120,
      null,
      125,
      null,
    ])
    expect(
      expectedByWeek(weeks, [stretch('2026-01-05', '2026-01-19', 99)]).map((one) => one?.expected),
    ).toEqual([99, 99, undefined, undefined])
    expect(expectedByWeek(weeks, null)).toEqual([null, null, null, null])
  })

  it('is a dashed line in the middle of its own days, with a band below and above', () => {
    const [, expected, high, low] = weeklyLine(withCourse(...wednesdays)).data.datasets

    expect(expected).toMatchObject({ parsing: false, borderDash: [6, 4], borderColor: 'brown' })
    expect(expected.data).toEqual([
      { x: 2 / 7, y: 120 },
      { x: 1, y: Number.NaN },
      { x: 2 + 2 / 7, y: 125 },
      { x: 3, y: Number.NaN },
    ])
    expect(high).toMatchObject({ fill: '+1', backgroundColor: 'tan' })
    expect([high.data[0], low.data[0]]).toEqual([
      { x: 2 / 7, y: 150 },
      { x: 2 / 7, y: 90 },
    ])
  })

  it('takes the place of the single expected value', () => {
    expect(weeklyAnnotations(withCourse(...wednesdays))).not.toHaveProperty('expected')
  })

  it('has room on the axis, but one wild week does not flatten the lines', () => {
    const wild = { ...stretch('2026-01-05', '2026-01-12', 120), high: 5000 }

    expect(expectedReach(withCourse(wild))).toEqual([90, 120, 169])
  })

  it('adds nothing where nothing was expected', () => {
    expect(weeklyLine(input()).data.datasets).toHaveLength(1)
    expect(expectedReach(input())).toEqual([])
  })
})

describe('other marks', () => {
  const marks: SeriesMark[] = [
    mark('definition_break', '2026-01-20'),
    mark('cutover', '2026-01-12'),
    mark('bot_start', '2026-01-14'),
    mark('messaging_activated', '2025-06-01'),
    mark('definition_break', '2026-02-02'),
  ]

  it('are numbered in the order of their days, those outside the weeks shown left out', () => {
    expect(numberedMarks(marks, weeks).map(({ number, mark: { day } }) => [number, day])).toEqual([
      [1, '2026-01-14'],
      [2, '2026-01-20'],
    ])
    expect(numberedMarks(marks, [])).toEqual([])
  })

  it('stand at the foot of the chart, away from the words of the move', () => {
    const plain = input()
    const lines = weeklyAnnotations({ ...plain, series: { ...plain.series, marks } })

    expect(lines.mark1).toMatchObject({ label: { content: '1', position: 'start' } })
    expect(lines.cutover).toMatchObject({ label: { content: 'Moved 2026-01-12', position: 'end' } })
  })

  it('go one row up where their numbers would touch', () => {
    const plain = input()
    const near = [mark('bot_start', '2026-01-14'), mark('definition_break', '2026-01-15')]
    const lines = markLines({ ...plain, series: { ...plain.series, marks: near } })

    expect(lines.mark1.label?.yAdjust).toBeCloseTo(0)
    expect(lines.mark2.label?.yAdjust).toBe(-20)
  })

  it('share a number where so many days are near that their flags would cover the line', () => {
    const plain = input()
    const many = Array.from({ length: 7 }, () => mark('event', '2026-01-14'))
    const lines = markLines({ ...plain, series: { ...plain.series, marks: many } })

    const shown = Object.values(lines).filter(({ label }) => label?.display)
    expect(shown.map(({ label }) => label?.content)).toEqual(['1', '2', '3', '4–7'])
    expect(shown.at(-1)?.label?.yAdjust).toBe(-60)
  })
})

describe('weeklyAnnotations', () => {
  it('mark the move, the settling-in period and both windows with their means', () => {
    expect(Object.keys(weeklyAnnotations(input())).sort()).toEqual([
      'afterMean',
      'afterWindow',
      'beforeMean',
      'beforeWindow',
      'cutover',
      'ramp',
    ])
    expect(weeklyAnnotations(input()).ramp).toMatchObject({ xMin: 0.5, xMax: 1.5 })
    expect(weeklyAnnotations(input()).beforeMean).toMatchObject({
      yMin: 130,
      yMax: 130,
      xMin: -0.5,
      xMax: 0.5,
    })
  })

  it('draw the expected value only where there is one', () => {
    const comparison = { expected: { value: 128, low: 120, high: 136 } }

    expect(weeklyAnnotations(input(comparison)).expected).toMatchObject({ yMin: 128, borderDash: [5, 4] })
  })

  it('mark nothing for a brand that has not moved', () => {
    const unmoved = input({ before: null, after: null })

    expect(weeklyAnnotations({ ...unmoved, series: { ...unmoved.series, marks: [] } })).toEqual({})
  })

  it('leave out a mean that has no value', () => {
    const before = { value: null, n: 0, from: '2026-01-05', to: '2026-01-12' }

    expect(weeklyAnnotations(input({ before }))).not.toHaveProperty('beforeMean')
  })
})

describe('valueRange', () => {
  it('starts durations at zero and steps in whole clock times', () => {
    expect(valueRange([130, 78], 'duration')).toEqual({ min: 0, max: 150, step: 30 })
  })

  it('shows the part of the scale in which a rate moves, never beyond 100 %', () => {
    const { min, max } = valueRange([0.76, 0.98], 'rate')

    expect(min).toBeGreaterThan(0.5)
    expect(max).toBe(1)
  })

  it('survives one value and none', () => {
    expect(valueRange([0], 'count').max).toBeGreaterThan(0)
    expect(valueRange([], 'rate')).toEqual({ min: 0, max: 1, step: 0.25 })
  })

  it('steps counts in whole numbers', () => {
    expect(valueRange([1, 2], 'count').step).toBe(1)
  })
})

describe('monthStep', () => {
  it('leaves room for the words', () => {
    expect(monthStep(18, 1100)).toBe(1)
    expect(monthStep(18, 600)).toBe(2)
    expect(monthStep(18, 320)).toBe(6)
  })
})

function stretch(from: string, to: string, expected: number): CourseWeek {
  return { from, to, part: 'after', value: 100, expected, low: expected - 30, high: expected + 30 }
}

function mark(kind: SeriesMark['kind'], day: string): SeriesMark {
  return { kind, day, name: { en: kind, ko: kind } }
}

function input(more: Partial<Comparison> = {}): WeeklyLineInput {
  const comparison: Comparison = {
    brand: { id: 3, name: 'Mirae' },
    metric: 'first_reply',
    metricVersion: 1,
    state: 'improved',
    direction: 'down',
    grade: 'D',
    fairness: 'conditional',
    method: 'windows',
    effect: { value: 0.6, low: 0.55, high: 0.65, unit: 'ratio' },
    before: { value: 130, n: 700, from: '2026-01-05', to: '2026-01-12' },
    after: { value: 78, n: 690, from: '2026-01-19', to: '2026-01-26' },
    expected: null,
    now: null,
    mixAdjusted: null,
    reasons: [],
    readyOn: null,
    sentence: { en: '', ko: '' },
    ...more,
  }
  return {
    series: {
      asOf: '2026-01-30T00:00:00.000Z',
      comparison,
      weeks,
      marks: [
        { kind: 'cutover', day: '2026-01-12', name: { en: '', ko: '' } },
        { kind: 'ramp_end', day: '2026-01-19', name: { en: '', ko: '' } },
      ],
      course: null,
    },
    kind: 'duration',
    text: {
      before: 'Before',
      after: 'After',
      expected: 'expected',
      moved: (day) => `Moved ${day}`,
      month: (day) => day.slice(0, 7),
      value: (value) => `${value} s`,
      week: (week) => week.from,
      point: (week) => [String(week.value)],
      expectedPoint: ({ expected }) => `expected ${expected}`,
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

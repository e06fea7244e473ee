import { describe, expect, it } from 'vitest'
import { estimateWindows } from '../../server/comparison/estimate-windows.ts'
import type { DailyFacts } from '../../server/comparison/daily-facts.ts'
import { chooseSample } from '../../server/comparison/minimum-sample.ts'
import { silentDays } from '../../server/comparison/silent-days.ts'
import { weeklyValues } from '../../server/comparison/weekly-values.ts'
import type { Bins } from '../../server/comparison/windows.ts'
import { binsAround, daysOf } from '../../server/comparison/windows.ts'
import type { Day } from '../../server/periods/day.ts'
import { weekdayOf } from '../../server/periods/day.ts'

const cutover = '2026-06-01'
const span = { from: '2026-01-05', to: '2026-11-02' }
const allDays = daysOf(span)

describe('weekly values', () => {
  it('restore the days a week lost, by what their weekdays usually bring', () => {
    const facts = counts((day) => (weekdayOf(day) >= 6 ? 20 : 100))
    const monday = '2026-06-08'
    const { before, after } = binsFor(new Set([monday]))

    const weeks = weeklyValues(facts, before, after, 1).after

    expect(weeks[1].n).toBe(440)
    expect(weeks[1].restoredTotal).toBeCloseTo(540, 10)
    expect(weeks[2].restoredTotal).toBe(540)
  })

  it('restore the level of a rate whose weekdays differ', () => {
    const facts: DailyFacts = {
      kind: 'rate',
      sums: new Map(allDays.map((day) => [day, { n: 100, numerator: weekdayOf(day) === 1 ? 80 : 10 }])),
    }
    const { before, after } = binsFor(new Set(['2026-06-08']))

    const weeks = weeklyValues(facts, before, after, 1).after

    expect(weeks[1].numerator / weeks[1].n).toBeCloseTo(0.1, 10)
    expect(weeks[1].level).toBeCloseTo(0.2, 10)
    expect(weeks[2].level).toBeCloseTo(0.2, 10)
  })

  it('see no change where only the closed days changed', () => {
    const closed = new Set(['2026-06-08', '2026-06-22', '2026-07-06', '2026-07-20'])
    const facts = counts((day) => (closed.has(day) ? 5 : weekdayOf(day) >= 6 ? 20 : 100))
    const answer = chooseSample(facts, binsFor(closed), { key: 'demand', minimumWeekly: 10 })

    expect(answer.isEnough && estimateWindows('count', answer.sample).effect.estimate).toBeCloseTo(0, 10)
  })
})

describe('the minimum sample', () => {
  const rule = { key: 'unserved_rate', minimumWeekly: 20 } as const

  it('is met by single weeks, at most twelve on each side', () => {
    const answer = chooseSample(rates(5, 1), binsFor(), rule)

    expect(
      answer.isEnough && [answer.sample.before.length, answer.sample.after.length, answer.sample.weeks],
    ).toEqual([12, 12, 12])
  })

  it('takes two weeks together where single ones hold too little', () => {
    const answer = chooseSample(rates(2, 1), binsFor(), rule)

    expect(answer.isEnough && [answer.sample.before.length, answer.sample.weeks]).toEqual([6, 12])
  })

  it('takes four weeks together where two hold too little, over sixteen weeks', () => {
    expect(chooseSample(mixedRates(), binsFor(), { ...rule, minimumWeekly: 28 })).toMatchObject({
      isEnough: true,
      sample: { weeks: 16 },
    })
    expect(chooseSample(mixedRates(), binsFor(), { ...rule, minimumWeekly: 29 }).isEnough).toBe(false)
  })

  it('says what is missing, and how many weeks it will take', () => {
    const bins = binsFor()
    const young: Bins = { before: bins.before, after: bins.after.slice(0, 5) }

    expect(chooseSample(rates(2, 1), young, rule)).toEqual({
      isEnough: false,
      shortage: { have: 14, need: 20, counted: 'conversations', weeksNeeded: 8 },
    })
    expect(chooseSample(rates(0.2, 0), young, rule)).toMatchObject({
      shortage: { weeksNeeded: null },
    })
  })

  it('needs five cases of the rarer kind', () => {
    const answer = chooseSample(rates(10, 0), binsFor(), rule)

    expect(answer).toEqual({
      isEnough: false,
      shortage: { have: 0, need: 5, counted: 'events', weeksNeeded: null },
    })
  })
})

describe('silent days', () => {
  it('are days without conversations on a weekday that usually brings some', () => {
    const demand = new Map(allDays.map((day) => [day, weekdayOf(day) === 7 ? 0 : 40]))
    demand.delete('2026-03-04')

    expect([...silentDays(demand, span.from, span.to)]).toEqual(['2026-03-04'])
  })
})

describe('the estimate', () => {
  it('turns around when before and after are swapped, with the same certainty', () => {
    const facts = counts((day) => (day < cutover ? 100 : 130) + (weekdayOf(day) % 3) * Number(day.slice(-1)))
    const { before, after } = weeklyValues(facts, binsFor().before.slice(-8), binsFor().after.slice(-8), 1)

    const one = estimateWindows('count', { before, after, weeks: 8 })
    const other = estimateWindows('count', {
      before: after.map((value, i) => ({ ...value, position: before[i].position })),
      after: before.map((value, i) => ({ ...value, position: after[i].position })),
      weeks: 8,
    })

    expect(other.effect.estimate).toBeCloseTo(-one.effect.estimate, 12)
    expect(other.effect.low).toBeCloseTo(-one.effect.high, 12)
  })

  it('does not change when every duration is in another unit', () => {
    const seconds = (scale: number): DailyFacts => ({
      kind: 'duration',
      seconds: new Map(
        allDays.map((day, i) => [day, [30, 60, 90, 120 + (i % 7)].map((value) => value * scale)]),
      ),
    })
    const estimateOf = (scale: number) => {
      const answer = chooseSample(seconds(scale), binsFor(), { key: 'first_reply', minimumWeekly: 20 })
      if (!answer.isEnough) throw new Error('the sample is large enough')
      return estimateWindows('duration', answer.sample).effect
    }

    expect(estimateOf(60).estimate).toBeCloseTo(estimateOf(1).estimate, 10)
    expect(estimateOf(60).low).toBeCloseTo(estimateOf(1).low, 10)
  })
})

function binsFor(maskedDays: ReadonlySet<Day> = new Set()): Bins {
  return binsAround({
    cutover,
    rampEnd: cutover,
    usable: span,
    weeksLeftOut: 0,
    maskedDays,
    unrecorded: null,
  })
}

function counts(of: (day: Day) => number): DailyFacts {
  return { kind: 'count', sums: new Map(allDays.map((day) => [day, { n: of(day), numerator: 0 }])) }
}

/** Per day: so many, of which so many count. Below one: one every few days. */
function rates(perDay: number, numerator: number): DailyFacts {
  const every = perDay < 1 ? Math.round(1 / perDay) : 1
  const days = allDays.filter((_, i) => i % every === 0)
  const n = Math.max(1, perDay)
  return {
    kind: 'rate',
    sums: new Map(days.map((day, i) => [day, { n, numerator: i % 2 === 0 ? numerator : 0 }])),
  }
}

function mixedRates(): DailyFacts {
  return {
    kind: 'rate',
    sums: new Map(allDays.map((day, i) => [day, { n: 1, numerator: i % 3 === 0 ? 1 : 0 }])),
  }
}

import { describe, expect, it } from 'vitest'
import { eventStudy } from '../../server/statistics/event-study.ts'
import type { GapAnswer, GapQuestion } from '../../server/statistics/gap-series.ts'
import { gapSeries } from '../../server/statistics/gap-series.ts'
import { studentTQuantile } from '../../server/statistics/student-t.ts'
import { gapQuestion } from './gap-question.ts'
import { weekNumbers } from './simulated-weeks.ts'

describe('gapSeries', () => {
  it('looks at the last 26 weeks before and the horizon after the ramp', () => {
    const answer = ask(gapQuestion({ from: -40, to: 30 }))

    expect(answer.before).toEqual(weekNumbers(-26, -1))
    expect(answer.after).toEqual(weekNumbers(2, 11))
    expect(answer.gap.map(({ week }) => week)).toEqual(weekNumbers(-26, 11))
    expect(answer.gap.filter(({ part }) => part === 'ramp').map(({ week }) => week)).toEqual([0, 1])
  })

  it('needs a control, 8 weeks before and 4 after', () => {
    expect(gapSeries(gapQuestion({ from: -8, to: 5 }))).not.toBe(null)
    expect(gapSeries(gapQuestion({ from: -7, to: 5 }))).toBe(null)
    expect(gapSeries(gapQuestion({ from: -8, to: 4 }))).toBe(null)
    expect(gapSeries({ ...gapQuestion({}), controls: [] })).toBe(null)
  })

  it('is unmoved by what happens to all brands alike', () => {
    const plain = ask(gapQuestion({}))
    const moved = ask(gapQuestion({ common: (week) => 0.4 * Math.sin(week) + 0.05 * week }))

    expect(moved.effect.estimate).toBeCloseTo(plain.effect.estimate, 12)
    expect(moved.effect.low).toBeCloseTo(plain.effect.low, 10)
    expect(moved.effect.high).toBeCloseTo(plain.effect.high, 10)
  })

  it('moves by exactly the shift that is added after the move, as sure as before', () => {
    const plain = ask(gapQuestion({}))
    const shifted = ask(gapQuestion({ effect: (week) => (week < 0 ? 0 : -0.3) }))

    expect(shifted.effect.estimate - plain.effect.estimate).toBeCloseTo(-0.3, 12)
    expect(shifted.effect.standardError).toBeCloseTo(plain.effect.standardError, 10)
  })

  it('turns around when brand and control change places', () => {
    const question = gapQuestion({ controls: 1 })
    const [control] = question.controls
    const plain = ask(question)
    const swapped = ask({
      ...question,
      treated: control.values,
      controls: [{ id: control.id, values: question.treated }],
    })

    expect(swapped.effect.estimate).toBeCloseTo(-plain.effect.estimate, 12)
    expect(swapped.effect.low).toBeCloseTo(-plain.effect.high, 10)
    expect(swapped.effect.p).toBeCloseTo(plain.effect.p, 10)
  })

  it('has a standard error that is a 3.92th of the interval', () => {
    const { effect } = ask(gapQuestion({}))

    expect(effect.standardError).toBeCloseTo((effect.high - effect.low) / 3.92, 12)
  })

  it('leaves out a week in which any brand has no value', () => {
    const question = gapQuestion({ controls: 2 })
    const answer = ask({
      ...question,
      treated: withoutWeek(question, question.treated, -3),
      controls: question.controls.map(({ id, values }, i) => ({
        id,
        values: i === 1 ? withoutWeek(question, values, 5) : values,
      })),
    })

    expect(answer.before).not.toContain(-3)
    expect(answer.after).toEqual([2, 3, 4, 6, 7, 8, 9, 10, 11])
  })

  it('gives no answer when the only control is lost soon after the ramp', () => {
    const question = gapQuestion({ controls: 1 })
    const lostFrom = (week: number) =>
      question.controls.map(({ id, values }) => ({
        id,
        values: values.map((value, i) => (question.weeks[i] >= week ? null : value)),
      }))

    expect(gapSeries({ ...question, controls: lostFrom(6) })?.after).toEqual([2, 3, 4, 5])
    expect(gapSeries({ ...question, controls: lostFrom(5) })).toBe(null)
  })

  it('gives no answer when a control stood still for a week too many', () => {
    const question = gapQuestion({ from: -8, to: 11 })

    expect(gapSeries({ ...question, treated: withoutWeek(question, question.treated, -4) })).toBe(null)
  })

  it('expects the controls’ mean plus the usual gap', () => {
    const { expected, gap, before } = ask(gapQuestion({}))
    const usual = gap
      .filter(({ part }) => part === 'before')
      .reduce((sum, { value }) => sum + value / before.length, 0)
    const question = gapQuestion({})
    const at = question.weeks.indexOf(7)
    const controls = question.controls.map(({ values }) => values[at] ?? NaN)
    const controlMean = controls.reduce((sum, value) => sum + value, 0) / controls.length
    const seventh = expected.find(({ week }) => week === 7)

    expect(seventh?.estimate).toBeCloseTo(controlMean + usual, 12)
    expect(seventh?.low).toBeLessThan(controlMean + usual)
    expect(seventh?.high).toBeGreaterThan(controlMean + usual)
  })

  it('counts each control against the brand, in equal parts', () => {
    const { weights } = ask(gapQuestion({ controls: 2 }))
    const sumOf = (series: 'treated' | number, isAfter: boolean) =>
      weights
        .filter((one) => one.series === series && one.week >= 0 === isAfter)
        .reduce((sum, { weight }) => sum + weight, 0)

    expect(weights).toHaveLength(3 * 30)
    expect(sumOf('treated', true)).toBeCloseTo(1, 12)
    expect(sumOf('treated', false)).toBeCloseTo(-1, 12)
    expect(sumOf(11, true)).toBeCloseTo(-0.5, 12)
    expect(sumOf(12, false)).toBeCloseTo(0.5, 12)
  })

  it('says that the gap never varied', () => {
    const question = gapQuestion({})
    const answer = ask({
      ...question,
      treated: question.weeks.map(() => 1),
      controls: [{ id: 11, values: question.weeks.map(() => 1.5) }],
    })

    expect(answer.noVariation).toBe(true)
    expect(answer.effect.estimate).toBeCloseTo(0, 10)
    expect(answer.effect.p).toBeGreaterThan(0.9)
  })
})

describe('eventStudy', () => {
  const gap = [
    { week: -4, value: 1 },
    { week: -3, value: 2 },
    { week: -2, value: 3 },
    { week: -1, value: 2 },
    { week: 0, value: 4 },
    { week: 1, value: 5 },
  ]

  it('shows the distance from the usual gap, ramp included', () => {
    expect(eventStudy(gap, 1).map(({ value }) => value)).toEqual([-1, 0, 1, 0, 2, 3])
  })

  it('has the band of a single week, and a wider one of all weeks at once', () => {
    const [first] = eventStudy(gap, 1)
    const scale = Math.sqrt(2 / 3) * Math.sqrt(5 / 4)

    expect(first.high - first.value).toBeCloseTo(studentTQuantile(0.975, 3) * scale, 12)
    expect(first.jointHigh - first.value).toBeCloseTo(
      studentTQuantile(0.5 + 0.95 ** (1 / 6) / 2, 3) * scale,
      12,
    )
  })

  it('shows twelve weeks before at most, and nothing without three', () => {
    const long = weekNumbers(-30, 8).map((week) => ({ week, value: week % 3 }))

    expect(eventStudy(long, 5).map(({ week }) => week)).toEqual(weekNumbers(-12, 5))
    expect(eventStudy(gap.slice(2), 1)).toEqual([])
  })
})

function ask(question: GapQuestion): GapAnswer {
  const answer = gapSeries(question)
  if (answer === null) throw new Error('the weeks are too few')
  return answer
}

function withoutWeek(question: GapQuestion, values: readonly (number | null)[], week: number) {
  return values.map((value, i) => (question.weeks[i] === week ? null : value))
}

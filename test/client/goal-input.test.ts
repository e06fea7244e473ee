import { describe, expect, it } from 'vitest'
import { inUnit, rangeInUnit, readGoal, usualUnit } from '../../client/goal-input.ts'
import { goalWords } from '../../client/goal-words.ts'
import { textIn } from '../../client/locale.ts'
import { metricOf } from '../../server/metrics/catalog.ts'

describe('a goal as people type it', () => {
  it('becomes the unit of the metric', () => {
    expect(readGoal('2.5', 'minutes', 'duration')).toEqual({ value: 150 })
    expect(readGoal(' 88 ', 'percent', 'rate')).toEqual({ value: 0.88 })
    expect(readGoal('1,250', 'per_week', 'count')).toEqual({ value: 1250 })
    expect(readGoal('0', 'percent', 'rate')).toEqual({ value: 0 })
  })

  it.each(['', 'soon', '1e3', '2:30', '1,25', '--1', 'NaN'])('is no number: %o', (typed) => {
    expect(readGoal(typed, 'seconds', 'duration')).toEqual({ problem: 'notANumber' })
  })

  it.each([
    ['101', 'percent', 'rate'],
    ['-1', 'percent', 'rate'],
    ['0', 'minutes', 'duration'],
    ['9000', 'hours', 'duration'],
    ['-5', 'per_week', 'count'],
  ] as const)('is outside what the figure can be: %s %s', (typed, unit, kind) => {
    expect(readGoal(typed, unit, kind)).toEqual({ problem: 'outside' })
  })

  it('is shown in the unit people would say it in', () => {
    expect([150, 90, 47, 5400, null].map((seconds) => usualUnit(seconds, 'duration'))).toEqual([
      'minutes',
      'minutes',
      'seconds',
      'hours',
      'minutes',
    ])
    expect([inUnit(150, 'minutes'), inUnit(0.88, 'percent'), inUnit(5400, 'hours')]).toEqual([
      '2.5',
      '88',
      '1.5',
    ])
    expect(rangeInUnit('rate', 'percent')).toEqual({ least: 0, most: 100 })
  })
})

describe('a goal in words', () => {
  it('says which way is better, and by when', () => {
    const goal = { value: 90, dueOn: '2026-12-31' }
    const english = { text: textIn('en'), language: 'en' as const }
    const korean = { text: textIn('ko'), language: 'ko' as const }

    expect(goalWords(english, metricOf('first_reply'), goal)).toBe('at most 1 min 30 s, by 31 December 2026')
    expect(goalWords(korean, metricOf('csat'), { value: 0.88, dueOn: null })).toBe('88.0% 이상')
  })
})

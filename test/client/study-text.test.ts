import { describe, expect, it } from 'vitest'
import { studyText, studyWeekWords } from '../../client/charts/study-text.ts'
import { textIn } from '../../client/locale.ts'

const english = { text: textIn('en'), language: 'en' as const }
const korean = { text: textIn('ko'), language: 'ko' as const }

describe('studyWeekWords', () => {
  it('count from the move', () => {
    expect([-3, -1, 0, 1, 10].map((week) => studyWeekWords(english, week))).toEqual([
      '3 weeks before the move',
      '1 week before the move',
      'Week of the move',
      '1 week after the move',
      '10 weeks after the move',
    ])
    expect(studyWeekWords(korean, -3)).toBe('전환 3주 전')
  })
})

describe('studyText', () => {
  const week = {
    week: 2,
    from: '2026-05-05',
    value: 0.6,
    low: 0.5,
    high: 0.7,
    jointLow: 0.4,
    jointHigh: 0.8,
  }

  it('says a week with its distance and both ranges', () => {
    const text = studyText(english, 'ratio')

    expect(text.title(week)).toBe('2 weeks after the move · 5 May')
    expect(text.point(week)).toEqual([
      '−40%',
      'Range of this week: −50% to −30%',
      'Range for all weeks together: −60% to −20%',
    ])
    expect([-4, 0, 8].map((number) => text.week(number))).toEqual(['−4', '0', '+8'])
  })

  it('says points as points', () => {
    expect(studyText(korean, 'points').effect(-3.2)).toBe('−3.2%p')
  })
})

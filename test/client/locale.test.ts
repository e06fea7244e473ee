import { describe, expect, it } from 'vitest'
import { chooseLanguage, interpolate, textIn } from '../../client/locale.ts'

describe('interpolate', () => {
  it('puts values in place of their names', () => {
    expect(interpolate('Moved {day}', { day: '21 April' })).toBe('Moved 21 April')
  })

  it('takes the form its number asks for', () => {
    expect(interpolate('{n} {n:week|weeks}', { n: 1 })).toBe('1 week')
    expect(interpolate('{n} {n:week|weeks}', { n: 2 })).toBe('2 weeks')
    expect(interpolate('{n} {n:week|weeks}', { n: 0 })).toBe('0 weeks')
  })

  it('leaves a name without a value standing, so that the mistake is seen', () => {
    expect(interpolate('Moved {day}', {})).toBe('Moved {day}')
  })
})

describe('textIn', () => {
  it('speaks English with singular and plural', () => {
    const text = textIn('en')

    expect(text('headline.both', { improved: 1, worse: 2 })).toBe(
      '1 figure improved and 2 got worse after the move to messaging.',
    )
    expect(text('headline.improved', { improved: 3, worse: 0 })).toBe(
      '3 figures improved after the move to messaging; none got worse.',
    )
  })

  it('speaks Korean in full sentences', () => {
    expect(textIn('ko')('headline.both', { improved: 3, worse: 2 })).toBe(
      '메시징 전환 후 지표 3건이 개선되고 2건이 악화되었습니다.',
    )
  })
})

describe('chooseLanguage', () => {
  it('takes the first wish it can grant', () => {
    expect(chooseLanguage([null, 'fr', 'ko-KR', 'en'])).toBe('ko')
  })

  it('falls back to English', () => {
    expect(chooseLanguage([undefined, 'fr'])).toBe('en')
  })
})

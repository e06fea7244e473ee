import { describe, expect, it } from 'vitest'
import { textIn } from '../../client/locale.ts'
import { phaseOf } from '../../client/parts/phase.ts'
import { countWords, rangeWords, waitingWords, windowWords } from '../../client/words.ts'
import { metricOf } from '../../server/metrics/catalog.ts'
import { comparisons } from '../browser/fixture/cells.ts'

const english = textIn('en')
const korean = textIn('ko')

describe('rangeWords', () => {
  it('says the unit once where it is a word', () => {
    const effect = { value: -11.8, low: -14.2, high: -9.3, unit: 'points' as const }

    expect(rangeWords(effect, 'en', english)).toBe('−14.2 to −9.3 points')
    expect(rangeWords(effect, 'ko', korean)).toBe('−14.2%p ~ −9.3%p')
  })

  it('says percent at both ends', () => {
    expect(rangeWords({ value: 0.6, low: 0.56, high: 0.65, unit: 'ratio' }, 'en', english)).toBe(
      '−44% to −35%',
    )
  })
})

describe('windowWords', () => {
  const window = { value: 1, n: 10, from: '2026-05-05', to: '2026-07-28' }

  it('names the last day, not the day after it, and a shared year once', () => {
    expect(windowWords(window, 'en', english)).toBe('5 May – 27 July 2026')
    expect(windowWords(window, 'ko', korean)).toBe('2026년 5월 5일 ~ 7월 27일')
  })

  it('names both years where they differ', () => {
    const acrossYears = { ...window, from: '2025-12-02', to: '2026-02-24' }

    expect(windowWords(acrossYears, 'en', english)).toBe('2 December 2025 – 23 February 2026')
    expect(windowWords(acrossYears, 'ko', korean)).toBe('2025년 12월 2일 ~ 2026년 2월 23일')
  })
})

describe('countWords', () => {
  it('counts ratings where a metric rests on them', () => {
    expect(countWords(1378, metricOf('csat'), 'en', english)).toBe('1,378 ratings')
    expect(countWords(1, metricOf('demand'), 'en', english)).toBe('1 conversation')
    expect(countWords(9840, metricOf('demand'), 'ko', korean)).toBe('대화 9,840건')
  })
})

describe('waitingWords', () => {
  const early = comparisons.find((cell) => cell.brand.id === 2 && cell.metric === 'csat')

  it('name the day on which a figure will be ready', () => {
    expect(early && waitingWords(early, 'en', english)).toBe('Ready 9 Dec')
    expect(early && waitingWords(early, 'ko', korean)).toBe('12월 9일부터 확인 가능')
  })

  it('give the reason where no day is known', () => {
    expect(early && waitingWords({ ...early, readyOn: null }, 'en', english)).toBe(
      'Too early after the move.',
    )
  })
})

describe('phaseOf', () => {
  const marks = [
    { kind: 'cutover' as const, day: '2026-04-21' },
    { kind: 'ramp_end' as const, day: '2026-04-29' },
  ]
  const week = (from: string, to: string, complete = true) => ({ from, to, value: 1, n: 30, complete })

  it('tells before, settling in and after', () => {
    expect(phaseOf(week('2026-04-13', '2026-04-20'), marks)).toBe('before')
    expect(phaseOf(week('2026-04-20', '2026-04-27'), marks)).toBe('ramp')
    expect(phaseOf(week('2026-04-27', '2026-05-04'), marks)).toBe('ramp')
    expect(phaseOf(week('2026-05-04', '2026-05-11'), marks)).toBe('after')
  })

  it('calls a week that is still coming in by that name', () => {
    expect(phaseOf(week('2026-05-04', '2026-05-11', false), marks)).toBe('running')
  })

  it('knows only "before" for a brand that has not moved', () => {
    expect(phaseOf(week('2026-05-04', '2026-05-11'), [])).toBe('before')
  })
})

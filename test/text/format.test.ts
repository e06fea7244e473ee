import { describe, expect, it } from 'vitest'
import {
  formatDay,
  formatDuration,
  formatEffect,
  formatInstant,
  formatLoad,
  formatMetricValue,
  formatMoney,
  formatNumber,
  formatRate,
} from '../../server/text/format.ts'

describe('a number', () => {
  it('is grouped by thousands in both languages', () => {
    expect(formatNumber(1234567, 'en')).toBe('1,234,567')
    expect(formatNumber(1234567, 'ko')).toBe('1,234,567')
  })

  it('that is not there is a dash, never zero', () => {
    expect(formatNumber(null, 'en')).toBe('–')
    expect(formatNumber(Number.NaN, 'ko')).toBe('–')
    expect(formatRate(null, 'en')).toBe('–')
    expect(formatDuration(null, 'ko')).toBe('–')
    expect(formatMetricValue(null, 'count', 'en')).toBe('–')
    expect(formatInstant(null, 'Asia/Seoul', 'en')).toBe('–')
    expect(formatNumber(0, 'en')).toBe('0')
  })
})

describe('a rate', () => {
  it('is a percentage with one digit', () => {
    expect(formatRate(0.8812, 'en')).toBe('88.1%')
    expect(formatRate(1, 'ko')).toBe('100.0%')
    expect(formatRate(0, 'ko')).toBe('0.0%')
  })
})

describe('a duration', () => {
  it('is said in its two largest units', () => {
    expect(formatDuration(42, 'en')).toBe('42 s')
    expect(formatDuration(130, 'en')).toBe('2 min 10 s')
    expect(formatDuration(3725, 'en')).toBe('1 h 2 min')
    expect(formatDuration(93_600, 'en')).toBe('1 d 2 h')
  })

  it('is said in Korean as people say it', () => {
    expect(formatDuration(42, 'ko')).toBe('42초')
    expect(formatDuration(130, 'ko')).toBe('2분 10초')
    expect(formatDuration(3725, 'ko')).toBe('1시간 2분')
    expect(formatDuration(93_600, 'ko')).toBe('1일 2시간')
  })

  it('leaves out a second unit that is zero', () => {
    expect(formatDuration(120, 'en')).toBe('2 min')
    expect(formatDuration(3600, 'ko')).toBe('1시간')
  })

  it('rounds up into the next unit', () => {
    expect(formatDuration(59.6, 'en')).toBe('1 min')
    expect(formatDuration(3599.7, 'en')).toBe('1 h')
  })
})

describe('a metric value', () => {
  it('is written in the unit of its kind', () => {
    expect(formatMetricValue(130, 'duration', 'en')).toBe('2 min 10 s')
    expect(formatMetricValue(0.05, 'rate', 'en')).toBe('5.0%')
    expect(formatMetricValue(840, 'count', 'en')).toBe('840')
    expect(formatMetricValue(8.416, 'load', 'en')).toBe('8.42')
    expect(formatMetricValue(3200, 'money', 'ko', 'KRW')).toBe('₩3,200')
  })

  it('without one is a dash, whatever its kind', () => {
    for (const kind of ['duration', 'rate', 'count', 'load', 'money'] as const) {
      expect(formatMetricValue(null, kind, 'en', 'EUR')).toBe('–')
      expect(formatMetricValue(Number.NaN, kind, 'ko')).toBe('–')
    }
  })
})

describe('a load', () => {
  it('has two decimals below ten and one from there on', () => {
    expect(formatLoad(2.345, 'en')).toBe('2.35')
    expect(formatLoad(9.996, 'en')).toBe('10.0')
    expect(formatLoad(12.06, 'ko')).toBe('12.1')
    expect(formatLoad(1234.5, 'ko')).toBe('1,234.5')
  })
})

describe('an amount of money', () => {
  it('has the sign and the decimals of its currency', () => {
    expect(formatMoney(3.2, 'EUR', 'en')).toBe('€3.20')
    expect(formatMoney(3200.4, 'KRW', 'ko')).toBe('₩3,200')
  })

  it('is a plain number where the currency is unknown or not one', () => {
    expect(formatMoney(3.2, null, 'en')).toBe('3.20')
    expect(formatMoney(3.2, 'won', 'ko')).toBe('3.20')
  })
})

describe('an effect', () => {
  it('that is a ratio is a signed percentage', () => {
    expect(formatEffect(0.6, 'ratio', 'en')).toBe('−40%')
    expect(formatEffect(1.25, 'ratio', 'ko')).toBe('+25%')
  })

  it('in points says so', () => {
    expect(formatEffect(3.2, 'points', 'en')).toBe('+3.2 points')
    expect(formatEffect(-12, 'points', 'ko')).toBe('−12.0%p')
  })

  it('that rounds to nothing has no sign', () => {
    expect(formatEffect(1, 'ratio', 'en')).toBe('0%')
    expect(formatEffect(0.998, 'ratio', 'en')).toBe('0%')
    expect(formatEffect(-0.04, 'points', 'ko')).toBe('0.0%p')
  })
})

describe('a date', () => {
  it('is written as the language writes it, whatever the zone of the machine', () => {
    expect(formatDay('2026-11-16', 'en')).toBe('16 November 2026')
    expect(formatDay('2026-11-16', 'ko')).toBe('2026년 11월 16일')
    expect(formatDay('2026-11-16', 'en', 'short')).toBe('16 Nov')
    expect(formatDay('2026-11-16', 'ko', 'short')).toBe('11월 16일')
  })

  it('with its time names the zone', () => {
    expect(formatInstant('2026-11-16T00:05:00Z', 'Asia/Seoul', 'en')).toBe('16 Nov 2026, 09:05 GMT+9')
    expect(formatInstant('2026-11-16T00:05:00Z', 'Asia/Seoul', 'ko')).toBe('2026년 11월 16일 09:05 GMT+9')
    expect(formatInstant('2026-11-15T15:00:00Z', 'Asia/Seoul', 'en')).toBe('16 Nov 2026, 00:00 GMT+9')
  })
})

import { describe, expect, it } from 'vitest'
import { formatLongSpan, formatSpan } from '../../server/text/format-span.ts'

describe('formatSpan', () => {
  it('names the month once and ends with the last day', () => {
    expect(formatSpan({ from: '2026-11-09', to: '2026-11-16' }, 'en')).toBe('9–15 Nov')
    expect(formatSpan({ from: '2026-11-09', to: '2026-11-16' }, 'ko')).toBe('11월 9~15일')
  })

  it('names both months', () => {
    expect(formatSpan({ from: '2026-11-30', to: '2026-12-07' }, 'en')).toBe('30 Nov – 6 Dec')
    expect(formatSpan({ from: '2026-11-30', to: '2026-12-07' }, 'ko')).toBe('11월 30일~12월 6일')
  })
})

describe('formatLongSpan', () => {
  it('names the year once', () => {
    expect(formatLongSpan({ from: '2026-01-26', to: '2026-04-20' }, 'en')).toBe('26 Jan – 19 Apr 2026')
    expect(formatLongSpan({ from: '2026-01-26', to: '2026-04-20' }, 'ko')).toBe('2026년 1월 26일~4월 19일')
  })

  it('names both years', () => {
    expect(formatLongSpan({ from: '2025-12-29', to: '2026-01-05' }, 'en')).toBe('29 Dec 2025 – 4 Jan 2026')
    expect(formatLongSpan({ from: '2025-12-29', to: '2026-01-05' }, 'ko')).toBe(
      '2025년 12월 29일~2026년 1월 4일',
    )
  })
})

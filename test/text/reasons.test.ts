import { describe, expect, it } from 'vitest'
import type { ReasonCode } from '../../server/text/reasons.ts'
import { reasonOf, reasonText } from '../../server/text/reasons.ts'

describe('every reason', () => {
  const every = [
    reasonText('too_early', { weeks: 2, needed: 4 }),
    reasonText('too_early', { weeks: 0, needed: 4 }),
    reasonText('too_little_before', { weeks: 2, needed: 4 }),
    reasonText('too_little_before', { weeks: 0, needed: 4 }),
    reasonText('minimum_sample', { have: 0.5, need: 20, counted: 'ratings' }),
    reasonText('minimum_sample', { have: 7, need: 20, counted: 'ratings' }),
    reasonText('minimum_sample', { have: 7, need: 20, counted: 'conversations' }),
    reasonText('minimum_sample', { have: 3, need: 5, counted: 'events' }),
    reasonText('history_arriving', { percent: 40, of: 'history' }),
    reasonText('history_arriving', { percent: 40, of: 'ticket_details' }),
    reasonText('not_moved', {}),
    reasonText('different_csat_family', { surveysAfter: false }),
    reasonText('left_before_n', { share: 0.3, isTooMany: true }),
    reasonText('left_before_n', { share: 0.1, isTooMany: false }),
    reasonText('handoff_unknown', { share: 0.7 }),
    reasonText('replies_unknown', { share: 0.7 }),
    reasonText('requester_unknown', { before: 0.8, after: 0.6 }),
    reasonText('response_rate_moved', { before: 0.3, after: 0.1, low: -30, high: 12 }),
    reasonText('bot_only_not_recorded', {}),
    reasonText('no_meaningful_change', { margin: { en: '10%', ko: '10%' } }),
    reasonText('slight', { margin: { en: '2 points', ko: '2%p' } }),
    reasonText('cannot_tell', { spansNoChange: true }),
    reasonText('cannot_tell', { spansNoChange: false }),
    reasonText('multiple_checks', {}),
    reasonText('two_periods_only', {}),
    reasonText('asked_at_another_moment', {}),
    reasonText('days_left_out', { days: 1, weeks: 0 }),
    reasonText('days_left_out', { days: 9, weeks: 1 }),
    reasonText('days_left_out', { days: 21, weeks: 3 }),
    reasonText('pilot_traffic', {}),
    reasonText('reconciliation', { red: 23, days: 84, side: 'before' }),
    reasonText('reconciliation', { red: 20, days: 84, side: 'after' }),
    reasonText('red_days_left_out', { days: 1 }),
    reasonText('red_days_left_out', { days: 4 }),
    reasonText('sample', { share: 0.125 }),
  ]

  it('is a sentence in both languages', () => {
    for (const { en, ko } of every) {
      expect(en).toMatch(/^[A-Z0-9].*\.$/)
      expect(ko).toMatch(/다\.$/)
    }
  })

  it('never speaks of p-values or statistical significance', () => {
    for (const { en, ko } of every) {
      expect(en).not.toMatch(/p-value|significan/i)
      expect(ko).not.toMatch(/유의|p값/)
    }
  })

  it('carries its code', () => {
    const code: ReasonCode = 'minimum_sample'

    expect(reasonOf(code, { have: 7, need: 20, counted: 'ratings' })).toEqual({
      code: 'minimum_sample',
      en: 'A week holds about 7 ratings; at least 20 are needed.',
      ko: '일주일 평가가 약 7건으로, 최소 20건이 필요합니다.',
    })
  })
})

describe('a number beside its limit', () => {
  it('never looks as if it had met a limit it missed', () => {
    expect(reasonText('minimum_sample', { have: 19.6, need: 20, counted: 'ratings' }).en).toBe(
      'A week holds about 19 ratings; at least 20 are needed.',
    )
    expect(reasonText('handoff_unknown', { share: 0.8996 }).en).toContain('for only 89.9% of')
    expect(reasonText('left_before_n', { share: 0.2003, isTooMany: true }).ko).toContain('20.1%에서')
    expect(reasonText('requester_unknown', { before: 0.5996, after: 0.62 }).en).toContain(
      'for 59.9% of the conversations before and 62.0% after',
    )
    expect(reasonText('requester_unknown', { before: 0.8, after: 0.6996 }).en).toContain(
      'for 80.0% of the conversations before and 69.9% after',
    )
  })

  it('is said in words where it is nothing', () => {
    expect(reasonText('too_early', { weeks: 0, needed: 4 })).toEqual({
      en: 'None of the 4 whole weeks needed after the ramp is complete yet.',
      ko: '안정화 기간 이후 필요한 4주 가운데 아직 집계가 끝난 주가 없습니다.',
    })
    expect(reasonText('minimum_sample', { have: 0.4, need: 20, counted: 'ratings' })).toEqual({
      en: 'A week holds fewer than one rating; at least 20 are needed.',
      ko: '일주일 평가가 1건 미만으로, 최소 20건이 필요합니다.',
    })
  })
})

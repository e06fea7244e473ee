import { describe, expect, it } from 'vitest'
import type { Bilingual } from '../../server/contract.ts'
import type { ReasonCode } from '../../server/text/reasons.ts'
import { reasonText } from '../../server/text/reasons.ts'
import { faultsOf } from './plain-words.ts'

const windows = { value: 1.12, low: 1.05, high: 1.2, unit: 'ratio' } as const
const adjusted = { value: 0.95, low: 0.88, high: 1.03, unit: 'ratio' } as const

/** Every code a comparison with an expectation brings, said with names and figures and without. */
const said: Partial<Record<ReasonCode, Bilingual[]>> = {
  season_in_all: [reasonText('season_in_all', {})],
  windows_disagree: [
    reasonText('windows_disagree', { windows, everyoneMoved: true }),
    reasonText('windows_disagree', { windows, everyoneMoved: false }),
  ],
  one_control_only: [
    reasonText('one_control_only', { name: '한빛' }),
    reasonText('one_control_only', { name: null }),
  ],
  controls_outside_access: [reasonText('controls_outside_access', {})],
  pre_trend: [reasonText('pre_trend', {})],
  pre_trend_not_testable: [reasonText('pre_trend_not_testable', {})],
  placebo_failed: [reasonText('placebo_failed', { weeks: 12 })],
  one_control_decides: [
    reasonText('one_control_decides', { name: 'Hanbit' }),
    reasonText('one_control_decides', { name: null }),
  ],
  gap_trend: [reasonText('gap_trend', {})],
  controls_share_agents: [reasonText('controls_share_agents', { share: 0.35 })],
  messaging_activated_in_window: [
    reasonText('messaging_activated_in_window', { day: '2026-03-03' }),
    reasonText('messaging_activated_in_window', { day: null }),
  ],
  control_rank: [
    reasonText('control_rank', { rank: 1, brands: 7 }),
    reasonText('control_rank', { rank: 2, brands: 7 }),
    reasonText('control_rank', { rank: 11, brands: 22 }),
    reasonText('control_rank', { rank: 21, brands: 22 }),
  ],
  own_trend_only: [reasonText('own_trend_only', {})],
  local_trend_only: [reasonText('local_trend_only', { weeks: 13 })],
  short_series: [
    reasonText('short_series', { weeks: 7, needed: 10 }),
    reasonText('short_series', { weeks: 1, needed: 10 }),
  ],
  no_variation: [reasonText('no_variation', {})],
  sensitive_to_washout: [
    reasonText('sensitive_to_washout', { days: [0, 28] }),
    reasonText('sensitive_to_washout', { days: [7] }),
  ],
  washout_longest: [reasonText('washout_longest', { days: 56 })],
  first_weeks_differ: [
    reasonText('first_weeks_differ', { weeks: 4, since: { value: 1.3, low: 1.1, high: 1.5, unit: 'ratio' } }),
    reasonText('first_weeks_differ', { weeks: 4, since: { value: -3, low: -5, high: -1, unit: 'points' } }),
  ],
  contacts_per_customer_moved: [
    reasonText('contacts_per_customer_moved', { before: 1.43, after: 1.05, effect: 0.92 }),
  ],
  opening_hours_changed: [
    reasonText('opening_hours_changed', { day: '2026-05-11' }),
    reasonText('opening_hours_changed', {
      slots: [
        { slot: { hours: 'evening', isWeekend: false }, side: 'after' },
        { slot: { hours: 'night', isWeekend: true }, side: 'before' },
      ],
    }),
  ],
  mix_shift: [
    reasonText('mix_shift', { share: 0.7, adjusted }),
    reasonText('mix_shift', { share: 1.4, adjusted: null }),
    reasonText('mix_shift', { share: null, adjusted: null }),
    reasonText('mix_shift', { share: -0.4, adjusted }),
  ],
  mix_too_different: [reasonText('mix_too_different', { overlap: 0.7996 })],
  mix_partly_known: [
    reasonText('mix_partly_known', { dimension: 'language' }),
    reasonText('mix_partly_known', { dimension: 'topic' }),
  ],
  mix_not_adjusted: [
    reasonText('mix_not_adjusted', { because: 'unfinished' }),
    reasonText('mix_not_adjusted', { because: 'too_few_weeks' }),
  ],
  agent_share_moved: [
    reasonText('agent_share_moved', { before: 0.96, after: 0.61 }),
    reasonText('agent_share_moved', { before: 0.61, after: 0.96 }),
  ],
  bot_answers_first: [reasonText('bot_answers_first', { share: 0.61 })],
  one_side_only: [
    reasonText('one_side_only', { side: 'before' }),
    reasonText('one_side_only', { side: 'after' }),
  ],
  engagements_not_kept: [reasonText('engagements_not_kept', {})],
  brand_uncertain: [reasonText('brand_uncertain', { share: 0.08 })],
  includes_automatic_replies: [reasonText('includes_automatic_replies', {})],
  definition_break: [reasonText('definition_break', { from: '2026-05-18', to: '2026-06-02' })],
  conversation_style: [reasonText('conversation_style', { share: 0.1003 })],
  costs_not_entered: [reasonText('costs_not_entered', {})],
  form_against_conversation: [reasonText('form_against_conversation', {})],
  auto_close_differs: [reasonText('auto_close_differs', {})],
  multiple_checks: [reasonText('multiple_checks', {})],
}

describe('every reason of a comparison', () => {
  it('is plain in both languages', () => {
    expect(Object.values(said).flat().flatMap(faultsOf)).toEqual([])
  })
})

describe('a reason', () => {
  it('names the brand it hangs on only where that may be said', () => {
    expect(said.one_control_decides).toEqual([
      {
        en: 'The result hangs on one comparison brand (Hanbit): without it, it would be a different one.',
        ko: '비교 브랜드 한 곳(Hanbit)에 따라 결과가 좌우됩니다. 그 브랜드를 빼면 결과가 달라집니다.',
      },
      {
        en: 'The result hangs on one comparison brand: without it, it would be a different one.',
        ko: '비교 브랜드 한 곳에 따라 결과가 좌우됩니다. 그 브랜드를 빼면 결과가 달라집니다.',
      },
    ])
  })

  it('tells the place of a change among the brands', () => {
    expect(said.control_rank?.map(({ en }) => /change is (.*)\./.exec(en)?.[1])).toEqual([
      'the largest of 7',
      'the 2nd largest of 7',
      'the 11th largest of 22',
      'the 21st largest of 22',
    ])
    expect(said.control_rank?.[1].ko).toContain('브랜드 7개 가운데 이 브랜드의 변화가 2번째로 큽니다.')
  })

  it('says when messaging was switched on, where the day is known', () => {
    expect(said.messaging_activated_in_window).toEqual([
      {
        en: 'Messaging was switched on for the whole account on 3 March 2026, within the weeks compared, so the comparison brands may have been touched too.',
        ko: '비교 기간 중인 2026년 3월 3일에 계정 전체의 메시징이 켜져, 비교 브랜드도 영향을 받았을 수 있습니다.',
      },
      {
        en: 'Messaging was switched on for the whole account within the weeks compared, so the comparison brands may have been touched too.',
        ko: '비교 기간 중에 계정 전체의 메시징이 켜져, 비교 브랜드도 영향을 받았을 수 있습니다.',
      },
    ])
  })

  it('never looks as if a limit it missed had been met', () => {
    expect(said.mix_too_different?.[0].en).toContain('only 79.9% of the conversations')
    expect(said.conversation_style?.[0].ko).toContain('다시 열린 대화가 10.1%로')
  })

  it('says how much of a difference is a changed mix, never more than all', () => {
    expect(said.mix_shift?.map(({ en }) => en)).toEqual([
      'About 70% of the difference comes from customers asking about other things, or at other times, than before. With the same mix it is −5% (likely between −12% and +3%).',
      'Nearly all of the difference comes from customers asking about other things, or at other times, than before.',
      'Customers ask about other things, or at other times, than before.',
      'Customers ask about other things, or at other times, than before. With the same mix it is −5% (likely between −12% and +3%).',
    ])
  })

  it('lists the days with which the answer would be another', () => {
    expect(said.sensitive_to_washout?.[0]).toEqual({
      en: 'The answer depends on how many days after the move are left out: with 0 or 28 days it would be a different one.',
      ko: '전환 후 며칠을 제외하는지에 따라 결과가 달라집니다. 0일 또는 28일을 제외하면 다른 결과가 나옵니다.',
    })
  })

  it('names the days of a changed definition', () => {
    expect(said.definition_break?.[0]).toEqual({
      en: 'Zendesk changed what it counts here (18 May – 1 Jun 2026); values before and after that are not the same thing.',
      ko: '이 기간(2026년 5월 18일~6월 1일)에 Zendesk의 집계 기준이 바뀌어, 그 전과 후의 값은 같은 뜻이 아닙니다.',
    })
  })
})

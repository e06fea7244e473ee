import { describe, expect, it } from 'vitest'
import { captionText } from '../../server/text/caption-texts.ts'
import type { CaptionKey } from '../../server/text/caption-texts.ts'
import { checkOutcome, checkText } from '../../server/text/check-texts.ts'
import type { CheckKey } from '../../server/text/check-texts.ts'
import { fairnessText, gradeText, methodText } from '../../server/text/method-texts.ts'
import { faultsOf } from './plain-words.ts'

const checks: CheckKey[] = [
  'pre_trend',
  'placebo',
  'leave_one_out',
  'gap_trend',
  'shared_agents',
  'activation',
  'rank',
  'washout',
]
const captions: CaptionKey[] = [
  'counterfactual',
  'event_study',
  'noise_floor',
  'synthetic_did',
  'mix_adjustment',
  'washout_strip',
  'leave_one_out_strip',
]

describe('every check', () => {
  it('asks and answers in plain words in both languages', () => {
    const said = checks
      .map(checkText)
      .flatMap(({ question, passed, failed, not_testable }) => [question, passed, failed, not_testable])

    expect(said.flatMap(faultsOf)).toEqual([])
    expect(new Set(said.map(({ en }) => en)).size).toBe(said.length)
  })

  it('has a short name without a full stop', () => {
    for (const { name } of checks.map(checkText)) {
      expect(name.en).toMatch(/^[A-Z][^.]{3,40}$/)
      expect(name.ko).toMatch(/^[^.]{3,20}$/)
    }
  })

  it('that could not be made is never told as passed', () => {
    expect(checkOutcome('pre_trend', 'not_testable')).toEqual({
      en: 'The weeks before the move are too few, or swing too much, to tell.',
      ko: '전환 전 주 수가 적거나 변동이 커서 확인할 수 없습니다.',
    })
  })
})

describe('every caption', () => {
  it('is plain in both languages', () => {
    expect(captions.map(captionText).flatMap(({ text }) => faultsOf(text))).toEqual([])
  })
})

describe('grades, methods and fairness', () => {
  it('have a name and an explanation in both languages', () => {
    const all = [
      ...(['A', 'B', 'C', 'D'] as const).map(gradeText),
      ...(['staggered', 'interrupted', 'windows'] as const).map(methodText),
      ...(['fair', 'conditional', 'caution', 'none'] as const).map(fairnessText),
    ]

    expect(all.flatMap(({ text }) => faultsOf(text))).toEqual([])
    expect(gradeText('A').name).toEqual({ en: 'Evidence grade A', ko: '근거 등급 A' })
    expect(gradeText('D').text.en).toBe('Two periods compared, before and after. Does not show the cause.')
  })
})

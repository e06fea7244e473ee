import { describe, expect, it } from 'vitest'
import { reasonOf } from '../../server/text/reasons.ts'
import type { SentenceFinding, SentenceSubject } from '../../server/text/sentence-findings.ts'
import { marginWords, sizeWords } from '../../server/text/sentence-parts.ts'
import { sentenceFor } from '../../server/text/sentences.ts'

const firstReply: SentenceSubject = {
  brand: '한빛문고',
  metric: {
    key: 'first_reply',
    kind: 'duration',
    name: { en: 'First reply time', ko: '첫 응답 시간' },
    margin: 0.1,
  },
}
const csat: SentenceSubject = {
  brand: 'Mirae',
  metric: {
    key: 'csat',
    kind: 'rate',
    name: { en: 'Customer satisfaction (CSAT)', ko: '고객 만족도(CSAT)' },
    margin: 0.02,
  },
}
const demand: SentenceSubject = {
  brand: 'Mirae',
  metric: { key: 'demand', kind: 'count', name: { en: 'Contact volume', ko: '문의량' }, margin: 0.1 },
}
const faster = {
  effect: { value: 0.6, low: 0.55, high: 0.65, unit: 'ratio' },
  before: { value: 130, n: 8120, from: '2026-01-26', to: '2026-04-20' },
  after: { value: 78, n: 7980, from: '2026-08-17', to: '2026-11-09' },
  weeks: 12,
} as const
const unhappy = {
  effect: { value: -11.8, low: -15, high: -8.6, unit: 'points' },
  before: { value: 0.881, n: 2212, from: '2025-11-17', to: '2026-02-09' },
  after: { value: 0.763, n: 2148, from: '2026-08-17', to: '2026-11-09' },
  weeks: 12,
} as const
const busier = {
  effect: { value: 1.25, low: 1.1, high: 1.42, unit: 'ratio' },
  before: { value: 840, n: 10080, from: '2025-11-17', to: '2026-02-09' },
  after: { value: 1050, n: 12600, from: '2026-08-17', to: '2026-11-09' },
  weeks: 12,
} as const

describe('a called change', () => {
  it('of a duration gives its size, both values, the range, the counts and the caveat', () => {
    const { en, ko } = sentenceFor(firstReply, { state: 'improved', ...faster })

    expect(en).toBe(
      'First reply time at 한빛문고 is 40% shorter than in the 12 weeks before the move: 2 min 10 s → 1 min 18 s (likely between −45% and −35%; 8,120 and 7,980 conversations). This compares two periods only; it does not show the cause. The weekly chart shows whether it began with the move.',
    )
    expect(ko).toBe(
      '한빛문고의 첫 응답 시간은 전환 전 12주보다 40% 짧습니다(2분 10초 → 1분 18초). 실제 변화는 −45%~−35% 사이일 가능성이 높습니다(대화 8,120건과 7,980건 기준). 두 기간을 단순 비교한 값으로, 원인을 보여 주지는 않습니다. 변화가 전환과 함께 시작되었는지는 주간 차트에서 확인할 수 있습니다.',
    )
  })

  it('of satisfaction speaks of points and ratings', () => {
    const { en, ko } = sentenceFor(csat, { state: 'worse', ...unhappy })

    expect(en).toBe(
      'Customer satisfaction (CSAT) at Mirae is 11.8 points lower than in the 12 weeks before the move: 88.1% → 76.3% (likely between −15.0 and −8.6 points; 2,212 and 2,148 ratings). This compares two periods only; it does not show the cause. The weekly chart shows whether it began with the move.',
    )
    expect(ko).toBe(
      'Mirae의 고객 만족도(CSAT)는 전환 전 12주보다 11.8%p 낮습니다(88.1% → 76.3%). 실제 변화는 −15.0~−8.6%p 사이일 가능성이 높습니다(평가 2,212건과 2,148건 기준). 두 기간을 단순 비교한 값으로, 원인을 보여 주지는 않습니다. 변화가 전환과 함께 시작되었는지는 주간 차트에서 확인할 수 있습니다.',
    )
  })

  it('of a volume counts by the week', () => {
    const { en, ko } = sentenceFor(demand, { state: 'higher', ...busier })

    expect(en).toContain(
      'Contact volume at Mirae is 25% higher than in the 12 weeks before the move: 840 → 1,050 a week',
    )
    expect(ko).toContain('Mirae의 문의량은 전환 전 12주보다 25% 많습니다(주당 840 → 1,050건).')
  })
})

describe('a range and a verdict that seem to disagree', () => {
  it('a difference that is not called is told without saying that it may be none', () => {
    const { en, ko } = sentenceFor(demand, { state: 'no_clear_change', because: 'swings', ...busier })

    expect(en).toBe(
      'Contact volume at Mirae is 25% higher than in the 12 weeks before the move: 840 → 1,050 a week (range +10% to +42%; 10,080 and 12,600 conversations), but this figure swings so much from week to week that it is not called a change. Watch the coming weeks to see whether it lasts.',
    )
    expect(ko).toBe(
      'Mirae의 문의량은 전환 전 12주보다 25% 많지만(주당 840 → 1,050건, 범위 +10%~+42%, 대화 10,080건과 12,600건 기준), 주별 변동이 커서 변화로 판정하지 않습니다. 차이가 이어지는지 앞으로 몇 주를 더 지켜봐 주십시오.',
    )
  })

  it('a difference that would be called alone says that many figures were checked', () => {
    const { en, ko } = sentenceFor(firstReply, {
      state: 'no_clear_change',
      because: 'many_figures',
      ...faster,
      effect: { value: 1.4, low: 1.1, high: 1.7, unit: 'ratio' },
    })

    expect(en).toContain(
      'but with many figures checked at once this is not certain enough to be called a change.',
    )
    expect(ko).toContain('40% 길지만(')
    expect(ko).toContain('여러 지표를 동시에 확인한 점을 감안하면 변화로 판정하기에 부족합니다.')
  })

  it('a called change whose range holds none says why it is called', () => {
    const effect = { value: 1.4, low: 0.98, high: 1.9, unit: 'ratio' } as const
    const { en, ko } = sentenceFor(firstReply, { state: 'worse', ...faster, effect })

    expect(en).toContain(
      'That range also allows for no change, but week by week the difference is steady enough to be called.',
    )
    expect(ko).toContain('40% 깁니다(')
    expect(ko).toContain('이 범위에는 변화가 없을 가능성도 포함되지만')
  })
})

describe('no clear change', () => {
  it('stayed about the same', () => {
    expect(
      sentenceFor(firstReply, { state: 'no_clear_change', because: 'no_meaningful_change', ...faster }),
    ).toEqual({
      en: 'First reply time at 한빛문고 stayed about the same (2 min 10 s → 1 min 18 s, 12 weeks on each side; 8,120 and 7,980 conversations): any change is smaller than 10%.',
      ko: '한빛문고의 첫 응답 시간은 거의 그대로입니다(2분 10초 → 1분 18초, 전환 전후 각 12주, 대화 8,120건과 7,980건). 변화가 있더라도 10%보다 작습니다.',
    })
  })

  it('moved slightly', () => {
    expect(sentenceFor(csat, { state: 'no_clear_change', because: 'slight', ...unhappy })).toEqual({
      en: 'Customer satisfaction (CSAT) at Mirae moved slightly: −11.8 points (88.1% → 76.3%, 12 weeks on each side; 2,212 and 2,148 ratings). The change looks real but is smaller than the 2 points from which it is called.',
      ko: 'Mirae의 고객 만족도(CSAT)가 소폭 변했습니다. 변화폭은 −11.8%p입니다(88.1% → 76.3%, 전환 전후 각 12주, 평가 2,212건과 2,148건). 실제 변화로 보이지만 판정 기준인 2%p에 미치지 못합니다.',
    })
  })

  it('is never rounded up to the size from which it would be called', () => {
    const slight = { state: 'no_clear_change', because: 'slight', ...faster } as const
    const effect = { value: 1.0996, low: 1.05, high: 1.15, unit: 'ratio' } as const
    const points = { value: -1.97, low: -3, high: -0.5, unit: 'points' } as const

    expect(sentenceFor(firstReply, { ...slight, effect }).en).toContain('moved slightly: +9% (')
    expect(sentenceFor(csat, { ...slight, effect: points }).ko).toContain('변화폭은 −1.9%p입니다')
  })

  it('cannot tell, and more weeks would help', () => {
    const finding: SentenceFinding = {
      state: 'no_clear_change',
      because: 'cannot_tell',
      outlook: { kind: 'more_weeks', weeks: 3 },
      ...faster,
      effect: { value: 0.6, low: 0.55, high: 1.05, unit: 'ratio' },
    }

    expect(sentenceFor(firstReply, finding)).toEqual({
      en: 'We cannot tell yet whether first reply time at 한빛문고 changed (2 min 10 s → 1 min 18 s, 12 weeks on each side; 8,120 and 7,980 conversations): the data fit anything from −45% to +5%. About 3 more weeks should narrow this to ±10%.',
      ko: '한빛문고의 첫 응답 시간이 변했는지 아직 판단할 수 없습니다(2분 10초 → 1분 18초, 전환 전후 각 12주, 대화 8,120건과 7,980건). 현재 데이터로는 −45%~+5% 사이의 어떤 변화도 가능합니다. 약 3주 더 쌓이면 ±10% 수준으로 좁혀질 것으로 보입니다.',
    })
  })

  it('cannot tell, and smaller changes drown in the usual swings', () => {
    const finding: SentenceFinding = {
      state: 'no_clear_change',
      because: 'cannot_tell',
      outlook: { kind: 'smallest_change', size: 0.045 },
      ...unhappy,
    }
    const { en, ko } = sentenceFor(csat, finding)

    expect(en).toContain(
      "At this brand's volume and usual swings, changes smaller than about 4.5 points cannot be told from noise.",
    )
    expect(ko).toContain(
      '이 브랜드의 문의량과 평소 변동을 고려하면 약 4.5%p보다 작은 변화는 우연한 변동과 구분하기 어렵습니다.',
    )
  })

  it('is not called when different people answered', () => {
    expect(sentenceFor(csat, { state: 'no_clear_change', because: 'different_people', ...unhappy })).toEqual({
      en: 'Customer satisfaction (CSAT) at Mirae moved (88.1% → 76.3%, 12 weeks on each side; 2,212 and 2,148 ratings), but different people answered before and after, so this is not called a change.',
      ko: 'Mirae의 고객 만족도(CSAT)가 달라졌지만(88.1% → 76.3%, 전환 전후 각 12주, 평가 2,212건과 2,148건) 전환 전후에 응답한 고객층이 달라 변화로 판정하지 않습니다.',
    })
  })
})

describe('no verdict', () => {
  it('says what is missing and when a result is expected', () => {
    const reason = reasonOf('too_early', { weeks: 1, needed: 4 })

    expect(sentenceFor(csat, { state: 'not_enough_data', reason, readyOn: '2026-12-07' })).toEqual({
      en: 'Not enough data for customer satisfaction (CSAT) at Mirae yet. Only 1 of the 4 whole weeks needed after the ramp is complete. A result is expected from 7 December 2026.',
      ko: 'Mirae의 고객 만족도(CSAT)는 아직 데이터가 부족합니다. 안정화 기간 이후 필요한 4주 가운데 1주만 집계가 끝났습니다. 2026년 12월 7일부터 결과를 볼 수 있을 것으로 예상됩니다.',
    })
  })

  it('says why two sides cannot be compared', () => {
    const reason = reasonOf('different_csat_family', { surveysAfter: true })

    expect(sentenceFor(csat, { state: 'not_comparable', reason, hasBothSides: true })).toEqual({
      en: 'Customer satisfaction (CSAT) at Mirae cannot be compared before and after the move. Customers were asked for a good or bad rating before and answer a survey now: two different questions. Both values are shown side by side without a verdict.',
      ko: 'Mirae의 고객 만족도(CSAT)는 전환 전후를 비교할 수 없습니다. 전환 전에는 좋음·나쁨 평가를, 지금은 설문을 받고 있어 서로 다른 질문입니다. 판정 없이 두 값을 나란히 보여 드립니다.',
    })
  })

  it('promises two values only where there are two', () => {
    const reason = reasonOf('bot_only_not_recorded', {})
    const { en, ko } = sentenceFor(demand, { state: 'not_comparable', reason, hasBothSides: false })

    expect(en).toBe(
      'Contact volume at Mirae cannot be compared before and after the move. For a time after the move, conversations the bot held alone were not recorded; those weeks cannot be counted.',
    )
    expect(ko).not.toContain('나란히')
  })

  it('shows a brand that never moved as it is now', () => {
    const now = { value: 466, n: 1864, from: '2026-10-12', to: '2026-11-09' }

    expect(sentenceFor(demand, { state: 'not_moved', now })).toEqual({
      en: 'Mirae has not moved to messaging yet, so there is nothing to compare for contact volume. The current value is 466 a week (4 weeks to 8 November 2026, 1,864 conversations).',
      ko: 'Mirae 브랜드는 아직 메시징으로 전환하지 않아 문의량을 비교할 수 없습니다. 현재 값은 2026년 11월 8일까지 4주간 대화 1,864건 기준으로 주당 466건입니다.',
    })
    expect(sentenceFor(demand, { state: 'not_moved', now: null }).en).toBe(
      'Mirae has not moved to messaging yet, so there is nothing to compare for contact volume.',
    )
  })
})

describe('a size in words', () => {
  it('is never rounded down to nothing', () => {
    expect(sizeWords(0.12, 'duration', 'en')).toBe('12%')
    expect(sizeWords(0.004, 'count', 'ko')).toBe('0.4%')
    expect(sizeWords(0.045, 'rate', 'ko')).toBe('4.5%p')
  })
})

describe('the margin in words', () => {
  it('is a share of a duration and points of a rate', () => {
    expect(marginWords({ kind: 'duration', margin: 0.1 }, 'en')).toBe('10%')
    expect(marginWords({ kind: 'rate', margin: 0.02 }, 'en')).toBe('2 points')
    expect(marginWords({ kind: 'rate', margin: 0.02 }, 'ko')).toBe('2%p')
    expect(marginWords({ kind: 'rate', margin: 0.01 }, 'en')).toBe('1 point')
  })
})

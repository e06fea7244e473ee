import { describe, expect, it } from 'vitest'
import { sentenceFor } from '../../server/text/sentences.ts'
import { change, subjects } from './findings.ts'

const [firstReply, csat, demand, workload, messages, cost] = subjects('Mirae')
const faster = { ...change('duration'), method: 'staggered', grade: 'A' } as const
const unhappy = { ...change('rate'), method: 'staggered', grade: 'B' } as const
const busier = { ...change('count'), method: 'interrupted', grade: 'B', model: 'year' } as const

describe('a change beside brands that had not moved', () => {
  it('is held against what was to be expected without the move', () => {
    expect(sentenceFor(firstReply, { ...faster, state: 'improved', controls: ['한빛', '새봄'] })).toEqual({
      en: 'First reply time at Mirae improved after the move to messaging: 2 min 10 s → 1 min 18 s, 38% shorter than the 2 min 5 s to be expected without the move (likely between −45% and −30%; 26 weeks before and 10 after, 8,120 and 7,980 conversations). Brands that had not moved (한빛, 새봄) did not show this change.',
      ko: 'Mirae의 첫 응답 시간이 메시징 전환 후 개선되었습니다(2분 10초 → 1분 18초). 전환하지 않았다면 예상되는 값인 2분 5초보다 38% 짧으며, 실제 변화는 −45%~−30% 사이일 가능성이 높습니다(전환 전 26주와 전환 후 10주, 대화 8,120건과 7,980건 기준). 아직 전환하지 않은 브랜드(한빛, 새봄)에서는 이런 변화가 나타나지 않았습니다.',
    })
  })

  it('for the worse is said in points and ratings', () => {
    expect(sentenceFor(csat, { ...unhappy, state: 'worse', controls: 1 })).toEqual({
      en: 'Customer satisfaction (CSAT) at Mirae got worse after the move to messaging: 88.1% → 76.3%, 12.1 points lower than the 88.4% to be expected without the move (likely between −15.0 and −8.6 points; 26 weeks before and 10 after, 8,120 and 7,980 ratings). The brand that had not moved did not show this change.',
      ko: 'Mirae의 고객 만족도(CSAT)가 메시징 전환 후 악화되었습니다(88.1% → 76.3%). 전환하지 않았다면 예상되는 값인 88.4%보다 12.1%p 낮으며, 실제 변화는 −15.0~−8.6%p 사이일 가능성이 높습니다(전환 전 26주와 전환 후 10주, 평가 8,120건과 7,980건 기준). 아직 전환하지 않은 브랜드 한 곳에서는 이런 변화가 나타나지 않았습니다.',
    })
  })

  it('says the number of brands where they are more than three, or have no names to say', () => {
    const many = sentenceFor(firstReply, { ...faster, state: 'improved', controls: ['a', 'b', 'c', 'd'] })
    const nameless = sentenceFor(firstReply, { ...faster, state: 'improved', controls: 7 })
    const unknown = sentenceFor(firstReply, { ...faster, state: 'improved' })

    expect(many.en).toMatch(/\. The 4 brands that had not moved did not show this change\.$/)
    expect(nameless.ko).toMatch(/\. 아직 전환하지 않은 브랜드 7개에서는 이런 변화가 나타나지 않았습니다\.$/)
    expect(unknown.en).toMatch(/\. Brands that had not moved did not show this change\.$/)
  })

  it('that all brands made in part is told as more than theirs', () => {
    const { en, ko } = sentenceFor(firstReply, {
      ...faster,
      state: 'improved',
      controls: ['한빛'],
      everyoneMoved: true,
    })

    expect(en).toMatch(/The brand that had not moved \(한빛\) changed in the same direction, but less\.$/)
    expect(ko).toMatch(
      /아직 전환하지 않은 브랜드\(한빛\)도 같은 방향으로 움직였지만 변화폭이 더 작았습니다\.$/,
    )
  })

  it('is explained where the figure itself went the other way', () => {
    const slower = { ...faster.after, value: 140 }
    const { en, ko } = sentenceFor(firstReply, {
      ...faster,
      state: 'improved',
      after: slower,
      expected: { value: 200, low: 180, high: 220 },
      controls: ['한빛', '새봄'],
      everyoneMoved: true,
    })

    expect(en).toContain('2 min 10 s → 2 min 20 s, 38% shorter than the 3 min 20 s to be expected')
    expect(en).toMatch(
      /The figure itself became longer, but by less than at brands that had not moved \(한빛, 새봄\)\.$/,
    )
    expect(ko).toMatch(/값 자체는 길어졌지만 아직 전환하지 않은 브랜드\(한빛, 새봄\)보다 덜 길어졌습니다\.$/)
  })

  it('does without the expected value where that may not be said', () => {
    const { en, ko } = sentenceFor(firstReply, { ...faster, state: 'improved', expected: null })

    expect(en).toContain('1 min 18 s, 38% shorter than to be expected without the move (likely')
    expect(ko).toContain('전환하지 않았다면 예상되는 값보다 38% 짧으며,')
  })

  it('of grade C may be due to the move', () => {
    const { en, ko } = sentenceFor(firstReply, { ...faster, grade: 'C', state: 'worse' })

    expect(en).toBe(
      'First reply time at Mirae got worse: 2 min 10 s → 1 min 18 s, about 38% shorter than the 2 min 5 s to be expected without the move (likely between −45% and −30%; 26 weeks before and 10 after, 8,120 and 7,980 conversations). This may be due to the move, but the comparison with brands that had not moved has weak points, so other causes cannot be ruled out.',
    )
    expect(ko).toBe(
      'Mirae의 첫 응답 시간이 악화되었습니다(2분 10초 → 1분 18초). 전환하지 않았다면 예상되는 값인 2분 5초보다 약 38% 짧으며, 실제 변화는 −45%~−30% 사이일 가능성이 높습니다(전환 전 26주와 전환 후 10주, 대화 8,120건과 7,980건 기준). 전환의 영향일 수 있으나, 비교 브랜드와의 비교에 약점이 있어 다른 원인을 배제할 수 없습니다.',
    )
  })

  it('of grade C may be due to another way of measuring', () => {
    const { en, ko } = sentenceFor(csat, {
      ...unhappy,
      grade: 'C',
      state: 'worse',
      isMeasuredDifferently: true,
    })

    expect(en).toMatch(
      /This may be due to the move, or to what is measured differently before and after it\.$/,
    )
    expect(ko).toMatch(/전환의 영향일 수 있으나, 전환 전후의 측정 방식이 달라서 생긴 차이일 수도 있습니다\.$/)
  })

  it('of grade D is only told', () => {
    expect(sentenceFor(workload, { ...busier, method: 'staggered', grade: 'D', state: 'worse' })).toEqual({
      en: 'Conversations handled by agents at Mirae are 22% higher than the 860 a week to be expected without the move: 840 → 1,050 a week (likely between +10% and +42%; 26 weeks before and 10 after, 8,120 and 7,980 conversations). Too many checks of this comparison failed, so it does not show the cause.',
      ko: 'Mirae의 상담원이 응대한 대화는 전환하지 않았다면 예상되는 값인 주당 860건보다 22% 많습니다(주당 840 → 1,050건). 실제 변화는 +10%~+42% 사이일 가능성이 높습니다(전환 전 26주와 전환 후 10주, 대화 8,120건과 7,980건 기준). 비교에 대한 점검을 여러 건 통과하지 못해, 원인을 보여 주지는 않습니다.',
    })
  })
})

describe('a change beside the brand’s own course', () => {
  it('with a year of history says that season was allowed for, and how far the figure swings by itself', () => {
    expect(sentenceFor(demand, { ...busier, state: 'higher', swing: 0.08 })).toEqual({
      en: "Contact volume at Mirae rose after the move to messaging: 840 → 1,050 a week, 22% higher than the 860 a week to be expected without the move (likely between +10% and +42%; 26 weeks before and 10 after, 8,120 and 7,980 conversations). There was no comparison brand; this brand's own trend and the time of year were allowed for. Before the move this figure swung ±8% between comparable periods by itself.",
      ko: 'Mirae의 문의량이 메시징 전환 후 늘었습니다(주당 840 → 1,050건). 전환하지 않았다면 예상되는 값인 주당 860건보다 22% 많으며, 실제 변화는 +10%~+42% 사이일 가능성이 높습니다(전환 전 26주와 전환 후 10주, 대화 8,120건과 7,980건 기준). 비교할 브랜드가 없어, 이 브랜드의 기존 추세와 계절 변동을 반영해 추정했습니다. 전환 전에도 이 수치는 비슷한 기간 사이에 ±8% 정도 저절로 오르내렸습니다.',
    })
  })

  it('with less history cannot rule season out', () => {
    const { en, ko } = sentenceFor(messages, {
      ...change('load'),
      method: 'interrupted',
      grade: 'C',
      model: 'local',
      state: 'higher',
    })

    expect(en).toBe(
      'Messages per conversation at Mirae rose: 8.42 → 12.1, about 22% higher than the 8.60 to be expected without the move (likely between +10% and +42%; 26 weeks before and 10 after, 8,120 and 7,980 conversations). This may be due to the move, but season or other changes cannot be ruled out.',
    )
    expect(ko).toBe(
      'Mirae의 대화당 메시지 수가 늘었습니다(8.42 → 12.1). 전환하지 않았다면 예상되는 값인 8.60보다 약 22% 많으며, 실제 변화는 +10%~+42% 사이일 가능성이 높습니다(전환 전 26주와 전환 후 10주, 대화 8,120건과 7,980건 기준). 전환의 영향일 수 있으나 계절이나 다른 변화의 영향을 배제할 수 없습니다.',
    )
  })

  it('of costs is said in the account’s currency', () => {
    const { en, ko } = sentenceFor(cost, {
      ...change('money'),
      method: 'interrupted',
      grade: 'C',
      model: 'year',
      state: 'improved',
    })

    expect(en).toContain('₩3,200 → ₩2,500, about 38% lower than the ₩3,150 to be expected')
    expect(en).toMatch(/This may be due to the move, but other changes at that time cannot be ruled out\.$/)
    expect(ko).toContain('예상되는 값인 ₩3,150보다 약 38% 낮으며')
  })

  it('says that automatic replies are in it', () => {
    const finding = { ...busier, state: 'higher', includesAutomaticReplies: true } as const

    expect(sentenceFor(demand, finding).en).toMatch(/ The figure includes automatic replies\.$/)
    expect(sentenceFor(demand, finding).ko).toMatch(/ 자동 응답이 포함된 수치입니다\.$/)
  })
})

describe('no clear change against what was to be expected', () => {
  const unclear = { ...faster, state: 'no_clear_change' } as const

  it('tells a season that all brands share', () => {
    const finding = { ...unclear, because: 'no_meaningful_change', everyoneMoved: true } as const

    expect(sentenceFor(firstReply, finding)).toEqual({
      en: 'First reply time at Mirae is about where it was to be expected without the move (2 min 10 s → 1 min 18 s; expected 2 min 5 s; 26 weeks before and 10 after, 8,120 and 7,980 conversations): any change is smaller than 10%. All brands changed in the same direction at this time, including those that had not moved.',
      ko: 'Mirae의 첫 응답 시간은 전환하지 않았다면 예상되는 값과 거의 같습니다(2분 10초 → 1분 18초, 예상값 2분 5초, 전환 전 26주와 전환 후 10주, 대화 8,120건과 7,980건). 변화가 있더라도 10%보다 작습니다. 이 시기에는 아직 전환하지 않은 브랜드까지 모든 브랜드가 같은 방향으로 움직였습니다.',
    })
  })

  it('moved slightly', () => {
    const effect = { value: 0.94, low: 0.9, high: 0.98, unit: 'ratio' } as const

    expect(sentenceFor(firstReply, { ...unclear, effect, because: 'slight' })).toEqual({
      en: 'First reply time at Mirae moved slightly against what was to be expected without the move: −6% (2 min 10 s → 1 min 18 s; expected 2 min 5 s; 26 weeks before and 10 after, 8,120 and 7,980 conversations). The change looks real but is smaller than the 10% from which it is called.',
      ko: 'Mirae의 첫 응답 시간이 소폭 변했습니다. 전환하지 않았다면 예상되는 값과의 차이는 −6%입니다(2분 10초 → 1분 18초, 예상값 2분 5초, 전환 전 26주와 전환 후 10주, 대화 8,120건과 7,980건). 실제 변화로 보이지만 판정 기준인 10%에 미치지 못합니다.',
    })
  })

  it('cannot tell, and says how far the figure swings by itself', () => {
    const effect = { value: 0.9, low: 0.7, high: 1.15, unit: 'ratio' } as const
    const outlook = { kind: 'more_weeks', weeks: 6 } as const

    expect(
      sentenceFor(firstReply, { ...unclear, effect, because: 'cannot_tell', outlook, swing: 0.12 }),
    ).toEqual({
      en: 'We cannot tell yet whether first reply time at Mirae changed with the move (2 min 10 s → 1 min 18 s; expected 2 min 5 s; 26 weeks before and 10 after, 8,120 and 7,980 conversations): against what was to be expected without it, the data fit anything from −30% to +15%. Before the move this figure swung ±12% between comparable periods by itself. About 6 more weeks should narrow this to ±10%.',
      ko: 'Mirae의 첫 응답 시간이 전환으로 변했는지 아직 판단할 수 없습니다(2분 10초 → 1분 18초, 예상값 2분 5초, 전환 전 26주와 전환 후 10주, 대화 8,120건과 7,980건). 현재 데이터로는 전환하지 않았다면 예상되는 값과 견주어 −30%~+15% 사이의 어떤 변화도 가능합니다. 전환 전에도 이 수치는 비슷한 기간 사이에 ±12% 정도 저절로 오르내렸습니다. 약 6주 더 쌓이면 ±10% 수준으로 좁혀질 것으로 보입니다.',
    })
  })

  it('says how much of a difference is a changed mix', () => {
    const adjusted = { value: 0.95, low: 0.88, high: 1.03, unit: 'ratio' } as const
    const finding = { ...unclear, because: 'mix_shift', mix: { adjusted, share: 0.86 } } as const

    expect(sentenceFor(firstReply, finding)).toEqual({
      en: 'First reply time at Mirae moved (2 min 10 s → 1 min 18 s; expected 2 min 5 s; 26 weeks before and 10 after, 8,120 and 7,980 conversations), but about 86% of it comes from customers asking about other things, or at other times, than before. With the same mix on both sides the change is −5% (likely between −12% and +3%), so it is not called. Compare topic by topic before acting on it.',
      ko: 'Mirae의 첫 응답 시간이 달라졌지만(2분 10초 → 1분 18초, 예상값 2분 5초, 전환 전 26주와 전환 후 10주, 대화 8,120건과 7,980건), 차이의 약 86%는 고객이 문의한 주제나 시간대의 구성이 달라진 데 따른 것입니다. 문의 구성이 같다고 보면 변화폭은 −5%이며(실제 변화는 −12%~+3% 사이일 가능성이 높음), 변화로 판정하지 않습니다. 주제별로 나누어 확인한 뒤 판단해 주십시오.',
    })
  })

  it('never puts more than all of a difference, or less than none, down to the mix', () => {
    const say = (share: number | null) =>
      sentenceFor(firstReply, { ...unclear, because: 'mix_shift', mix: { adjusted: null, share } })

    expect(say(1.4).en).toContain('but nearly all of it comes from customers')
    expect(say(1.4).ko).toContain('차이의 대부분은 고객이 문의한')
    expect(say(-0.3).en).toContain('but it may come from customers')
    expect(say(null).ko).toContain('구성이 달라진 데 따른 것일 수 있습니다.')
  })
})

describe('two periods at a time when all brands changed', () => {
  it('says so instead of pointing to the chart', () => {
    const { en, ko } = sentenceFor(firstReply, {
      ...faster,
      method: 'windows',
      grade: 'D',
      state: 'improved',
      everyoneMoved: true,
    })

    expect(en).toMatch(
      /This compares two periods only; it does not show the cause\. All brands changed in the same direction at this time, including those that had not moved\.$/,
    )
    expect(ko).toMatch(
      /원인을 보여 주지는 않습니다\. 이 시기에는 아직 전환하지 않은 브랜드까지 모든 브랜드가 같은 방향으로 움직였습니다\.$/,
    )
  })

  it('speaks of no cause even if a better grade is handed over', () => {
    const { en } = sentenceFor(firstReply, { ...faster, method: 'windows', grade: 'A', state: 'improved' })

    expect(en).toContain('This compares two periods only; it does not show the cause.')
  })
})

describe('a figure that exists on one side only', () => {
  it('shows its present value', () => {
    const now = { value: 0.421, n: 1864, from: '2026-10-12', to: '2026-11-09' }
    const reason = { en: 'The figure exists in messaging only.', ko: '메시징에만 있는 지표입니다.' }

    expect(sentenceFor(csat, { state: 'not_comparable', reason, hasBothSides: false, now })).toEqual({
      en: 'Customer satisfaction (CSAT) at Mirae cannot be compared before and after the move. The figure exists in messaging only. The current value is 42.1% (4 weeks to 8 November 2026, 1,864 ratings).',
      ko: 'Mirae의 고객 만족도(CSAT)는 전환 전후를 비교할 수 없습니다. 메시징에만 있는 지표입니다. 현재 값은 2026년 11월 8일까지 4주간 평가 1,864건 기준으로 42.1%입니다.',
    })
  })
})

describe('an English name', () => {
  const say = (name: string) => {
    const subject = { ...csat, metric: { ...csat.metric, name: { en: name, ko: '지표' } } }
    return sentenceFor(subject, { ...change('rate'), method: 'windows', state: 'lower' }).en
  }

  it('of several things takes a plural verb', () => {
    expect(say('Missed chats')).toMatch(/^Missed chats at Mirae are 12\.1 points lower/)
    expect(say('Conversations at once')).toMatch(/^Conversations at once at Mirae are 12\.1/)
    expect(say('Unserved rate')).toMatch(/^Unserved rate at Mirae is 12\.1 points lower/)
  })

  it('with an afterthought closes it before the brand', () => {
    expect(say('First reply time, automatic replies included')).toMatch(
      /^First reply time, automatic replies included, at Mirae is 12\.1 points lower/,
    )
  })
})

describe('Korean particles', () => {
  it('follow the last sound of a name, whatever the brand is called', () => {
    const say = (brand: string) => sentenceFor(subjects(brand)[2], { ...busier, state: 'higher' }).ko

    expect(say('한빛문고')).toMatch(/^한빛문고의 문의량이 메시징 전환 후 늘었습니다/)
    expect(sentenceFor(subjects('Shop 24')[3], { ...busier, state: 'worse' }).ko).toMatch(
      /^Shop 24의 상담원이 응대한 대화가 메시징 전환 후 악화되었습니다/,
    )
  })
})

import { describe, expect, it } from 'vitest'
import type { PooledEstimate, PooledFinding } from '../../server/text/pooled-findings.ts'
import { pooledSentenceFor } from '../../server/text/pooled-sentences.ts'
import { calledStates, change, subjects } from './findings.ts'
import { faultsOf } from './plain-words.ts'

const [firstReply, csat, demand] = subjects('')
const faster: PooledEstimate = {
  effect: { value: 0.7, low: 0.62, high: 0.79, unit: 'ratio' },
  brands: 5,
  comparedWith: 'expected',
  grade: 'A',
}

describe('all moved brands together', () => {
  it('improved, differ, and tell what a further brand could expect', () => {
    expect(
      pooledSentenceFor(firstReply, {
        ...faster,
        state: 'improved',
        spread: { low: 0.55, high: 0.95, unit: 'ratio' },
        further: { low: 0.48, high: 1.03, unit: 'ratio' },
      }),
    ).toEqual({
      en: 'Across the 5 brands that moved, first reply time improved: on average it is 30% shorter than to be expected without the move (likely between −38% and −21%). Brands differ: from −45% to −5%. A further brand could expect a change between −52% and +3%.',
      ko: '전환한 브랜드 5개를 종합하면 첫 응답 시간이 개선되었습니다. 전환하지 않았다면 예상되는 값보다 평균 30% 짧으며, 실제 변화는 −38%~−21% 사이일 가능성이 높습니다. 브랜드별 변화는 −45%~−5%로 서로 다릅니다. 앞으로 전환할 브랜드의 변화는 −52%~+3% 사이로 예상됩니다.',
    })
  })

  it('say nothing of a further brand below five', () => {
    const finding = {
      ...faster,
      brands: 4,
      state: 'improved',
      further: { low: 0.48, high: 1.03, unit: 'ratio' },
    } as const

    expect(pooledSentenceFor(firstReply, finding).en).not.toContain('A further brand')
    expect(pooledSentenceFor(firstReply, finding).ko).not.toContain('앞으로 전환할')
  })

  it('got worse, by grade C maybe because of the move', () => {
    const effect = { value: -4.1, low: -6, high: -2.2, unit: 'points' } as const

    expect(pooledSentenceFor(csat, { ...faster, effect, grade: 'C', state: 'worse' })).toEqual({
      en: 'Across the 5 brands that moved, customer satisfaction (CSAT) got worse: on average it is 4.1 points lower than to be expected without the move (likely between −6.0 and −2.2 points). This may be due to the move, but other causes cannot be ruled out.',
      ko: '전환한 브랜드 5개를 종합하면 고객 만족도(CSAT)가 악화되었습니다. 전환하지 않았다면 예상되는 값보다 평균 4.1%p 낮으며, 실제 변화는 −6.0~−2.2%p 사이일 가능성이 높습니다. 전환의 영향일 수 있으나 다른 원인을 배제할 수 없습니다.',
    })
  })

  it('compared in two periods only speak of no cause', () => {
    expect(pooledSentenceFor(demand, { ...faster, comparedWith: 'before', state: 'lower' })).toEqual({
      en: 'Across the 5 brands that moved, contact volume is on average 30% lower than before the move (likely between −38% and −21%). This compares two periods only; it does not show the cause.',
      ko: '전환한 브랜드 5개를 종합하면 문의량은 전환 전보다 평균 30% 적습니다. 실제 변화는 −38%~−21% 사이일 가능성이 높습니다. 두 기간을 단순 비교한 값으로, 원인을 보여 주지는 않습니다.',
    })
  })

  it('show no meaningful change', () => {
    const finding = { ...faster, state: 'no_clear_change', because: 'no_meaningful_change' } as const

    expect(pooledSentenceFor(firstReply, finding)).toEqual({
      en: 'Across the 5 brands that moved, first reply time is about where it was to be expected without the move: any change on average is smaller than 10%.',
      ko: '전환한 브랜드 5개를 종합하면 첫 응답 시간은 전환하지 않았다면 예상되는 값과 거의 같습니다. 평균적인 변화가 있더라도 10%보다 작습니다.',
    })
  })

  it('cannot tell', () => {
    const effect = { value: 0.96, low: 0.86, high: 1.07, unit: 'ratio' } as const

    expect(
      pooledSentenceFor(firstReply, { ...faster, effect, state: 'no_clear_change', because: 'cannot_tell' }),
    ).toEqual({
      en: 'Across the 5 brands that moved, we cannot tell yet whether first reply time changed on average: the data fit anything from −14% to +7%.',
      ko: '전환한 브랜드 5개를 종합하면 첫 응답 시간이 변했는지 아직 판단할 수 없습니다. 현재 데이터로는 평균 −14%~+7% 사이의 어떤 변화도 가능합니다.',
    })
  })

  it('need two brands with a result', () => {
    expect(pooledSentenceFor(demand, { state: 'not_enough_data', brands: 1 })).toEqual({
      en: 'Not enough data yet to put contact volume together across brands: only one brand that moved has a result, and at least two are needed.',
      ko: '문의량을 브랜드 전체로 종합하기에는 아직 데이터가 부족합니다. 전환한 브랜드 가운데 결과가 나온 곳이 1곳뿐으로, 두 곳 이상이 필요합니다.',
    })
  })
})

describe('every pooled finding', () => {
  it('is a plain sentence in both languages', () => {
    const said = subjects('').flatMap((subject) =>
      findingsOf({ ...faster, effect: change(subject.metric.kind).effect }).map((finding) =>
        pooledSentenceFor(subject, finding),
      ),
    )

    expect(said.length).toBeGreaterThan(300)
    expect(said.flatMap(faultsOf)).toEqual([])
  })
})

function findingsOf(estimate: PooledEstimate): PooledFinding[] {
  const span = { low: estimate.effect.low, high: estimate.effect.high, unit: estimate.effect.unit }
  const reason = { en: 'Customers were asked different questions.', ko: '서로 다른 질문입니다.' }
  const estimates = (['A', 'B', 'C', 'D'] as const).flatMap((grade) => [
    { ...estimate, grade, spread: span, further: span },
    { ...estimate, grade, comparedWith: 'before' as const },
  ])
  return [
    ...estimates.flatMap((found) => calledStates.map((state) => ({ ...found, state }))),
    ...estimates.flatMap((found) =>
      (['no_meaningful_change', 'slight', 'cannot_tell', 'many_figures'] as const).map((because) => ({
        ...found,
        state: 'no_clear_change' as const,
        because,
      })),
    ),
    { state: 'not_enough_data', brands: 0 },
    { state: 'not_enough_data', brands: 1 },
    { state: 'not_comparable', reason },
  ]
}

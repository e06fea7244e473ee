import { withParticle } from './korean-particle.ts'
import type { PooledEstimate, PooledFinding, PooledSubject } from './pooled-findings.ts'
import { furtherOf, pooledGrade } from './pooled-findings.ts'
import { comparisonWords, marginWords, rangeWords, slightWords } from './sentence-parts.ts'
import { andThen, movedStem, polite } from './sentence-words-ko.ts'

/** What the moved brands show together, in Korean. */
export function pooledInKorean(subject: PooledSubject, finding: PooledFinding): string {
  const name = subject.metric.name.ko
  switch (finding.state) {
    case 'not_enough_data':
      return `${withParticle(name, '을/를')} 브랜드 전체로 종합하기에는 아직 데이터가 부족합니다. ${haveResult(finding.brands)}`
    case 'not_comparable':
      return `전환한 브랜드의 ${withParticle(name, '을/를')} 종합할 수 없습니다. ${finding.reason.ko}`
    case 'no_clear_change':
      return [...unclear(subject, finding), ...differences(finding)].join(' ')
    default:
      return [...called(subject, finding), ...differences(finding)].join(' ')
  }
}

function across({ brands }: PooledEstimate): string {
  return `전환한 브랜드 ${brands}개를 종합하면`
}

function called(
  { metric }: PooledSubject,
  finding: Extract<PooledFinding, { state: 'improved' | 'worse' | 'higher' | 'lower' }>,
): string[] {
  const name = metric.name.ko
  const size = `${than(finding)}보다 평균 ${comparisonWords(finding.effect, metric.kind, 'ko')}`
  const likely = `실제 변화는 ${rangeWords(finding.effect, '~', 'ko')} 사이일 가능성이 높습니다.`
  const grade = pooledGrade(finding)
  if (grade === 'D')
    return [
      `${across(finding)} ${withParticle(name, '은/는')} ${polite(size)}.`,
      likely,
      finding.comparedWith === 'before'
        ? '두 기간을 단순 비교한 값으로, 원인을 보여 주지는 않습니다.'
        : '비교에 대한 점검을 여러 건 통과하지 못해, 원인을 보여 주지는 않습니다.',
    ]
  return [
    `${across(finding)} ${withParticle(name, '이/가')} ${verbOf(metric, finding.state)}.`,
    `${andThen(size)}, ${likely}`,
    ...(grade === 'C' ? ['전환의 영향일 수 있으나 다른 원인을 배제할 수 없습니다.'] : []),
  ]
}

function verbOf({ kind }: PooledSubject['metric'], state: 'improved' | 'worse' | 'higher' | 'lower'): string {
  if (state === 'improved') return '개선되었습니다'
  return state === 'worse' ? '악화되었습니다' : `${movedStem(kind, state)}습니다`
}

function unclear(
  { metric }: PooledSubject,
  finding: Extract<PooledFinding, { state: 'no_clear_change' }>,
): string[] {
  const name = metric.name.ko
  const margin = marginWords(metric, 'ko')
  const range = rangeWords(finding.effect, '~', 'ko')
  switch (finding.because) {
    case 'no_meaningful_change':
      return [
        `${across(finding)} ${withParticle(name, '은/는')} ${finding.comparedWith === 'before' ? '거의 그대로입니다' : '전환하지 않았다면 예상되는 값과 거의 같습니다'}.`,
        `평균적인 변화가 있더라도 ${margin}보다 작습니다.`,
      ]
    case 'slight':
      return [
        `${across(finding)} ${withParticle(name, '이/가')} 소폭 변했습니다.`,
        `평균 변화폭은 ${slightWords(finding.effect, metric.margin, 'ko')}이며, 실제 변화는 ${range} 사이일 가능성이 높습니다.`,
        `실제 변화로 보이지만 판정 기준인 ${margin}에 미치지 못합니다.`,
      ]
    case 'cannot_tell':
      return [
        `${across(finding)} ${withParticle(name, '이/가')} 변했는지 아직 판단할 수 없습니다.`,
        `현재 데이터로는 평균 ${range} 사이의 어떤 변화도 가능합니다.`,
      ]
    case 'many_figures':
      return [
        `${across(finding)} ${withParticle(name, '은/는')} ${than(finding)}보다 평균 ${comparisonWords(finding.effect, metric.kind, 'ko')}지만(범위 ${range}), 여러 지표를 동시에 확인한 점을 감안하면 변화로 판정하기에 부족합니다.`,
      ]
  }
}

function than({ comparedWith }: PooledEstimate): string {
  return comparedWith === 'before' ? '전환 전' : '전환하지 않았다면 예상되는 값'
}

/** How far the brands lie apart, and what that means for the next one. */
function differences(estimate: PooledEstimate): string[] {
  const further = furtherOf(estimate)
  return [
    ...(estimate.spread
      ? [`브랜드별 변화는 ${rangeWords(estimate.spread, '~', 'ko')}로 서로 다릅니다.`]
      : []),
    ...(further
      ? [`앞으로 전환할 브랜드의 변화는 ${rangeWords(further, '~', 'ko')} 사이로 예상됩니다.`]
      : []),
  ]
}

function haveResult(brands: number): string {
  if (brands === 0) return '전환한 브랜드 가운데 결과가 나온 곳이 없으며, 두 곳 이상이 필요합니다.'
  return `전환한 브랜드 가운데 결과가 나온 곳이 ${brands}곳뿐으로, 두 곳 이상이 필요합니다.`
}

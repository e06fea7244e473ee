import { withParticle } from './korean-particle.ts'
import type { CalledFinding, SentenceSubject } from './sentence-findings.ts'
import { gradeOf, hasExpectation, wentTheOtherWay } from './sentence-findings.ts'
import { countsWords, rangeWords, valuesWords, weeksWords } from './sentence-parts.ts'
import {
  andThen,
  automaticReplies,
  comparison,
  controlBrands,
  difference,
  everyoneWords,
  movedStem,
  nameIn,
  otherWay,
  polite,
  swingWords,
} from './sentence-words-ko.ts'
import { spansNoChange } from './spans-no-change.ts'

/** A called change in Korean: what changed by how much, then what may be said of the cause. */
export function calledInKorean(subject: SentenceSubject, finding: CalledFinding): string {
  return [
    ...(hasExpectation(finding) ? againstExpectation(subject, finding) : twoPeriods(subject, finding)),
    ...automaticReplies(finding),
  ].join(' ')
}

function twoPeriods(subject: SentenceSubject, finding: CalledFinding): string[] {
  const counts = countsWords(finding, subject.metric.key, 'ko')
  return [
    `${polite(difference(subject, finding))}(${valuesWords(finding, subject, 'ko')}).`,
    `실제 변화는 ${rangeWords(finding.effect, '~', 'ko')} 사이일 가능성이 높습니다(${counts} 기준).`,
    ...(spansNoChange(finding.effect)
      ? ['이 범위에는 변화가 없을 가능성도 포함되지만, 주별로 보면 차이가 꾸준하여 변화로 판정했습니다.']
      : []),
    '두 기간을 단순 비교한 값으로, 원인을 보여 주지는 않습니다.',
    finding.everyoneMoved
      ? everyoneWords
      : '변화가 전환과 함께 시작되었는지는 주간 차트에서 확인할 수 있습니다.',
  ]
}

function againstExpectation(subject: SentenceSubject, finding: CalledFinding): string[] {
  const grade = gradeOf(finding)
  const values = valuesWords(finding, subject, 'ko')
  const likely = `실제 변화는 ${rangeWords(finding.effect, '~', 'ko')} 사이일 가능성이 높습니다(${weeksWords(finding, 'ko')}, ${countsWords(finding, subject.metric.key, 'ko')} 기준).`
  if (grade === 'D')
    return [
      `${polite(difference(subject, finding))}(${values}).`,
      likely,
      '비교에 대한 점검을 여러 건 통과하지 못해, 원인을 보여 주지는 않습니다.',
      ...everyone(finding),
    ]
  const name = withParticle(nameIn(subject), '이/가')
  const verb = verbOf(subject, finding)
  if (grade === 'C')
    return [
      `${name} ${verb}(${values}).`,
      `${andThen(comparison(subject, finding, true))}, ${likely}`,
      doubt(finding),
      ...otherWay(subject, finding),
      ...everyone(finding),
    ]
  return [
    `${name} 메시징 전환 후 ${verb}(${values}).`,
    `${andThen(comparison(subject, finding))}, ${likely}`,
    ...(finding.method === 'staggered' ? besideOthers(subject, finding) : ownTrend(subject, finding)),
  ]
}

function verbOf({ metric }: SentenceSubject, { state }: CalledFinding): string {
  if (state === 'improved') return '개선되었습니다'
  return state === 'worse' ? '악화되었습니다' : `${movedStem(metric.kind, state)}습니다`
}

/** What brands that had not moved showed meanwhile. */
function besideOthers(subject: SentenceSubject, finding: CalledFinding): string[] {
  const brands = controlBrands(finding)
  if (wentTheOtherWay(finding)) return otherWay(subject, finding, brands)
  return [
    finding.everyoneMoved
      ? `${brands}도 같은 방향으로 움직였지만 변화폭이 더 작았습니다.`
      : `${brands}에서는 이런 변화가 나타나지 않았습니다.`,
  ]
}

function ownTrend(subject: SentenceSubject, finding: CalledFinding): string[] {
  return [
    finding.model === 'local'
      ? '비교할 브랜드가 없어, 이 브랜드의 최근 추세를 반영해 추정했습니다.'
      : '비교할 브랜드가 없어, 이 브랜드의 기존 추세와 계절 변동을 반영해 추정했습니다.',
    ...otherWay(subject, finding),
    ...everyone(finding),
    ...swingWords(subject, finding),
  ]
}

/** Why grade C only says that the move may be the cause. */
function doubt({ method, model, isMeasuredDifferently = false }: CalledFinding): string {
  if (isMeasuredDifferently)
    return '전환의 영향일 수 있으나, 전환 전후의 측정 방식이 달라서 생긴 차이일 수도 있습니다.'
  if (method === 'interrupted' && model === 'year')
    return '전환의 영향일 수 있으나 그 시기의 다른 변화의 영향을 배제할 수 없습니다.'
  return method === 'staggered'
    ? '전환의 영향일 수 있으나, 비교 브랜드와의 비교에 약점이 있어 다른 원인을 배제할 수 없습니다.'
    : '전환의 영향일 수 있으나 계절이나 다른 변화의 영향을 배제할 수 없습니다.'
}

function everyone({ everyoneMoved = false }: CalledFinding): string[] {
  return everyoneMoved ? [everyoneWords] : []
}

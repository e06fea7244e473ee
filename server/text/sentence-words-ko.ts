import type { MetricKind } from '../contract.ts'
import { withParticle } from './korean-particle.ts'
import type { SentenceSubject, WindowFinding } from './sentence-findings.ts'
import { controlsOf, hasExpectation, wentTheOtherWay } from './sentence-findings.ts'
import {
  amountWords,
  comparisonWords,
  countsWords,
  sizeWords,
  valuesWords,
  weeksWords,
} from './sentence-parts.ts'

/** '미래의 첫 응답 시간'. */
export function nameIn({ brand, metric }: SentenceSubject): string {
  return `${brand}의 ${metric.name.ko}`
}

/** What would have been without the move, with its value where it may be said. */
export function expectedWords(subject: SentenceSubject, { expected }: WindowFinding): string {
  const term = '전환하지 않았다면 예상되는 값'
  return expected ? `${term}인 ${amountWords(expected.value, subject, 'ko')}` : term
}

/** '전환 전 12주보다 40% 짧': a stem that '습니다', '지만' or '으며' completes. */
export function comparison(subject: SentenceSubject, finding: WindowFinding, isRough = false): string {
  const yardstick = hasExpectation(finding) ? expectedWords(subject, finding) : `전환 전 ${finding.weeks}주`
  return `${yardstick}보다 ${isRough ? '약 ' : ''}${comparisonWords(finding.effect, subject.metric.kind, 'ko')}`
}

/** '미래의 첫 응답 시간은 전환 전 12주보다 40% 짧': a stem. */
export function difference(subject: SentenceSubject, finding: WindowFinding): string {
  return `${withParticle(nameIn(subject), '은/는')} ${comparison(subject, finding)}`
}

/** '짧' → '짧습니다', '길' → '깁니다'. */
export function polite(stem: string): string {
  return stem.endsWith('길') ? `${stem.slice(0, -1)}깁니다` : `${stem}습니다`
}

/** '짧' → '짧으며', '길' → '길며'. */
export function andThen(stem: string): string {
  return stem.endsWith('길') ? `${stem}며` : `${stem}으며`
}

/** What a finding rests on, for brackets: values, what was to be expected, weeks, counts. */
export function basis(subject: SentenceSubject, finding: WindowFinding): string {
  const expected =
    hasExpectation(finding) && finding.expected
      ? [`예상값 ${amountWords(finding.expected.value, subject, 'ko')}`]
      : []
  return [
    valuesWords(finding, subject, 'ko'),
    ...expected,
    weeksWords(finding, 'ko'),
    countsWords(finding, subject.metric.key, 'ko'),
  ].join(', ')
}

/** '아직 전환하지 않은 브랜드(한빛, 새봄)', as far as they may be named. */
export function controlBrands(finding: WindowFinding): string {
  const { count, names } = controlsOf(finding)
  if (names.length > 0) return `아직 전환하지 않은 브랜드(${names.join(', ')})`
  if (count === null) return '아직 전환하지 않은 브랜드'
  return `아직 전환하지 않은 브랜드 ${count === 1 ? '한 곳' : `${count}개`}`
}

const itself: Record<MetricKind, readonly [fell: string, rose: string]> = {
  duration: ['짧아졌', '길어졌'],
  rate: ['낮아졌', '높아졌'],
  count: ['줄었', '늘었'],
  load: ['줄었', '늘었'],
  money: ['낮아졌', '높아졌'],
}

/** A neutral figure's direction as a stem: '늘었', '길어졌'. */
export function movedStem(kind: MetricKind, state: 'higher' | 'lower'): string {
  return itself[kind][state === 'higher' ? 1 : 0]
}

/** '값 자체는 늘었지만 예상보다 덜 늘었습니다.'; empty where the figure did not go the other way. */
export function otherWay({ metric }: SentenceSubject, finding: WindowFinding, than = '예상'): string[] {
  if (!wentTheOtherWay(finding)) return []
  const { value, unit } = finding.effect
  const rose = unit === 'ratio' ? value < 1 : value < 0
  const stem = itself[metric.kind][rose ? 1 : 0]
  return [`값 자체는 ${stem}지만 ${than}보다 덜 ${stem}습니다.`]
}

export const everyoneWords =
  '이 시기에는 아직 전환하지 않은 브랜드까지 모든 브랜드가 같은 방향으로 움직였습니다.'

/** How far the figure swings by itself; empty where that is not known. */
export function swingWords({ metric }: SentenceSubject, { swing }: WindowFinding): string[] {
  if (swing === undefined || swing === null) return []
  return [
    `전환 전에도 이 수치는 비슷한 기간 사이에 ±${sizeWords(swing, metric.kind, 'ko')} 정도 저절로 오르내렸습니다.`,
  ]
}

export function automaticReplies({ includesAutomaticReplies = false }: WindowFinding): string[] {
  return includesAutomaticReplies ? ['자동 응답이 포함된 수치입니다.'] : []
}

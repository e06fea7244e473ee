import { formatEffect } from './format.ts'
import { withParticle } from './korean-particle.ts'
import { mixShareOf } from './mix-share.ts'
import type { MixFinding, SentenceSubject, UnclearFinding } from './sentence-findings.ts'
import { hasExpectation, saysEveryone } from './sentence-findings.ts'
import {
  countsWords,
  marginWords,
  outlookWords,
  rangeWords,
  slightWords,
  valuesWords,
} from './sentence-parts.ts'
import {
  automaticReplies,
  basis,
  difference,
  everyoneWords,
  nameIn,
  swingWords,
} from './sentence-words-ko.ts'

/** Why a figure is not called a change, in Korean. */
export function unclearInKorean(subject: SentenceSubject, finding: UnclearFinding): string {
  return [
    ...because(subject, finding),
    ...(saysEveryone(finding) ? [everyoneWords] : []),
    ...automaticReplies(finding),
  ].join(' ')
}

function because(subject: SentenceSubject, finding: UnclearFinding): string[] {
  const { metric } = subject
  const topic = withParticle(nameIn(subject), '은/는')
  const agent = withParticle(nameIn(subject), '이/가')
  const margin = marginWords(metric, 'ko')
  const rests = basis(subject, finding)
  switch (finding.because) {
    case 'no_meaningful_change':
      return [
        hasExpectation(finding)
          ? `${topic} 전환하지 않았다면 예상되는 값과 거의 같습니다(${rests}).`
          : `${topic} 거의 그대로입니다(${rests}).`,
        `변화가 있더라도 ${margin}보다 작습니다.`,
      ]
    case 'slight':
      return [
        `${agent} 소폭 변했습니다.`,
        `${hasExpectation(finding) ? '전환하지 않았다면 예상되는 값과의 차이는' : '변화폭은'} ${slightWords(finding.effect, metric.margin, 'ko')}입니다(${rests}).`,
        `실제 변화로 보이지만 판정 기준인 ${margin}에 미치지 못합니다.`,
      ]
    case 'different_people':
      return [`${agent} 달라졌지만(${rests}) 전환 전후에 응답한 고객층이 달라 변화로 판정하지 않습니다.`]
    case 'cannot_tell':
      return cannotTell(subject, finding)
    case 'swings':
    case 'many_figures':
      return [
        `${difference(subject, finding)}지만(${valuesWords(finding, subject, 'ko')}, 범위 ${rangeWords(finding.effect, '~', 'ko')}, ${countsWords(finding, metric.key, 'ko')} 기준), ${uncertain(finding)}`,
        '차이가 이어지는지 앞으로 몇 주를 더 지켜봐 주십시오.',
      ]
    case 'mix_shift':
      return mixShift(subject, finding, finding.mix)
  }
}

function cannotTell(
  subject: SentenceSubject,
  finding: Extract<UnclearFinding, { because: 'cannot_tell' }>,
): string[] {
  const agent = withParticle(nameIn(subject), '이/가')
  const expectation = hasExpectation(finding)
  return [
    `${agent} ${expectation ? '전환으로 ' : ''}변했는지 아직 판단할 수 없습니다(${basis(subject, finding)}).`,
    `현재 데이터로는 ${expectation ? '전환하지 않았다면 예상되는 값과 견주어 ' : ''}${rangeWords(finding.effect, '~', 'ko')} 사이의 어떤 변화도 가능합니다.`,
    ...swingWords(subject, finding),
    outlookWords(finding.outlook, subject.metric, 'ko'),
  ]
}

function uncertain(finding: Extract<UnclearFinding, { because: 'swings' | 'many_figures' }>): string {
  if (finding.because === 'swings') return '주별 변동이 커서 변화로 판정하지 않습니다.'
  return '여러 지표를 동시에 확인한 점을 감안하면 변화로 판정하기에 부족합니다.'
}

function mixShift(subject: SentenceSubject, finding: UnclearFinding, mix: MixFinding): string[] {
  const held = mix.adjusted
    ? `문의 구성이 같다고 보면 변화폭은 ${formatEffect(mix.adjusted.value, mix.adjusted.unit, 'ko')}이며(실제 변화는 ${rangeWords(mix.adjusted, '~', 'ko')} 사이일 가능성이 높음), 변화로 판정하지 않습니다.`
    : '문의 구성이 같다고 보면 변화로 판정하기에 부족합니다.'
  return [
    `${withParticle(nameIn(subject), '이/가')} 달라졌지만(${basis(subject, finding)}), ${mixShare(mix)}`,
    held,
    '주제별로 나누어 확인한 뒤 판단해 주십시오.',
  ]
}

function mixShare({ share }: MixFinding): string {
  const cause = '고객이 문의한 주제나 시간대의 구성이 달라진 데 따른 것'
  const told = mixShareOf(share)
  if (told === 'unknown') return `${cause}일 수 있습니다.`
  return told === 'nearly_all'
    ? `차이의 대부분은 ${cause}입니다.`
    : `차이의 약 ${told.percent}%는 ${cause}입니다.`
}

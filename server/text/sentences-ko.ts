import { formatDay } from './format.ts'
import { withParticle } from './korean-particle.ts'
import { calledInKorean } from './sentence-called-ko.ts'
import type { SentenceFinding, SentenceSubject } from './sentence-findings.ts'
import { currentValueWords } from './sentence-parts.ts'
import { unclearInKorean } from './sentence-unclear-ko.ts'
import { nameIn } from './sentence-words-ko.ts'

/** A finding in Korean. */
export function koreanSentence(subject: SentenceSubject, finding: SentenceFinding): string {
  const { brand, metric } = subject
  const topic = withParticle(nameIn(subject), '은/는')
  switch (finding.state) {
    case 'improved':
    case 'worse':
    case 'higher':
    case 'lower':
      return calledInKorean(subject, finding)
    case 'no_clear_change':
      return unclearInKorean(subject, finding)
    case 'not_enough_data':
      return `${topic} 아직 데이터가 부족합니다. ${finding.reason.ko}${finding.readyOn ? ` ${formatDay(finding.readyOn, 'ko')}부터 결과를 볼 수 있을 것으로 예상됩니다.` : ''}`
    case 'not_comparable':
      return [
        `${topic} 전환 전후를 비교할 수 없습니다. ${finding.reason.ko}`,
        ...(finding.hasBothSides
          ? ['판정 없이 두 값을 나란히 보여 드립니다.']
          : present(currentValueWords(finding.now ?? null, subject, 'ko'))),
      ].join(' ')
    case 'not_moved':
      return [
        `${brand} 브랜드는 아직 메시징으로 전환하지 않아 ${withParticle(metric.name.ko, '을/를')} 비교할 수 없습니다.`,
        ...present(currentValueWords(finding.now, subject, 'ko')),
      ].join(' ')
  }
}

function present(words: string | null): string[] {
  return words === null ? [] : [words]
}

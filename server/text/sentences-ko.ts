import { formatDay } from './format.ts'
import { withParticle } from './korean-particle.ts'
import type { SentenceFinding, SentenceSubject, UnclearFinding, WindowFinding } from './sentence-findings.ts'
import {
  comparisonWords,
  countsWords,
  currentValueWords,
  marginWords,
  outlookWords,
  rangeWords,
  slightWords,
  valuesWords,
} from './sentence-parts.ts'
import { spansNoChange } from './spans-no-change.ts'

/** A finding in Korean. */
export function koreanSentence(subject: SentenceSubject, finding: SentenceFinding): string {
  const { brand, metric } = subject
  const name = `${brand}의 ${metric.name.ko}`
  switch (finding.state) {
    case 'improved':
    case 'worse':
    case 'higher':
    case 'lower':
      return `${polite(difference(subject, finding))}(${valuesWords(finding, metric.kind, 'ko')}). 실제 변화는 ${rangeWords(finding.effect, '~', 'ko')} 사이일 가능성이 높습니다(${countsWords(finding, metric.key, 'ko')} 기준). ${spansNoChange(finding.effect) ? '이 범위에는 변화가 없을 가능성도 포함되지만, 주별로 보면 차이가 꾸준하여 변화로 판정했습니다. ' : ''}두 기간을 단순 비교한 값으로, 원인을 보여 주지는 않습니다. 변화가 전환과 함께 시작되었는지는 주간 차트에서 확인할 수 있습니다.`
    case 'no_clear_change':
      return unclear(subject, finding)
    case 'not_enough_data':
      return `${withParticle(name, '은/는')} 아직 데이터가 부족합니다. ${finding.reason.ko}${finding.readyOn ? ` ${formatDay(finding.readyOn, 'ko')}부터 결과를 볼 수 있을 것으로 예상됩니다.` : ''}`
    case 'not_comparable':
      return `${withParticle(name, '은/는')} 전환 전후를 비교할 수 없습니다. ${finding.reason.ko}${finding.hasBothSides ? ' 판정 없이 두 값을 나란히 보여 드립니다.' : ''}`
    case 'not_moved': {
      const now = currentValueWords(finding.now, metric, 'ko')
      return `${brand} 브랜드는 아직 메시징으로 전환하지 않아 ${withParticle(metric.name.ko, '을/를')} 비교할 수 없습니다.${now === null ? '' : ` ${now}`}`
    }
  }
}

function unclear(subject: SentenceSubject, finding: UnclearFinding): string {
  const { brand, metric } = subject
  const name = `${brand}의 ${metric.name.ko}`
  const margin = marginWords(metric, 'ko')
  const values = valuesWords(finding, metric.kind, 'ko')
  const counts = countsWords(finding, metric.key, 'ko')
  const basis = `${values}, 전환 전후 각 ${finding.weeks}주, ${counts}`
  switch (finding.because) {
    case 'no_meaningful_change':
      return `${withParticle(name, '은/는')} 거의 그대로입니다(${basis}). 변화가 있더라도 ${margin}보다 작습니다.`
    case 'slight':
      return `${withParticle(name, '이/가')} 소폭 변했습니다. 변화폭은 ${slightWords(finding.effect, metric.margin, 'ko')}입니다(${basis}). 실제 변화로 보이지만 판정 기준인 ${margin}에 미치지 못합니다.`
    case 'different_people':
      return `${withParticle(name, '이/가')} 달라졌지만(${basis}) 전환 전후에 응답한 고객층이 달라 변화로 판정하지 않습니다.`
    case 'cannot_tell':
      return `${withParticle(name, '이/가')} 변했는지 아직 판단할 수 없습니다(${basis}). 현재 데이터로는 ${rangeWords(finding.effect, '~', 'ko')} 사이의 어떤 변화도 가능합니다. ${outlookWords(finding.outlook, metric, 'ko')}`
    case 'swings':
    case 'many_figures':
      return `${difference(subject, finding)}지만(${values}, 범위 ${rangeWords(finding.effect, '~', 'ko')}, ${counts} 기준), ${finding.because === 'swings' ? '주별 변동이 커서 변화로 판정하지 않습니다.' : '여러 지표를 동시에 확인한 점을 감안하면 변화로 판정하기에 부족합니다.'} 차이가 이어지는지 앞으로 몇 주를 더 지켜봐 주십시오.`
  }
}

/** '미래의 첫 응답 시간은 전환 전 12주보다 40% 짧': a stem that '습니다' or '지만' completes. */
function difference({ brand, metric }: SentenceSubject, { effect, weeks }: WindowFinding): string {
  return `${withParticle(`${brand}의 ${metric.name.ko}`, '은/는')} 전환 전 ${weeks}주보다 ${comparisonWords(effect, metric.kind, 'ko')}`
}

/** '짧' → '짧습니다', '길' → '깁니다'. */
function polite(stem: string): string {
  return stem.endsWith('길') ? `${stem.slice(0, -1)}깁니다` : `${stem}습니다`
}

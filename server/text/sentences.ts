import type { Bilingual, Effect, Language, MetricKey, MetricKind, WindowValue } from '../contract.ts'
import { formatDay, formatEffect, formatMetricValue, formatNumber } from './format.ts'
import { withParticle } from './korean-particle.ts'

export type SentenceSubject = {
  brand: string
  metric: { key: MetricKey; kind: MetricKind; name: Bilingual; margin: number }
}
/** What was found when two windows were compared. */
export type WindowFinding = { effect: Effect; before: WindowValue; after: WindowValue; weeks: number }
export type SentenceFinding =
  | (WindowFinding & { state: 'improved' | 'worse' | 'higher' | 'lower' })
  | (WindowFinding & {
      state: 'no_clear_change'
      because: 'no_meaningful_change' | 'slight' | 'different_people'
    })
  | (WindowFinding & { state: 'no_clear_change'; because: 'cannot_tell'; outlook: Outlook })
  | { state: 'not_enough_data'; reason: Bilingual; readyOn: string | null }
  | { state: 'not_comparable'; reason: Bilingual }
  | { state: 'not_moved'; now: WindowValue | null }
/** What more weeks would bring: an answer, or none, because smaller changes drown in the usual swings. */
export type Outlook =
  { kind: 'more_weeks'; weeks: number } | { kind: 'smallest_change'; size: number } | { kind: 'unknown' }

/**
 * The sentence a manager reads. It says what two periods show and never that the move caused it.
 * @example sentenceFor(subject, { state: 'not_moved', now: null }).en
 */
export function sentenceFor(subject: SentenceSubject, finding: SentenceFinding): Bilingual {
  return { en: inEnglish(subject, finding), ko: inKorean(subject, finding) }
}

/** The smallest change worth calling, in words: '10%', '2 points', '2%p'. */
export function marginWords(
  { kind, margin }: { kind: MetricKind; margin: number },
  language: Language,
): string {
  const size = formatNumber(margin * 100, language, 0)
  if (kind !== 'rate') return `${size}%`
  return language === 'ko' ? `${size}%p` : `${size} points`
}

function inEnglish({ brand, metric }: SentenceSubject, finding: SentenceFinding): string {
  const name = `${metric.name.en} at ${brand}`
  const inside = `${midSentence(metric.name.en)} at ${brand}`
  switch (finding.state) {
    case 'improved':
    case 'worse':
    case 'higher':
    case 'lower':
      return `${name} ${beOf(metric.name.en)} ${comparison(finding.effect, metric.kind, 'en')} than in the ${finding.weeks} weeks before the move: ${values(finding, metric.kind, 'en')} (likely between ${formatRange(finding.effect, 'en')}; ${counts(finding, metric.key, 'en')}). This compares two periods only; it does not show the cause. The weekly chart shows whether it began with the move.`
    case 'no_clear_change':
      return unclearInEnglish(name, inside, metric, finding)
    case 'not_enough_data':
      return `Not enough data for ${inside} yet. ${finding.reason.en}${finding.readyOn ? ` A result is expected from ${formatDay(finding.readyOn, 'en')}.` : ''}`
    case 'not_comparable':
      return `${name} cannot be compared before and after the move. ${finding.reason.en} Both values are shown side by side without a verdict.`
    case 'not_moved':
      return `${brand} has not moved to messaging yet, so there is nothing to compare for ${midSentence(metric.name.en)}.${finding.now ? ` The current value is ${currentValue(finding.now, metric.kind, 'en')}.` : ''}`
  }
}

function unclearInEnglish(
  name: string,
  inside: string,
  metric: SentenceSubject['metric'],
  finding: Extract<SentenceFinding, { state: 'no_clear_change' }>,
): string {
  const margin = marginWords(metric, 'en')
  const basis = `${values(finding, metric.kind, 'en')}, ${finding.weeks} weeks on each side`
  switch (finding.because) {
    case 'no_meaningful_change':
      return `${name} stayed about the same (${basis}): any change is smaller than ${margin}.`
    case 'slight':
      return `${name} moved slightly: ${formatEffect(finding.effect.value, finding.effect.unit, 'en')} (${basis}). The change looks real but is smaller than the ${margin} from which it is called.`
    case 'different_people':
      return `${name} moved (${basis}), but different people answered before and after, so this is not called a change.`
    case 'cannot_tell':
      return `We cannot tell yet whether ${inside} changed (${basis}): the data fit anything from ${fromTo(finding.effect, 'en')}. ${outlookWords(finding.outlook, metric, 'en')}`
  }
}

function inKorean({ brand, metric }: SentenceSubject, finding: SentenceFinding): string {
  const name = `${brand}의 ${metric.name.ko}`
  switch (finding.state) {
    case 'improved':
    case 'worse':
    case 'higher':
    case 'lower':
      return `${withParticle(name, '은/는')} 전환 전 ${finding.weeks}주보다 ${comparison(finding.effect, metric.kind, 'ko')}(${values(finding, metric.kind, 'ko')}). 실제 변화는 ${formatRange(finding.effect, 'ko')} 사이일 가능성이 높습니다(${counts(finding, metric.key, 'ko')} 기준). 두 기간을 단순 비교한 값으로, 원인을 보여 주지는 않습니다. 변화가 전환과 함께 시작되었는지는 주간 차트에서 확인할 수 있습니다.`
    case 'no_clear_change':
      return unclearInKorean(name, metric, finding)
    case 'not_enough_data':
      return `${withParticle(name, '은/는')} 아직 데이터가 부족합니다. ${finding.reason.ko}${finding.readyOn ? ` ${formatDay(finding.readyOn, 'ko')}부터 결과를 볼 수 있을 것으로 예상됩니다.` : ''}`
    case 'not_comparable':
      return `${withParticle(name, '은/는')} 전환 전후를 비교할 수 없습니다. ${finding.reason.ko} 판정 없이 두 값을 나란히 보여 드립니다.`
    case 'not_moved':
      return `${withParticle(brand, '은/는')} 아직 메시징으로 전환하지 않아 ${withParticle(metric.name.ko, '을/를')} 비교할 수 없습니다.${finding.now ? ` 현재 값은 ${currentValue(finding.now, metric.kind, 'ko')}입니다.` : ''}`
  }
}

function unclearInKorean(
  name: string,
  metric: SentenceSubject['metric'],
  finding: Extract<SentenceFinding, { state: 'no_clear_change' }>,
): string {
  const margin = marginWords(metric, 'ko')
  const basis = `${values(finding, metric.kind, 'ko')}, 전환 전후 각 ${finding.weeks}주`
  switch (finding.because) {
    case 'no_meaningful_change':
      return `${withParticle(name, '은/는')} 거의 그대로입니다(${basis}). 변화가 있더라도 ${margin}보다 작습니다.`
    case 'slight':
      return `${withParticle(name, '이/가')} 소폭 변했습니다. 변화폭은 ${formatEffect(finding.effect.value, finding.effect.unit, 'ko')}입니다(${basis}). 실제 변화로 보이지만 판정 기준인 ${margin}에 미치지 못합니다.`
    case 'different_people':
      return `${withParticle(name, '이/가')} 달라졌지만(${basis}) 전환 전후에 응답한 고객층이 달라 변화로 판정하지 않습니다.`
    case 'cannot_tell':
      return `${withParticle(name, '이/가')} 변했는지 아직 판단할 수 없습니다(${basis}). 현재 데이터로는 ${fromTo(finding.effect, 'ko')} 모두 가능합니다. ${outlookWords(finding.outlook, metric, 'ko')}`
  }
}

/** '40% shorter', '3.2%p 높습니다'. */
function comparison({ value, unit }: Effect, kind: MetricKind, language: Language): string {
  const change = unit === 'ratio' ? value - 1 : value
  const size =
    unit === 'ratio'
      ? `${formatNumber(Math.abs(change) * 100, language, 0)}%`
      : formatEffect(Math.abs(change), unit, language).replace('+', '')
  const words = {
    duration: { en: ['shorter', 'longer'], ko: ['짧습니다', '깁니다'] },
    rate: { en: ['lower', 'higher'], ko: ['낮습니다', '높습니다'] },
    count: { en: ['lower', 'higher'], ko: ['적습니다', '많습니다'] },
  }[kind][language]
  return `${size} ${words[change < 0 ? 0 : 1]}`
}

/** '2 min 10 s → 1 min 40 s'. */
function values({ before, after }: WindowFinding, kind: MetricKind, language: Language): string {
  const arrow = `${formatMetricValue(before.value, kind, language)} → ${formatMetricValue(after.value, kind, language)}`
  if (kind !== 'count') return arrow
  return language === 'ko' ? `주당 ${arrow}건` : `${arrow} a week`
}

function counts({ before, after }: WindowFinding, key: MetricKey, language: Language): string {
  const [first, second] = [formatNumber(before.n, language), formatNumber(after.n, language)]
  if (language === 'ko') return `${key === 'csat' ? '평가' : '대화'} ${first}건과 ${second}건`
  return `${first} and ${second} ${key === 'csat' ? 'ratings' : 'conversations'}`
}

function currentValue({ value }: WindowValue, kind: MetricKind, language: Language): string {
  const said = formatMetricValue(value, kind, language)
  if (kind !== 'count') return said
  return language === 'ko' ? `주당 ${said}건` : `${said} a week`
}

function formatRange({ low, high, unit }: Effect, language: Language): string {
  const [first, second] = [formatEffect(low, unit, language), formatEffect(high, unit, language)]
  return language === 'ko' ? `${first}~${second}` : `${first} and ${second}`
}

function fromTo({ low, high, unit }: Effect, language: Language): string {
  const [first, second] = [formatEffect(low, unit, language), formatEffect(high, unit, language)]
  return language === 'ko' ? `${first}부터 ${second}까지` : `${first} to ${second}`
}

function outlookWords(outlook: Outlook, metric: SentenceSubject['metric'], language: Language): string {
  const margin = marginWords(metric, language)
  if (outlook.kind === 'more_weeks') {
    return language === 'ko'
      ? `약 ${outlook.weeks}주 더 쌓이면 ±${margin} 수준으로 좁혀질 것으로 보입니다.`
      : `About ${outlook.weeks} more ${outlook.weeks === 1 ? 'week' : 'weeks'} should narrow this to ±${margin}.`
  }
  if (outlook.kind === 'smallest_change') {
    const size = formatSize(outlook.size, metric.kind, language)
    return language === 'ko'
      ? `이 브랜드의 문의량과 평소 변동을 고려하면 약 ${size}보다 작은 변화는 우연한 변동과 구분하기 어렵습니다.`
      : `At this brand's volume and usual swings, changes smaller than about ${size} cannot be told from noise.`
  }
  return language === 'ko'
    ? '변화가 이어지는지 앞으로 몇 주를 더 지켜봐 주십시오.'
    : 'Watch the coming weeks to see whether it holds.'
}

function formatSize(size: number, kind: MetricKind, language: Language): string {
  if (kind !== 'rate') return `${formatNumber(size * 100, language, 0)}%`
  return formatEffect(size * 100, 'points', language).replace('+', '')
}

/** 'First reply time' → 'first reply time', but 'CSAT' stays. */
function midSentence(name: string): string {
  return /^[A-Z][a-z]/.test(name) ? name[0].toLowerCase() + name.slice(1) : name
}

/** 'Conversations handled by agents' are, the others is. */
function beOf(name: string): string {
  return /^\w+s\b/.test(name) ? 'are' : 'is'
}

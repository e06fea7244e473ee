import type { Effect, Language, MetricKey, MetricKind, WindowValue } from '../contract.ts'
import { addDays, daysBetween } from '../periods/day.ts'
import { formatDay, formatEffect, formatMetricValue, formatNumber } from './format.ts'
import type { Outlook, SentenceSubject, WindowFinding } from './sentence-findings.ts'

/** The smallest change worth calling, in words: '10%', '2 points', '2%p'. */
export function marginWords(
  { kind, margin }: { kind: MetricKind; margin: number },
  language: Language,
): string {
  const size = formatNumber(margin * 100, language, 0)
  if (kind !== 'rate') return `${size}%`
  return language === 'ko' ? `${size}%p` : `${size} ${margin === 0.01 ? 'point' : 'points'}`
}

/** A size on a metric's scale: '12%', '4.5 points', '4.5%p'. @param size a share, or a difference of shares */
export function sizeWords(size: number, kind: MetricKind, language: Language): string {
  return kind === 'rate'
    ? formatEffect(size * 100, 'points', language).replace('+', '')
    : `${formatNumber(size * 100, language, size < 0.01 ? 1 : 0)}%`
}

/** How much and which way: '40% shorter', '3.2%p 높'; the Korean is a stem to go on from. */
export function comparisonWords({ value, unit }: Effect, kind: MetricKind, language: Language): string {
  const change = unit === 'ratio' ? value - 1 : value
  const size =
    unit === 'ratio'
      ? `${formatNumber(Math.abs(change) * 100, language, 0)}%`
      : formatEffect(Math.abs(change), unit, language).replace('+', '')
  return `${size} ${comparatives[kind][language][change < 0 ? 0 : 1]}`
}

const comparatives: Record<MetricKind, Record<Language, readonly [less: string, more: string]>> = {
  duration: { en: ['shorter', 'longer'], ko: ['짧', '길'] },
  rate: { en: ['lower', 'higher'], ko: ['낮', '높'] },
  count: { en: ['lower', 'higher'], ko: ['적', '많'] },
  load: { en: ['lower', 'higher'], ko: ['적', '많'] },
  money: { en: ['lower', 'higher'], ko: ['낮', '높'] },
}

/** One value with its unit: '2 min 10 s', '860 a week'. */
export function amountWords(
  value: number,
  { metric, currency }: Pick<SentenceSubject, 'metric' | 'currency'>,
  language: Language,
): string {
  const amount = formatMetricValue(value, metric.kind, language, currency ?? null)
  if (metric.kind !== 'count') return amount
  return language === 'ko' ? `주당 ${amount}건` : `${amount} a week`
}

/** '2 min 10 s → 1 min 40 s', '840 → 1,050 a week'. */
export function valuesWords(
  { before, after }: Pick<WindowFinding, 'before' | 'after'>,
  { metric, currency }: Pick<SentenceSubject, 'metric' | 'currency'>,
  language: Language,
): string {
  const say = (value: number | null) => formatMetricValue(value, metric.kind, language, currency ?? null)
  const arrow = `${say(before.value)} → ${say(after.value)}`
  if (metric.kind !== 'count') return arrow
  return language === 'ko' ? `주당 ${arrow}건` : `${arrow} a week`
}

/** '12 weeks on each side', '26 weeks before and 10 after'. */
export function weeksWords({ weeks, weeksAfter = weeks }: WindowFinding, language: Language): string {
  if (weeks === weeksAfter)
    return language === 'ko' ? `전환 전후 각 ${weeks}주` : `${weeks} weeks on each side`
  return language === 'ko'
    ? `전환 전 ${weeks}주와 전환 후 ${weeksAfter}주`
    : `${weeks} weeks before and ${weeksAfter} after`
}

/** What the counts of a metric count. */
function counted(key: MetricKey, language: Language): string {
  const isRating = key === 'csat' || key === 'bot_csat'
  if (language === 'ko') return isRating ? '평가' : '대화'
  return isRating ? 'ratings' : 'conversations'
}

/** '8,120 and 7,980 conversations'. */
export function countsWords({ before, after }: WindowFinding, key: MetricKey, language: Language): string {
  const [first, second] = [formatNumber(before.n, language), formatNumber(after.n, language)]
  if (language === 'ko') return `${counted(key, 'ko')} ${first}건과 ${second}건`
  return `${first} and ${second} ${counted(key, 'en')}`
}

/** A brand's present value with the weeks and the number it rests on; null where there is none. */
export function currentValueWords(
  now: WindowValue | null,
  subject: SentenceSubject,
  language: Language,
): string | null {
  if (now === null || now.value === null) return null
  const amount = amountWords(now.value, subject, language)
  const weeks = Math.round(daysBetween(now.from, now.to) / 7)
  const lastDay = formatDay(addDays(now.to, -1), language)
  const n = formatNumber(now.n, language)
  const noun = counted(subject.metric.key, language)
  if (language === 'ko')
    return `현재 값은 ${lastDay}까지 ${weeks}주간 ${noun} ${n}건 기준으로 ${amount}입니다.`
  return `The current value is ${amount} (${weeks} ${weeks === 1 ? 'week' : 'weeks'} to ${lastDay}, ${n} ${noun}).`
}

/** Both ends of an effect's range, joined by the words between them; points are said once: '−15.0 to −8.6 points'. */
export function rangeWords(
  { low, high, unit }: Omit<Effect, 'value'>,
  between: string,
  language: Language,
): string {
  const first = formatEffect(low, unit, language)
  const bareFirst = unit === 'points' ? first.replace(/( points|%p)$/, '') : first
  return `${bareFirst}${between}${formatEffect(high, unit, language)}`
}

/** An effect that is too small to call, never rounded up to the size from which it would be. */
export function slightWords({ value, unit }: Effect, margin: number, language: Language): string {
  const change = unit === 'ratio' ? value - 1 : value / 100
  const said = formatEffect(value, unit, language)
  const step = unit === 'ratio' ? 0.01 : 0.001
  if (Math.abs(change) >= margin || Math.round(Math.abs(change) / step) * step < margin) return said
  const cut = Math.sign(change) * (margin - step)
  return formatEffect(unit === 'ratio' ? 1 + cut : cut * 100, unit, language)
}

/** What more weeks would bring. */
export function outlookWords(
  outlook: Outlook,
  metric: SentenceSubject['metric'],
  language: Language,
): string {
  if (outlook.kind === 'more_weeks') {
    const margin = marginWords(metric, language)
    return language === 'ko'
      ? `약 ${outlook.weeks}주 더 쌓이면 ±${margin} 수준으로 좁혀질 것으로 보입니다.`
      : `About ${outlook.weeks} more ${outlook.weeks === 1 ? 'week' : 'weeks'} should narrow this to ±${margin}.`
  }
  if (outlook.kind === 'smallest_change') {
    const size = sizeWords(outlook.size, metric.kind, language)
    return language === 'ko'
      ? `이 브랜드의 문의량과 평소 변동을 고려하면 약 ${size}보다 작은 변화는 우연한 변동과 구분하기 어렵습니다.`
      : `At this brand's volume and usual swings, changes smaller than about ${size} cannot be told from noise.`
  }
  return language === 'ko'
    ? '앞으로 몇 주를 더 지켜보면 더 분명해질 수 있습니다.'
    : 'The coming weeks may make this clearer.'
}

import type { Comparison, Effect, Language, MetricDescription, WindowValue } from '../contract.ts'
import { addDays } from '../periods/day.ts'
import { formatDay, formatEffect, formatNumber } from './format.ts'
import type { Text } from './catalogue.ts'

/** Both ends of the range, the unit said once where it is a word: '−44% to −35%', '−14.2 to −9.3 points'. */
export function rangeWords(effect: Effect, language: Language, text: Text): string {
  return text('cell.range', rangeEnds(effect, language))
}

export function rangeEnds(effect: Effect, language: Language): { low: string; high: string } {
  const [low, high] = [effect.low, effect.high].map((end) => formatEffect(end, effect.unit, language))
  return { low: low.replace(/ points$/, ''), high }
}

/** First and last day of a window, the year said once where both share it. */
export function windowWords(window: WindowValue, language: Language, text: Text): string {
  const lastDay = addDays(window.to, -1)
  const sharesYear = window.from.slice(0, 4) === lastDay.slice(0, 4)
  const from = formatDay(window.from, language)
  // English names the year last, so there the first day does without; in Korean the last one does.
  return text('figure.window', {
    from: sharesYear && language === 'en' ? from.replace(/ \d{4}$/, '') : from,
    to: formatDay(lastDay, language, sharesYear && language === 'ko' ? 'short' : 'long'),
  })
}

/** '1,234 conversations', or ratings where the metric rests on them. */
export function countWords(n: number, metric: MetricDescription, language: Language, text: Text): string {
  const key = restsOnRatings(metric) ? 'figure.answers' : 'figure.conversations'
  return text(key, { n: formatNumber(n, language), count: n })
}

/** True where a value's count is one of ratings. */
export function restsOnRatings({ key }: Pick<MetricDescription, 'key'>): boolean {
  return key === 'csat' || key === 'bot_csat'
}

/** Why or when a figure without a verdict will have one; null where there is nothing to explain. */
export function waitingWords(comparison: Comparison, language: Language, text: Text): string | null {
  if (comparison.state === 'not_enough_data' && comparison.readyOn) {
    return text('cell.ready', { day: formatDay(comparison.readyOn, language, 'short') })
  }
  const reason = comparison.reasons[0]?.[language]
  if (reason) return reason
  return comparison.state === 'not_enough_data' ? text('cell.readyOpen') : null
}

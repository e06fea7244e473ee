import type { Language } from '../contract.ts'
import type { Period } from '../periods/day.ts'
import { addDays } from '../periods/day.ts'
import { formatDay } from './format.ts'

/**
 * A half-open period as people write it, with its last day and without a year.
 * @example formatSpan({ from: '2026-11-09', to: '2026-11-16' }, 'en') // '9–15 Nov'
 */
export function formatSpan({ from, to }: Period, language: Language): string {
  const last = addDays(to, -1)
  const sameMonth = from.slice(0, 7) === last.slice(0, 7)
  const [first, end] = [formatDay(from, language, 'short'), formatDay(last, language, 'short')]
  if (language === 'ko')
    return sameMonth ? `${first.replace(/일$/, '')}~${dayNumber(last)}일` : `${first}~${end}`
  return sameMonth ? `${dayNumber(from)}–${end}` : `${first} – ${end}`
}

/** The same with the year, said once where both ends share it. */
export function formatLongSpan({ from, to }: Period, language: Language): string {
  const last = addDays(to, -1)
  const [firstYear, lastYear] = [from.slice(0, 4), last.slice(0, 4)]
  if (firstYear === lastYear) {
    const span = formatSpan({ from, to }, language)
    return language === 'ko' ? `${firstYear}년 ${span}` : `${span} ${lastYear}`
  }
  return language === 'ko'
    ? `${formatDay(from, 'ko')}~${formatDay(last, 'ko')}`
    : `${formatDay(from, 'en', 'short')} ${firstYear} – ${formatDay(last, 'en', 'short')} ${lastYear}`
}

function dayNumber(day: string): number {
  return Number(day.slice(8))
}

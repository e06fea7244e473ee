import type { Language } from '../server/contract.ts'
import type { ReportDraft, ReportRhythm } from '../server/contract-report.ts'
import { addDays } from '../server/periods/day.ts'
import { formatNumber } from '../server/text/format.ts'
import type { Text } from './locale.ts'

const locales: Record<Language, string> = { en: 'en-GB', ko: 'ko-KR' }
export const languageNames: Record<Language, string> = { ko: '한국어', en: 'English' }

/** @param weekday 1 = Monday. @example weekdayName(1, 'ko') // '월요일' */
export function weekdayName(weekday: number, language: Language): string {
  const monday = '2024-01-01'
  return new Intl.DateTimeFormat(locales[language], { weekday: 'long', timeZone: 'UTC' }).format(
    Date.parse(`${addDays(monday, weekday - 1)}T00:00:00Z`),
  )
}

/** @example 'every Monday at 08:00' */
export function whenWords(
  { rhythm, time }: Pick<ReportDraft, 'rhythm' | 'time'>,
  { text, language }: { text: Text; language: Language },
): string {
  return text('reports.whenWords', { every: everyWords(rhythm, text, language), time })
}

function everyWords(rhythm: ReportRhythm, text: Text, language: Language): string {
  switch (rhythm.every) {
    case 'week':
    case 'fortnight':
      return text(`reports.every.${rhythm.every}`, { weekday: weekdayName(rhythm.weekday, language) })
    case 'month':
      return text(rhythm.monthDay > 28 ? 'reports.every.monthShort' : 'reports.every.month', {
        day: rhythm.monthDay,
      })
    case 'day':
    case 'first_working_day':
      return text(`reports.every.${rhythm.every}`)
  }
}

/** An instant by the wall clock of a zone, with its weekday. @example 'Mon 23 Nov 2026, 08:00' */
export function runWords(iso: string, zone: string, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], {
    weekday: 'short',
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  }).format(Date.parse(iso))
}

/** @example bytesWords(48_200, 'en') // '48 kB' */
export function bytesWords(bytes: number | null, language: Language): string {
  if (bytes === null) return '–'
  if (bytes < 1_000_000) return `${formatNumber(Math.max(1, Math.round(bytes / 1000)), language)} kB`
  return `${formatNumber(bytes / 1_000_000, language, 1)} MB`
}

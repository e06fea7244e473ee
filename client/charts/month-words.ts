import type { Language } from '../../server/contract.ts'

/** A month on a time axis; the year only where it is asked for. */
export function monthWords(language: Language): (day: string, withYear: boolean) => string {
  const locale = language === 'ko' ? 'ko-KR' : 'en-GB'
  const month = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' })
  const monthAndYear = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' })
  return (day, withYear) => (withYear ? monthAndYear : month).format(Date.parse(`${day}T00:00:00Z`))
}

import type { Effect, Language, MetricKind } from '../contract.ts'

const locales: Record<Language, string> = { en: 'en-GB', ko: 'ko-KR' }
const formatters = new Map<string, Intl.NumberFormat>()
const dateFormatters = new Map<string, Intl.DateTimeFormat>()

/** `1,234` in both languages; null becomes the dash that means "no data". */
export function formatNumber(value: number | null, language: Language, digits = 0): string {
  if (value === null || !Number.isFinite(value)) return '–'
  const key = `${language}${digits}`
  let formatter = formatters.get(key)
  if (!formatter) {
    formatter = new Intl.NumberFormat(locales[language], {
      maximumFractionDigits: digits,
      minimumFractionDigits: digits,
    })
    formatters.set(key, formatter)
  }
  return formatter.format(value)
}

/** @example formatRate(0.8812, 'en') // '88.1%' */
export function formatRate(value: number | null, language: Language): string {
  if (value === null || !Number.isFinite(value)) return '–'
  return `${formatNumber(value * 100, language, 1)}%`
}

/** Seconds as people say them: '2 min 10 s', '2분 10초'. */
export function formatDuration(seconds: number | null, language: Language): string {
  if (seconds === null || !Number.isFinite(seconds)) return '–'
  const units =
    language === 'ko'
      ? { d: '일', h: '시간', m: '분', s: '초', gap: '' }
      : { d: 'd', h: 'h', m: 'min', s: 's', gap: ' ' }
  const whole = Math.round(seconds)
  const say = (value: number, unit: string) => `${value}${units.gap}${unit}`
  if (whole < 60) return say(whole, units.s)
  if (whole < 3600) return join(say(Math.floor(whole / 60), units.m), whole % 60, units.s)
  if (whole < 86_400)
    return join(say(Math.floor(whole / 3600), units.h), Math.floor((whole % 3600) / 60), units.m)
  return join(say(Math.floor(whole / 86_400), units.d), Math.floor((whole % 86_400) / 3600), units.h)

  function join(first: string, rest: number, unit: string): string {
    return rest === 0 ? first : `${first} ${say(rest, unit)}`
  }
}

/** A plain number: two decimals below ten, one from there on. @example formatLoad(2.345, 'en') // '2.35' */
export function formatLoad(value: number | null, language: Language): string {
  // What rounds up to ten is written as ten.
  return formatNumber(value, language, value !== null && Math.abs(value) >= 9.995 ? 1 : 2)
}

/**
 * An amount of money with as many decimals as its currency has; without one, a number with two.
 * @example formatMoney(3.2, 'KRW', 'ko') // '₩3'
 */
export function formatMoney(value: number | null, currency: string | null, language: Language): string {
  if (value === null || !Number.isFinite(value)) return '–'
  if (currency === null || !/^[A-Z]{3}$/.test(currency)) return formatNumber(value, language, 2)
  const key = `${language}${currency}`
  let formatter = formatters.get(key)
  if (!formatter) {
    formatter = new Intl.NumberFormat(locales[language], { style: 'currency', currency })
    formatters.set(key, formatter)
  }
  return formatter.format(value)
}

/** A metric's value in its own unit; counts are per week, money is in `currency` where it is known. */
export function formatMetricValue(
  value: number | null,
  kind: MetricKind,
  language: Language,
  currency: string | null = null,
): string {
  switch (kind) {
    case 'duration':
      return formatDuration(value, language)
    case 'rate':
      return formatRate(value, language)
    case 'count':
      return formatNumber(value, language)
    case 'load':
      return formatLoad(value, language)
    case 'money':
      return formatMoney(value, currency, language)
  }
}

/** Signed size of an effect: '−40%', '+3.2 points', '+3.2%p'; '0%' when nothing is left after rounding. */
export function formatEffect(value: number, unit: Effect['unit'], language: Language): string {
  if (unit === 'ratio') return `${signed((value - 1) * 100, language, 0)}%`
  return `${signed(value, language, 1)}${language === 'ko' ? '%p' : ' points'}`
}

/** What rounds to zero has no sign. */
function signed(value: number, language: Language, digits: number): string {
  const size = formatNumber(Math.abs(value), language, digits)
  if (size === formatNumber(0, language, digits)) return size
  return `${value < 0 ? '−' : '+'}${size}`
}

/** @example formatDay('2026-11-16', 'ko') // '2026년 11월 16일' */
export function formatDay(day: string, language: Language, style: 'long' | 'short' = 'long'): string {
  const options: Intl.DateTimeFormatOptions =
    style === 'long' ? { day: 'numeric', month: 'long', year: 'numeric' } : { day: 'numeric', month: 'short' }
  return dateFormatter(`${language} ${style}`, language, { ...options, timeZone: 'UTC' }).format(
    Date.parse(`${day}T00:00:00Z`),
  )
}

/** An instant as day and minute in a zone, with the zone named. */
export function formatInstant(iso: string | null, zone: string, language: Language): string {
  if (iso === null) return '–'
  const options: Intl.DateTimeFormatOptions = {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
    timeZoneName: 'short',
  }
  return dateFormatter(`${language} instant ${zone}`, language, options).format(Date.parse(iso))
}

/** To make one takes a hundred times as long as to use it. */
function dateFormatter(
  key: string,
  language: Language,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  let formatter = dateFormatters.get(key)
  if (!formatter) {
    formatter = new Intl.DateTimeFormat(locales[language], options)
    dateFormatters.set(key, formatter)
  }
  return formatter
}

import { isDay } from '../server/periods/day.ts'
import { asSuffix } from './narrowing.ts'
import type { Route } from './route.ts'

/** What a page about one brand or all is asked; days half-open, as in the address. */
export type PageChoice = {
  brand: 'all' | number
  from: string | null
  to: string | null
  /** The conversations it is narrowed to, where it is. */
  filters?: URLSearchParams
}
/** What an address said that could not be used. */
export type ChoiceProblem = { field: 'brand' | 'from' | 'to' | 'order'; given: string }

/**
 * Reads the choices of an address written by hand or by us. What cannot be used is left out and told.
 * @example parsePageChoice(new URLSearchParams('brand=3&from=May')) // from: null, one problem
 */
export function parsePageChoice(query: URLSearchParams): { choice: PageChoice; problems: ChoiceProblem[] } {
  const problems: ChoiceProblem[] = []
  const brandText = query.get('brand') ?? 'all'
  const isBrand = brandText === 'all' || /^\d{1,15}$/.test(brandText)
  if (!isBrand) problems.push({ field: 'brand', given: brandText })
  const from = readDay('from')
  const to = readDay('to')
  const isReversed = from !== null && to !== null && from >= to
  if (isReversed) problems.push({ field: 'order', given: `${from} – ${to}` })
  return {
    choice: {
      brand: !isBrand || brandText === 'all' ? 'all' : Number(brandText),
      from: isReversed ? null : from,
      to: isReversed ? null : to,
    },
    problems,
  }

  function readDay(field: 'from' | 'to'): string | null {
    const text = query.get(field)
    if (text === null || text === '') return null
    if (isDay(text)) return text
    problems.push({ field, given: text })
    return null
  }
}

/** The address of a page with these choices; the opposite of the above. */
export function choicePath(page: 'bot' | 'csat', { brand, filters, ...days }: PageChoice): string {
  const query = new URLSearchParams([
    ...(brand === 'all' ? [] : [['brand', String(brand)]]),
    ...Object.entries(daysOf(days)),
    ...(filters ?? []),
  ])
  const text = query.toString()
  return text === '' ? `/${page}` : `/${page}?${text}`
}

/** What the server is asked. */
export function choiceQuery({ brand, filters, ...days }: PageChoice): string {
  return `brand=${brand}${asSuffix(new URLSearchParams([...Object.entries(daysOf(days)), ...(filters ?? [])]))}`
}

/** The days that were chosen, by their names in the address. */
export function daysOf({ from, to }: Pick<PageChoice, 'from' | 'to'>): { from?: string; to?: string } {
  return { ...(from !== null && { from }), ...(to !== null && { to }) }
}

/** The choices of the address a page stands at. */
export function choiceOf(route: Route): ReturnType<typeof parsePageChoice> {
  return parsePageChoice('query' in route ? route.query : new URLSearchParams())
}

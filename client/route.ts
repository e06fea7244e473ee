import type { Language } from '../server/contract.ts'
import { orders } from '../server/text/verdicts.ts'
import type { Order } from '../server/text/verdicts.ts'
import type { ReportPlace } from './report-place.ts'
import { outboxChoice, parseReportPlace } from './report-place.ts'

export { orders, type Order }

/** Pages that read their own choices from the address. */
export const choosingPages = [
  'compare',
  'bot',
  'csat',
  'team',
  'conversations',
  'glossary',
  'alerts',
] as const
export type ChoosingPage = (typeof choosingPages)[number]

export type Route =
  | { name: 'overview'; order: Order; query: URLSearchParams }
  | { name: 'brand'; brandId: number; query: URLSearchParams }
  | { name: 'data-health' }
  | { name: 'reports'; place: ReportPlace; query: URLSearchParams }
  /** `mail` null: the list, from `after` on. */
  | { name: 'outbox'; mail: string | null; after: string | null; query: URLSearchParams }
  | { name: ChoosingPage; query: URLSearchParams }
  | { name: 'sign-in'; next: string }
  | { name: 'unknown' }

/** What an address asks for; the opposite of the paths below. */
export function parseRoute(pathname: string, search: string): Route {
  const query = new URLSearchParams(search)
  if (pathname === '/') {
    const order = orders.find((known) => known === query.get('order')) ?? 'attention'
    return { name: 'overview', order, query }
  }
  if (pathname === '/data-health') return { name: 'data-health' }
  const place = parseReportPlace(pathname)
  if (place) return { name: 'reports', place, query }
  if (pathname === '/outbox') return { name: 'outbox', ...outboxChoice(query), query }
  const choosing = choosingPages.find((name) => pathname === `/${name}`)
  if (choosing) return { name: choosing, query }
  if (pathname === '/sign-in') return { name: 'sign-in', next: safeNext(query.get('next')) }
  const brand = /^\/brands\/(\d{1,15})$/.exec(pathname)
  return brand ? { name: 'brand', brandId: Number(brand[1]), query } : { name: 'unknown' }
}

/** @param choices which figures and days, by their names in the address */
export function overviewPath(order: Order, choices?: URLSearchParams): string {
  const query = new URLSearchParams(choices)
  query.delete('order')
  if (order !== 'attention') query.set('order', order)
  return query.size === 0 ? '/' : `/?${query.toString()}`
}

/**
 * A brand's page, at a place of it, with one of the further figures opened.
 * @param narrowing the days or conversations it is narrowed to
 * @example brandPath(3, 'csat') // '/brands/3#csat'
 */
export function brandPath(
  brandId: number,
  place?: string,
  further: string | null = null,
  narrowing?: URLSearchParams,
): string {
  const query = new URLSearchParams({ ...(further !== null && { metric: further }) })
  for (const [name, value] of narrowing ?? []) query.set(name, value)
  const text = query.toString()
  return `/brands/${brandId}${text === '' ? '' : `?${text}`}${place ? `#${place}` : ''}`
}

/** Puts the language into an address, keeping the rest as it is. */
export function withLanguage(path: string, language: Language | null): string {
  if (language === null) return path
  const [beforeHash, hash] = path.split('#')
  const [pathname, search] = beforeHash.split('?')
  const query = new URLSearchParams(search)
  query.set('lang', language)
  return `${pathname}?${query.toString()}${hash === undefined ? '' : `#${hash}`}`
}

/** Only a path of this site: anything else would let a link send people elsewhere after sign-in. */
function safeNext(next: string | null): string {
  return next !== null && /^\/(?![/\\])/.test(next) && !next.startsWith('/sign-in') ? next : '/'
}

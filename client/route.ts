import type { Language } from '../server/contract.ts'

export const orders = ['attention', 'recent', 'name'] as const
export type Order = (typeof orders)[number]

/** Pages that read their own choices from the address. */
export const choosingPages = ['compare', 'bot', 'csat', 'team', 'conversations', 'glossary'] as const
export type ChoosingPage = (typeof choosingPages)[number]

export type Route =
  | { name: 'overview'; order: Order }
  | { name: 'brand'; brandId: number; further: string | null }
  | { name: 'data-health' }
  | { name: ChoosingPage; query: URLSearchParams }
  | { name: 'sign-in'; next: string }
  | { name: 'unknown' }

/** What an address asks for; the opposite of the paths below. */
export function parseRoute(pathname: string, search: string): Route {
  const query = new URLSearchParams(search)
  if (pathname === '/') {
    return { name: 'overview', order: orders.find((order) => order === query.get('order')) ?? 'attention' }
  }
  if (pathname === '/data-health') return { name: 'data-health' }
  const choosing = choosingPages.find((name) => pathname === `/${name}`)
  if (choosing) return { name: choosing, query }
  if (pathname === '/sign-in') return { name: 'sign-in', next: safeNext(query.get('next')) }
  const brand = /^\/brands\/(\d{1,15})$/.exec(pathname)
  return brand
    ? { name: 'brand', brandId: Number(brand[1]), further: query.get('metric') }
    : { name: 'unknown' }
}

export function overviewPath(order: Order): string {
  return order === 'attention' ? '/' : `/?order=${order}`
}

/**
 * A brand's page, at a place of it, with one of the further figures opened.
 * @example brandPath(3, 'csat') // '/brands/3#csat'
 */
export function brandPath(brandId: number, place?: string, further: string | null = null): string {
  const query = further === null ? '' : `?metric=${encodeURIComponent(further)}`
  return `/brands/${brandId}${query}${place ? `#${place}` : ''}`
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

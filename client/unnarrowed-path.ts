import { listPath, listQueryOf, withoutFilters } from './list-query.ts'
import { narrowingOf, withoutNarrowing } from './narrowing.ts'
import type { Route } from './route.ts'

/** The address of the same page without what narrows it; null where nothing does. */
export function unnarrowedPath(route: Route): string | null {
  if (!('query' in route)) return null
  if (route.name === 'conversations') {
    const asked = listQueryOf(route.query)
    const rest = withoutFilters(asked)
    return rest.size === asked.size ? null : listPath(rest)
  }
  if (narrowingOf(route.query).size === 0) return null
  const rest = withoutNarrowing(route.query).toString()
  return `${pathOf(route)}${rest === '' ? '' : `?${rest}`}`
}

function pathOf(route: Extract<Route, { query: URLSearchParams }>): string {
  if (route.name === 'overview') return '/'
  return route.name === 'brand' ? `/brands/${route.brandId}` : `/${route.name}`
}

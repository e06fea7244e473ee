import type { ShownPage, Visitor } from './take-picture.ts'

/** The brand whose first replies became faster: its page has everything a page can have. */
const BRAND = 'Dasom Beauty'

export async function pagesToShow({ context, url }: Visitor): Promise<ShownPage[]> {
  const answer = await context.request.get(`${url}/api/v1/brands`)
  const { brands } = (await answer.json()) as { brands: { id: number; name: string }[] }
  const brand = brands.find(({ name }) => name === BRAND)
  if (!brand) throw new Error(`pagesToShow: there is no brand ${BRAND}; is this the demo?`)
  const brandPath = `/brands/${brand.id}`
  return [
    { name: 'sign-in', path: '/sign-in', ready: 'form', isPublic: true },
    { name: 'overview', path: '/', ready: 'table, .grid-cards' },
    { name: 'brand', path: brandPath, ready: 'canvas' },
    { name: 'brand-certainty', path: brandPath, ready: 'canvas', at: '#first_reply .metric-more' },
    { name: 'compare', path: '/compare?metric=first_reply', ready: 'canvas' },
    { name: 'bot', path: '/bot', ready: 'canvas' },
    { name: 'csat', path: `/csat?brand=${brand.id}`, ready: 'canvas' },
    { name: 'team', path: `/team?brand=${brand.id}`, ready: 'table' },
    { name: 'conversations', path: `/conversations?brand=${brand.id}`, ready: 'table' },
    { name: 'reports', path: '/reports', ready: 'article, li' },
    { name: 'report-editor', path: '/reports/1', ready: 'iframe' },
    { name: 'outbox', path: '/outbox', ready: 'iframe, li, tbody tr' },
    { name: 'alerts', path: '/alerts', ready: 'article, li' },
    { name: 'data-health', path: '/data-health', ready: 'table' },
    { name: 'glossary', path: '/glossary', ready: 'h2' },
  ]
}

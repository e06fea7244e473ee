import { describe, expect, it } from 'vitest'
import { brandPath, overviewPath, parseRoute, withLanguage } from '../../client/route.ts'

describe('parseRoute', () => {
  it('reads every page back from its own address', () => {
    expect(parseRoute('/', '')).toEqual({
      name: 'overview',
      order: 'attention',
      query: new URLSearchParams(),
    })
    expect(parseRoute('/', '?order=name')).toMatchObject({ name: 'overview', order: 'name' })
    expect(parseRoute('/brands/3', '?lang=ko')).toEqual({
      name: 'brand',
      brandId: 3,
      query: new URLSearchParams('lang=ko'),
    })
    expect(parseRoute('/brands/3', '?metric=handle_time')).toEqual({
      name: 'brand',
      brandId: 3,
      query: new URLSearchParams('metric=handle_time'),
    })
    expect(parseRoute('/data-health', '')).toEqual({ name: 'data-health' })
  })

  it.each(['compare', 'bot', 'csat', 'team', 'conversations', 'glossary'] as const)(
    'leaves the choices of the page %s to the page',
    (name) => {
      expect(parseRoute(`/${name}`, '?metric=csat')).toEqual({
        name,
        query: new URLSearchParams('metric=csat'),
      })
    },
  )

  it('reads an order nobody offers as the first one', () => {
    expect(parseRoute('/', '?order=random')).toMatchObject({ name: 'overview', order: 'attention' })
  })

  it.each(['/brands/', '/brands/x', '/brands/3/csat', '/nowhere'])('knows no page at %s', (path) => {
    expect(parseRoute(path, '')).toEqual({ name: 'unknown' })
  })

  it('goes back to where the reader was after sign-in', () => {
    expect(parseRoute('/sign-in', '?next=%2Fbrands%2F3%23csat')).toEqual({
      name: 'sign-in',
      next: '/brands/3#csat',
    })
  })

  it.each([
    'https://example.org/',
    '//example.org',
    '/\\example.org',
    'javascript:alert(1)',
    '/sign-in?next=/',
  ])('never leaves this site after sign-in: %s', (next) => {
    expect(parseRoute('/sign-in', `?next=${encodeURIComponent(next)}`)).toEqual({
      name: 'sign-in',
      next: '/',
    })
  })
})

describe('paths', () => {
  it('leave out what is usual', () => {
    expect(overviewPath('attention')).toBe('/')
    expect(overviewPath('recent')).toBe('/?order=recent')
  })

  it('lead to one figure of a brand', () => {
    expect(brandPath(3, 'csat')).toBe('/brands/3#csat')
    expect(brandPath(3, 'csat', 'handle_time')).toBe('/brands/3?metric=handle_time#csat')
  })

  it('carry the language without losing query or anchor', () => {
    expect(withLanguage('/?order=name', 'ko')).toBe('/?order=name&lang=ko')
    expect(withLanguage('/brands/3?lang=en#csat', 'ko')).toBe('/brands/3?lang=ko#csat')
    expect(withLanguage('/brands/3#csat', null)).toBe('/brands/3#csat')
  })
})

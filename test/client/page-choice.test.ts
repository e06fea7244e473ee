import { describe, expect, it } from 'vitest'
import { choicePath, choiceQuery, parsePageChoice } from '../../client/page-choice.ts'

describe('the choices of a page', () => {
  it('are all brands and the usual days unless the address says otherwise', () => {
    expect(parse('')).toEqual({ choice: { brand: 'all', from: null, to: null }, problems: [] })
    expect(parse('brand=all&from=&lang=ko')).toEqual({
      choice: { brand: 'all', from: null, to: null },
      problems: [],
    })
  })

  it('come back from the address they made', () => {
    const choice = { brand: 3, from: '2026-01-05', to: '2026-02-02' }

    const path = choicePath('bot', choice)

    expect(path).toBe('/bot?brand=3&from=2026-01-05&to=2026-02-02')
    expect(parse(path.split('?')[1])).toEqual({ choice, problems: [] })
    expect(choiceQuery(choice)).toBe('brand=3&from=2026-01-05&to=2026-02-02')
  })

  it('leave the usual ones out of the address', () => {
    expect(choicePath('csat', { brand: 'all', from: null, to: null })).toBe('/csat')
  })

  it('name what cannot be used and use the rest', () => {
    expect(parse('brand=air&from=2026-02-30&to=2026-03-02')).toEqual({
      choice: { brand: 'all', from: null, to: '2026-03-02' },
      problems: [
        { field: 'brand', given: 'air' },
        { field: 'from', given: '2026-02-30' },
      ],
    })
  })

  it('use neither day of a stretch that ends before it begins', () => {
    expect(parse('from=2026-03-02&to=2026-03-02')).toEqual({
      choice: { brand: 'all', from: null, to: null },
      problems: [{ field: 'order', given: '2026-03-02 – 2026-03-02' }],
    })
  })
})

function parse(search: string) {
  return parsePageChoice(new URLSearchParams(search))
}

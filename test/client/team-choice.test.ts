import { describe, expect, it } from 'vitest'
import { parseTeamChoice, teamPath } from '../../client/team-choice.ts'
import { brands } from '../browser/fixture/brands.ts'

describe('the choices of the Team page', () => {
  it('are the first brand that moved, the weeks of the comparison and the conversations for agents', () => {
    expect(read('')).toEqual({ choice: { brandId: 2, days: null, show: 'people' }, problems: [] })
  })

  it('are read from the address and written into it', () => {
    const choice = { brandId: 5, days: { from: '2026-09-01', to: '2026-10-27' }, show: 'once' } as const

    expect(teamPath(choice)).toBe('/team?brand=5&from=2026-09-01&to=2026-10-27&show=once')
    expect(read('brand=5&from=2026-09-01&to=2026-10-27&show=once')).toEqual({ choice, problems: [] })
    expect(teamPath({ brandId: 5, days: null, show: 'people' })).toBe('/team?brand=5')
  })

  it('keep a brand nobody knows, so that the page can say it is out of reach', () => {
    expect(read('brand=999')?.choice.brandId).toBe(999)
  })

  it.each([
    ['from=2026-09-01', '2026-09-01 – …'],
    ['from=2026-09-31&to=2026-10-20', '2026-09-31 – 2026-10-20'],
    ['from=2026-10-20&to=2026-10-20', '2026-10-20 – 2026-10-20'],
  ])('leave out days that are none: %s', (query, given) => {
    expect(read(query)).toMatchObject({ choice: { days: null }, problems: [{ field: 'days', given }] })
  })

  it('are none where there is no brand', () => {
    expect(parseTeamChoice(new URLSearchParams(), [])).toBeNull()
  })
})

function read(query: string) {
  return parseTeamChoice(new URLSearchParams(query), brands)
}

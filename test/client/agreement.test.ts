import { describe, expect, it } from 'vitest'
import { agreementWithin, stretchOf } from '../../client/agreement.ts'

const brands = [
  { brandId: 3, from: '2026-11-02', days: 'ggr-g' },
  { brandId: 4, from: '2026-11-04', days: 'rrg' },
]

describe('how days agree with Zendesk', () => {
  it('counts a day once, however many brands differ on it', () => {
    expect(agreementWithin(brands, [3, 4], { from: null, to: null })).toEqual({
      checked: 5,
      differing: ['2026-11-04', '2026-11-05'],
    })
  })

  it('looks at the brands and the days shown alone', () => {
    expect(agreementWithin(brands, [3], { from: '2026-11-05', to: '2027-01-01' })).toEqual({
      checked: 1,
      differing: [],
    })
    expect(agreementWithin(brands, [4], { from: '2026-10-01', to: '2026-11-05' })).toEqual({
      checked: 1,
      differing: ['2026-11-04'],
    })
  })

  it('the stretch reaches from the first window to the last, and is open without any', () => {
    const before = { from: '2026-01-05', to: '2026-03-02' }
    const after = { from: '2026-08-03', to: '2026-11-02' }

    expect(stretchOf([after, null, before])).toEqual({ from: '2026-01-05', to: '2026-11-02' })
    expect(stretchOf([null, undefined])).toEqual({ from: null, to: null })
  })
})

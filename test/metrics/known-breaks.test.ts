import { describe, expect, it } from 'vitest'
import { catalog } from '../../server/metrics/catalog.ts'
import { cutsOf, knownBreaks } from '../../server/metrics/known-breaks.ts'
import { daysBetween } from '../../server/periods/day.ts'

describe('a known break', () => {
  it('cuts the line of automated resolutions where Zendesk redefined them', () => {
    expect(cutsOf('automated_resolution_rate')).toEqual([{ from: '2026-05-18', to: '2026-06-02' }])
  })

  it('cuts no other line', () => {
    const cut = catalog.filter(({ key }) => cutsOf(key).length > 0).map(({ key }) => key)

    expect(cut).toEqual(['automated_resolution_rate'])
  })

  it('lasts at least a day', () => {
    for (const { code, period } of knownBreaks)
      expect(daysBetween(period.from, period.to), code).toBeGreaterThan(0)
  })
})

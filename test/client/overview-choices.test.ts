import { describe, expect, it } from 'vitest'
import { chooseFigures } from '../../client/overview-choices.ts'
import { overviewPath } from '../../client/route.ts'
import { catalog } from '../../server/metrics/catalog.ts'

const choose = (text: string) => {
  const { shown, unknown } = chooseFigures(new URLSearchParams(text), catalog)
  return { shown: shown.map(({ key }) => key), unknown }
}

describe('the figures of the overview', () => {
  it('are all of the report unless the address names some', () => {
    expect(choose('order=name').shown).toHaveLength(6)
    expect(choose('metric=demand,csat')).toEqual({ shown: ['csat', 'demand'], unknown: [] })
  })

  it('leave out and tell what is no figure of the report', () => {
    expect(choose('metric=csat,handle_time')).toEqual({ shown: ['csat'], unknown: ['handle_time'] })
    expect(choose('metric=nothing').shown).toHaveLength(6)
  })
})

describe('the address of the overview', () => {
  it('keeps days and figures when the brands are put in another order', () => {
    const choices = new URLSearchParams('metric=csat&from=2026-02-02&order=recent')

    expect(overviewPath('name', choices)).toBe('/?metric=csat&from=2026-02-02&order=name')
    expect(overviewPath('attention', choices)).toBe('/?metric=csat&from=2026-02-02')
  })
})

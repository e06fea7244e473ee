import { describe, expect, it } from 'vitest'
import { syntheticOf } from '../../../server/comparison/detail/synthetic.ts'
import type { MetricKey } from '../../../server/contract.ts'
import type { PanelStory } from '../ladder/brands-on-panel.ts'
import { draftOf, movedOn, panelOf, unsteady } from '../ladder/brands-on-panel.ts'

const level = unsteady(1000, 1)
const treated: PanelStory = {
  id: 1,
  movedOn,
  perDay: (week, day) => level(week, day) * (week >= 0 ? 0.5 : 1),
}
const others: PanelStory[] = [2, 3, 4, 5, 6].map((id) => ({ id, perDay: unsteady(1000, id) }))

describe('synthetic difference-in-differences', () => {
  it('stands beside an estimate against five brands: a mixture of them and what it finds', () => {
    const found = syntheticIn([treated, ...others])

    expect(found?.effect).toBeGreaterThan(0.47)
    expect(found?.effect).toBeLessThan(0.53)
    expect(found?.unit).toBe('ratio')
    expect(found?.weights.map(({ brand }) => brand.id)).toEqual([2, 3, 4, 5, 6])
    expect(found?.weights.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 8)
  })

  it('needs five of them, and 20 weeks before the move', () => {
    const withWeeks = (weeksBefore: number) =>
      syntheticIn([treated, ...others].map((story) => ({ ...story, weeksBefore })))

    expect(syntheticIn([treated, ...others.slice(1)])).toBeNull()
    expect(withWeeks(19)).toBeNull()
    expect(withWeeks(20)).not.toBeNull()
  })

  it('is none where the others vary only after the move', () => {
    const waved = (base: number) => (week: number) => base + 0.005 * Math.sin(week * week)
    const share = (week: number) => waved(week < 0 ? 0.02 : 0.08)(week)
    const still = others.map((story) => ({
      ...story,
      share: (week: number) => (week === 5 && story.id === 3 ? 0.01 : 0),
    }))

    expect(syntheticIn([{ ...treated, share }, ...still], 'unserved_rate')).toBeNull()
  })
})

function syntheticIn(stories: readonly PanelStory[], metric: MetricKey = 'demand') {
  const draft = draftOf(panelOf(stories), metric)
  expect(draft.rung.method).toBe('staggered')
  return syntheticOf(draft)
}

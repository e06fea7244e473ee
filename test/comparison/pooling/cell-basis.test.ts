import { describe, expect, it } from 'vitest'
import type { EstimatedDraft } from '../../../server/comparison/draft.ts'
import { basisOf } from '../../../server/comparison/pooling/cell-basis.ts'
import { poolCells } from '../../../server/comparison/pooling/pool-cells.ts'
import type { ResponseBounds } from '../../../server/comparison/response-bounds.ts'
import type { PanelStory } from '../ladder/brands-on-panel.ts'
import { draftOf, movedOn, panelOf } from '../ladder/brands-on-panel.ts'

/** Days since 3 January 2000 on which weeks begin. */
const FIRST_OF_JUNE = 9646
const few: PanelStory = { id: 1, movedOn, weeksBefore: 60, perDay: () => 1 }
const other: PanelStory = { id: 2, weeksBefore: 60 }

describe('the weight of a brand’s weeks on its estimate', () => {
  it('lies on the days of the estimate’s own weeks, the brand against its controls', () => {
    const weights = weightsOf(draftOf(panelOf([{ id: 1, movedOn, rampEnd: '2026-06-15' }, other])))

    expect([...new Set(weights.map(({ series }) => series))]).toEqual([1, 2])
    expect(afterOf(weights, 1)[0].day).toBe(FIRST_OF_JUNE + 14)
    expect(sumOf(afterOf(weights, 1))).toBeCloseTo(1, 8)
    expect(sumOf(afterOf(weights, 2))).toBeCloseTo(-1, 8)
    expect(sumOf(weights)).toBeCloseTo(0, 8)
  })

  it.each([
    ['after an even ramp', {}, 0],
    ['after a ramp of 3 weeks', { rampEnd: '2026-06-22' }, 21],
    ['without the week before', { rampEnd: '2026-06-15', pilotShare: 0.5 }, 14],
  ])('is half in each week where two make a value, %s', (_, story, firstAfter) => {
    const draft = draftOf(panelOf([{ ...few, ...story }, other]))
    const weights = weightsOf(draft)
    const days = afterOf(weights, 1).map(({ day }) => day)

    expect(draft.rung.staggered?.axis.width).toBe(2)
    expect(days[0]).toBe(FIRST_OF_JUNE + firstAfter)
    expect(days).toEqual(days.map((_, i) => days[0] + 7 * i))
    for (const side of [beforeOf(weights, 1), afterOf(weights, 1)])
      for (let i = 0; i < side.length; i += 2) expect(side[i].weight).toBe(side[i + 1].weight)
    expect(sumOf(afterOf(weights, 1))).toBeCloseTo(1, 8)
  })

  it('does not lie on the ramp', () => {
    const weights = weightsOf(draftOf(panelOf([{ id: 1, movedOn, rampEnd: '2026-06-22' }, other])))
    const ramp = weights.filter(({ day }) => day >= FIRST_OF_JUNE && day < FIRST_OF_JUNE + 21)

    expect(ramp).toEqual([])
  })
})

describe('satisfaction of which different people answered', () => {
  const bounds: ResponseBounds = { before: 0.35, after: 0.15, low: -40, high: 30 }
  const agreeing: ResponseBounds = { before: 0.35, after: 0.15, low: 2, high: 30 }

  it('has no part in the figure over all brands', () => {
    expect(basisOf({ ...risen(1), bounds })).toBeNull()
    expect(basisOf({ ...risen(1), bounds: agreeing })).not.toBeNull()
    expect(basisOf(risen(1))).not.toBeNull()
  })

  it('leaves a figure of the other brands, as long as there are two', () => {
    const pooled = (drafts: readonly EstimatedDraft[]) =>
      poolCells(drafts.flatMap((one) => basisOf(one) ?? []))

    expect(pooled([risen(1), risen(2), { ...risen(3), bounds }])).toMatchObject([
      { metric: 'csat', brands: 2 },
    ])
    expect(pooled([risen(1), { ...risen(2), bounds }, { ...risen(3), bounds }])).toEqual([])
  })
})

/** Customers of a brand with six weeks before its move became more satisfied. */
function risen(id: number): EstimatedDraft {
  const share = (week: number) => (week < 0 ? 0.7 : 0.9) + 0.01 * Math.sin(week * week + id)
  return draftOf(panelOf([{ id, movedOn, weeksBefore: 6, share }]), 'csat')
}

type Weights = NonNullable<ReturnType<typeof basisOf>>['weights']

function weightsOf(draft: EstimatedDraft): Weights {
  return basisOf(draft)?.weights ?? []
}

function afterOf(weights: Weights, brand: number): Weights {
  return weights.filter(({ series, day }) => series === brand && day >= FIRST_OF_JUNE)
}

function beforeOf(weights: Weights, brand: number): Weights {
  return weights.filter(({ series, day }) => series === brand && day < FIRST_OF_JUNE)
}

function sumOf(weights: Weights): number {
  return weights.reduce((sum, { weight }) => sum + weight, 0)
}

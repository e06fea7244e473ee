import { describe, expect, it } from 'vitest'
import { finishAll } from '../../server/comparison/compare-brands.ts'
import { detailOf } from '../../server/comparison/detail/comparison-detail.ts'
import { draftComparison } from '../../server/comparison/draft-comparison.ts'
import type { Draft } from '../../server/comparison/draft.ts'
import type { Comparison } from '../../server/contract.ts'
import { comparisonSchema } from '../../server/http/comparison-schemas.ts'
import { comparisonDetailSchema } from '../../server/http/detail-schemas.ts'
import { metricOf } from '../../server/metrics/catalog.ts'
import type { DurationStory } from './ladder/durations-on-panel.ts'
import { durationsOf } from './ladder/durations-on-panel.ts'

const treated: DurationStory = { id: 1, hasMoved: true }
const unfinishedSince = (count: number) => (week: number) => (week < 0 ? 0 : count)

describe('conversations that have not ended', () => {
  it('leave a figure as long as the middle of the window and its range lie among those that have', () => {
    const cell = cellOf([{ ...treated, unfinished: unfinishedSince(56) }])

    expect(cell.method).toBe('windows')
    expect(cell.effect?.high).toBeLessThan(10)
  })

  it.each([
    ['nearly half of them since the move', unfinishedSince(69)],
    ['nearly half of them before it too', () => 69],
    ['most of them since the move', unfinishedSince(84)],
    ['most of them before it', (week: number) => (week < 0 ? 84 : 0)],
    ['all of them', () => 140],
    ['most of them in all but two weeks after it', (week: number) => (week > 1 ? 84 : 0)],
  ])('leave none where nobody can say how long they take: %s', (_, unfinished) => {
    const cell = cellOf([{ ...treated, unfinished }])

    expect(cell).toMatchObject({ state: 'not_enough_data', effect: null, readyOn: null })
    expect(cell.reasons[0]).toEqual({
      code: 'minimum_sample',
      en: 'Too many of the conversations have not ended yet to say how long they take.',
      ko: '아직 끝나지 않은 대화가 많아 얼마나 걸리는지 말할 수 없습니다.',
    })
    expect(cell.sentence.en).toContain('Too many of the conversations have not ended yet')
    expect(cell.sentence.ko).toContain('아직 끝나지 않은 대화가 많아')
  })

  it('leave no infinite number in any cell or in what stands behind it, whatever their share', () => {
    for (const others of [[], [{ id: 2, weeksBefore: 30 }]])
      for (const weeksBefore of [9, 30])
        for (const count of [0, 7, 13, 14, 28, 56, 66, 68, 69, 70, 71, 100, 140])
          for (const unfinished of [() => count, unfinishedSince(count)]) {
            const draft = draftOf([{ ...treated, weeksBefore, unfinished }, ...others])
            const [cell] = finishAll([draft])

            expect(asStored(cell, comparisonSchema)).toEqual(cell)
            if (draft.kind === 'settled') continue
            const detail = detailOf(draft)
            expect(asStored(detail, comparisonDetailSchema)).toEqual(detail)
          }
  })
})

function cellOf(stories: readonly DurationStory[]): Comparison {
  return finishAll([draftOf(stories)])[0]
}

function draftOf(stories: readonly DurationStory[]): Draft {
  const panel = durationsOf(stories)
  return draftComparison({
    panel,
    brand: panel.brands[0],
    metric: metricOf('resolution_time'),
    adjust: () => ({ kind: 'not_applicable' }),
  })
}

/** Infinity would be null on the way, which the contract does not know. */
function asStored<Value>(value: Value, schema: { parse(stored: unknown): Value }): Value {
  return schema.parse(JSON.parse(JSON.stringify(value)))
}

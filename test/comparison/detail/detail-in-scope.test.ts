import { describe, expect, it } from 'vitest'
import { detailOf } from '../../../server/comparison/detail/comparison-detail.ts'
import { detailInScope } from '../../../server/comparison/detail/detail-in-scope.ts'
import type { PanelStory } from '../ladder/brands-on-panel.ts'
import { draftOf, movedOn, panelOf, unsteady } from '../ladder/brands-on-panel.ts'

const stories: PanelStory[] = [1, 2, 3, 4, 5, 6].map((id) => ({
  id,
  perDay: unsteady(1000, id),
  ...(id === 1 && { movedOn }),
}))
const draft = draftOf(panelOf(stories))
const full = detailOf(draft)

describe('a reader who may see every comparison brand', () => {
  it('sees all that stands behind a cell', () => {
    const { comparison, detail } = detailInScope(draft.comparison, full, [1, 2, 3, 4, 5, 6])

    expect(comparison).toEqual(draft.comparison)
    expect(detail).toEqual(full)
    expect([full.course, full.controls, full.withoutControl, full.eventStudy, full.synthetic]).not.toContain(
      null,
    )
  })
})

describe('a reader who may not see one of them', () => {
  const { comparison, detail } = detailInScope(draft.comparison, full, [1, 2, 3, 4, 5])

  it('sees nothing that names or draws them: with the brand’s own line the distance would', () => {
    expect(detail).toEqual({
      ...full,
      controls: null,
      course: null,
      withoutControl: null,
      eventStudy: null,
      synthetic: null,
    })
    expect(JSON.stringify(detail)).not.toMatch(/Brand [2-6]/)
  })

  it('sees the same verdict, and why the rest is missing', () => {
    const { reasons, ...verdict } = comparison
    const { reasons: before, ...same } = draft.comparison

    expect(verdict).toEqual(same)
    expect(reasons.slice(0, -1)).toEqual(before)
    expect(reasons.at(-1)).toEqual({
      code: 'controls_outside_access',
      en: 'The comparison rests on brands you have no access to, so their names and the expected line are not shown.',
      ko: '열람 권한이 없는 브랜드와 비교한 결과이므로 비교 브랜드의 이름과 예상값 선은 표시하지 않습니다.',
    })
  })
})

it('an estimate without comparison brands is the same for every reader', () => {
  const alone = draftOf(panelOf([{ id: 1, movedOn, weeksBefore: 20 }]))
  const own = detailOf(alone)

  expect(detailInScope(alone.comparison, own, [1])).toEqual({ comparison: alone.comparison, detail: own })
  expect(detailInScope(alone.comparison, null, [])).toEqual({ comparison: alone.comparison, detail: null })
})

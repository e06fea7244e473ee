import { describe, expect, it } from 'vitest'
import type { ComparisonDetail } from '../../../server/contract-detail.ts'
import { detailOf } from '../../../server/comparison/detail/comparison-detail.ts'
import { draftOf, movedOn, panelOf } from '../ladder/brands-on-panel.ts'
import type { DurationStory } from '../ladder/durations-on-panel.ts'
import { durationsOf } from '../ladder/durations-on-panel.ts'

const treated: DurationStory = { id: 1, hasMoved: true }

describe('the slowest tenth', () => {
  it('is compared over the same windows where every week has one', () => {
    expect(slowestTenth(treated)).toMatchObject({
      effect: { unit: 'ratio' },
      before: { from: '2026-03-30', to: '2026-06-01', n: 9 * 140 },
      after: { from: '2026-08-24', to: '2026-10-26', n: 9 * 140 },
    })
  })

  it('leaves out weeks of whose conversations more than a tenth have not ended', () => {
    const pending = [-9, -8, -7, 18, 19, 20]
    const found = slowestTenth({ ...treated, unfinished: (week) => (pending.includes(week) ? 21 : 0) })

    expect(found).toMatchObject({
      before: { from: '2026-04-20', to: '2026-06-01', n: 6 * 140 },
      after: { from: '2026-08-24', to: '2026-10-05', n: 6 * 140 },
    })
  })

  it('takes earlier weeks in their place where there are some', () => {
    const found = slowestTenth({ ...treated, unfinished: (week) => (week >= 18 ? 21 : 0) })

    expect(found).toMatchObject({
      before: { from: '2026-03-30', to: '2026-06-01', n: 9 * 140 },
      after: { from: '2026-08-03', to: '2026-10-05', n: 9 * 140 },
    })
  })

  it.each([
    ['two weeks', [-3, -1, 10, 12]],
    ['one week', [-1, 12]],
    ['no week', []],
  ])('is not compared where only %s of a side have one', (_, complete) => {
    const unfinished = (week: number) => (complete.includes(week) ? 7 : 21)

    expect(slowestTenth({ ...treated, unfinished })).toBeNull()
  })

  it('is not compared where its range has no upper end', () => {
    expect(slowestTenth({ ...treated, unfinished: () => 13 })).toBeNull()
  })

  it('needs 60 conversations a week, of four weeks taken together at least', () => {
    expect(slowestTenth({ ...treated, weeksBefore: 7, perWeek: 28 })).toBeNull()
    expect(slowestTenth({ ...treated, weeksBefore: 7, perWeek: 63 })).not.toBeNull()
  })

  it('is asked of durations only', () => {
    expect(detailOf(draftOf(panelOf([{ id: 1, movedOn }, { id: 2 }]))).slowestTenth).toBeNull()
  })
})

function slowestTenth(story: DurationStory): ComparisonDetail['slowestTenth'] {
  return detailOf(draftOf(durationsOf([story]), 'resolution_time')).slowestTenth
}

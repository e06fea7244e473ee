import { describe, expect, it } from 'vitest'
import { alignedValues } from '../../../server/comparison/ladder/aligned-values.ts'
import { findControls } from '../../../server/comparison/ladder/find-controls.ts'
import { weekAxis } from '../../../server/comparison/ladder/week-axis.ts'
import type { MetricKey } from '../../../server/contract.ts'
import type { CsatFamily } from '../../../server/metrics/definition.ts'
import type { Day } from '../../../server/periods/day.ts'
import { addDays } from '../../../server/periods/day.ts'
import type { PanelOptions, PanelStory } from './brands-on-panel.ts'
import { movedBrand, movedOn, panelOf, unsteady } from './brands-on-panel.ts'

const treated: PanelStory = { id: 1, movedOn }
/** Ten weeks after the move. */
const end: Day = '2026-08-10'

describe('a brand is compared with', () => {
  it('brands that never moved', () => {
    expect(controlsOf([treated, { id: 2 }, { id: 3 }])).toEqual([2, 3])
  })

  it('no brand that had moved already, however long ago', () => {
    expect(controlsOf([treated, { id: 2, movedOn: '2025-12-01' }, { id: 3, movedOn }])).toEqual([])
  })

  it('brands that moved after the window, and none that moved inside it', () => {
    expect(
      controlsOf([
        treated,
        { id: 2, movedOn: end },
        { id: 3, movedOn: addDays(end, -1) },
        { id: 4, movedOn: '2026-07-06' },
      ]),
    ).toEqual([2])
  })

  it('no brand whose customers were touched a week before its move', () => {
    expect(
      controlsOf([
        treated,
        { id: 2, movedOn: addDays(end, 6), pilotShare: 0.05 },
        { id: 3, movedOn: addDays(end, 7), pilotShare: 0.05 },
        { id: 4, movedOn: end, pilotShare: 0.02 },
      ]),
    ).toEqual([3, 4])
  })

  it('no brand of which more than 2 % of the conversations in the window came over messaging', () => {
    const piloting = (share: number, from: Day, to: Day): ChannelShare => ({ share, from, to })

    // A pilot of the summer is over long before the brand moves in October; one is small; one was before the window.
    expect(
      controlsAmong([
        [{ id: 2 }, piloting(0.4, '2026-06-01', '2026-11-03')],
        [{ id: 3 }, piloting(1, '2025-06-01', '2026-11-03')],
        [{ id: 4, movedOn: '2026-10-05' }, piloting(0.3, '2026-06-01', '2026-08-31')],
        [{ id: 5, movedOn: '2026-10-05' }, piloting(0.02, '2025-12-01', '2026-08-10')],
        [{ id: 6, weeksBefore: 60 }, piloting(0.5, '2025-06-01', '2025-12-01')],
        [{ id: 7 }, piloting(0.5, '2026-08-10', '2026-11-03')],
      ]),
    ).toEqual([5, 6, 7])
  })

  it('none that holds too little', () => {
    // Ten a week are needed; seven and fourteen are there.
    expect(controlsOf([treated, { id: 2, perDay: () => 1 }, { id: 3, perDay: () => 2 }])).toEqual([3])
  })

  it('none that holds too little on one side, whatever it held long ago', () => {
    const fading: PanelStory = { id: 2, weeksBefore: 60, perDay: (week) => (week >= 0 ? 1 : 100) }
    const young: PanelStory = { id: 3, weeksBefore: 60, perDay: (week) => (week >= -26 ? 1 : 100) }

    expect(controlsOf([treated, fading, young])).toEqual([])
  })

  it('none whose history is not here', () => {
    const later: PanelStory = { id: 2, movedOn: '2026-10-05' }

    expect(controlsOf([treated, { id: 3 }], { coveredFrom: '2025-06-01' })).toEqual([])
    expect(controlsOf([treated, later], { coveredFrom: '2025-06-01' })).toEqual([2])
    expect(controlsOf([treated, later], { coveredFrom: '2026-02-01' })).toEqual([2])
  })

  it('none that lacks more than a tenth of the weeks', () => {
    const without = (weeks: number): Day[] =>
      Array.from({ length: weeks * 7 }, (_, i) => addDays('2026-03-02', i))

    expect(
      controlsOf([
        treated,
        { id: 2, closedDays: without(3) },
        { id: 3, closedDays: without(4) },
        { id: 4, weeksBefore: 20 },
        { id: 5, until: '2026-07-06' },
      ]),
    ).toEqual([2])
  })

  it('none that is missing where the brand itself has a value', () => {
    const closedDays = Array.from({ length: 28 }, (_, i) => addDays('2026-03-02', i))

    expect(
      controlsOf([
        { ...treated, closedDays },
        { id: 2, closedDays },
      ]),
    ).toEqual([2])
  })

  it('none that closed down, even where it was open for less long than it has been closed', () => {
    const young = { ...treated, weeksBefore: 12 }

    expect(controlsOf([young, { id: 2, weeksBefore: 12, until: '2026-06-29' }])).toEqual([])
  })

  it('none whose replies are not known well enough', () => {
    const stories = [treated, { id: 2, repliesKnown: 0.94 }, { id: 3, repliesKnown: 0.96 }]

    expect(controlsOf(stories, {}, 'human_workload')).toEqual([3])
  })

  it('none whose customers were asked another question', () => {
    const stories = [treated, { id: 2, family: 'survey' as const }, { id: 3, family: 'two_point' as const }]

    expect(controlsOf(stories, {}, 'csat', 'two_point')).toEqual([3])
  })
})

it('a control stands on the weeks of the moved brand, whatever weekday that moved on', () => {
  const wednesday = { id: 1, movedOn: '2026-06-03' }
  const panel = panelOf([wednesday, { id: 2, perDay: unsteady(80, 5) }])
  const moved = movedBrand(panel)
  const own = alignedValues(moved.facts, moved.bins, axisOf())

  const [control] = findControls(moved, own, axisOf(), '2026-08-12')

  expect(own.map((_, step) => control.weekAt(step)?.from)).toEqual(own.map((value) => value?.from))
  expect(control.weekAt(26)?.from).toBe('2026-06-03')
})

type ChannelShare = { share: number; from: Day; to: Day }

/** Of brands that also answered over messaging for a time. */
function controlsAmong(others: readonly [PanelStory, ChannelShare][]): number[] {
  const panel = panelOf([treated, ...others.map(([story]) => story)])
  const [first, ...brands] = panel.brands
  const piloted = brands.map((brand, i) => {
    const { share, from, to } = others[i][1]
    const channelDays = brand.channelDays.map(({ day, chat, messaging }) => {
      const shared = day >= from && day < to ? share : 0
      return { day, chat: (chat + messaging) * (1 - shared), messaging: (chat + messaging) * shared }
    })
    return { ...brand, channelDays }
  })
  const moved = movedBrand({ ...panel, brands: [first, ...piloted] })
  const own = alignedValues(moved.facts, moved.bins, axisOf())
  return findControls(moved, own, axisOf(), end).map(({ brand }) => brand.brand.id)
}

function controlsOf(
  stories: readonly PanelStory[],
  options: PanelOptions = {},
  metric: MetricKey = 'demand',
  family: CsatFamily | null = null,
): number[] {
  const moved = movedBrand(panelOf(stories, options), metric, family)
  const own = alignedValues(moved.facts, moved.bins, axisOf())
  return findControls(moved, own, axisOf(), end).map(({ brand }) => brand.brand.id)
}

function axisOf() {
  return weekAxis({ lastBefore: -1, weeksBefore: 26, firstAfter: 0, weeksAfter: 10, width: 1 })
}

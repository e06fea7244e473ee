import { describe, expect, it } from 'vitest'
import type { Climb } from '../../../server/comparison/ladder/climb.ts'
import { climb, windowsOf } from '../../../server/comparison/ladder/climb.ts'
import type { WeeklyValue } from '../../../server/comparison/weekly-values.ts'
import type { MetricKey } from '../../../server/contract.ts'
import type { PanelStory } from './brands-on-panel.ts'
import { movedBrand, movedOn, panelOf } from './brands-on-panel.ts'

const treated: PanelStory = { id: 1, movedOn }

describe('the ladder', () => {
  it.each([
    [
      'staggered while a brand had not moved, whatever history there is',
      [
        { ...treated, weeksBefore: 60 },
        { id: 2, weeksBefore: 60 },
      ],
      'staggered',
    ],
    ['staggered with 8 weeks before', [{ ...treated, weeksBefore: 8 }, { id: 2 }], 'staggered'],
    ['interrupted without such a brand', [{ ...treated, weeksBefore: 20 }], 'interrupted'],
    [
      'interrupted where every other brand had moved',
      [treated, { id: 2, movedOn: '2026-03-02' }],
      'interrupted',
    ],
    ['windows with too little history for a line', [{ ...treated, weeksBefore: 9 }], 'windows'],
    [
      'windows with too little history even for a gap',
      [{ ...treated, weeksBefore: 6 }, { id: 2 }],
      'windows',
    ],
    [
      'windows where weeks hold so little that four are taken together',
      [{ ...treated, perDay: (week: number) => (week % 2 === 0 ? 1 : 0), weeksBefore: 30 }],
      'windows',
    ],
  ] as const)('%s', (_, stories, method) => {
    expect(rungOf(climbed(stories)).method).toBe(method)
  })

  it('says what is missing where no rung carries', () => {
    expect(climbed([{ ...treated, perDay: (week) => (week % 4 === 0 ? 1 : 0) }])).toMatchObject({
      isReached: false,
      shortage: { need: 10, counted: 'conversations' },
    })
  })

  it('carries no share that is nearly never or nearly always so', () => {
    const never = climbed([{ ...treated, share: () => 0 }, { id: 2 }], 'unserved_rate')
    const always = climbed([{ ...treated, weeksBefore: 20, share: () => 1 }], 'unserved_rate')

    expect(never).toMatchObject({ isReached: false, shortage: { have: 0, need: 5, counted: 'events' } })
    expect(always).toMatchObject({ isReached: false, shortage: { have: 0, need: 5, counted: 'events' } })
  })

  it('has one set of windows to a rung: exactly the weeks of the estimate', () => {
    const gap = rungOf(
      climbed([{ ...treated, closedDays: ['2026-03-02', '2026-03-03', '2026-03-04'] }, { id: 2 }]),
    )
    const line = rungOf(climbed([{ ...treated, weeksBefore: 20 }]))

    expect(positions(gap.sample.before)).toEqual(gap.staggered?.answer.before)
    expect(positions(gap.sample.after)).toEqual(gap.staggered?.answer.after)
    expect(positions(line.sample.before)).toEqual(line.interrupted?.answer.before)
    expect(positions(line.sample.after)).toEqual(line.interrupted?.answer.after)
    expect([gap.staggered === null, gap.interrupted === null]).toEqual([false, true])
    expect([line.staggered === null, line.interrupted === null]).toEqual([true, false])
  })

  it('takes effect and certainty from one computation', () => {
    const { rung } = { rung: rungOf(climbed([treated, { id: 2 }])) }

    expect(rung.p).toBe(rung.staggered?.answer.effect.p)
    expect(rung.effect).toBe(rung.staggered?.answer.effect)
  })

  it('still puts two windows beside each other, for who asks', () => {
    const moved = movedBrand(panelOf([treated, { id: 2 }]))

    expect(windowsOf(moved)).toMatchObject({ method: 'windows', sample: { weeks: 12 } })
    expect(windowsOf({ ...moved, minimumWeekly: 1_000_000 })).toBeNull()
  })
})

function climbed(stories: readonly PanelStory[], metric: MetricKey = 'demand'): Climb {
  return climb(movedBrand(panelOf(stories), metric))
}

function rungOf(answer: Climb) {
  if (!answer.isReached) throw new Error(`rungOf: ${answer.shortage.have} of ${answer.shortage.need}`)
  return answer.rung
}

function positions(values: readonly WeeklyValue[]): number[] {
  return values.map(({ position }) => position)
}

import { describe, expect, it } from 'vitest'
import { interrupted } from '../../../server/comparison/ladder/interrupted.ts'
import type { PanelStory } from './brands-on-panel.ts'
import { movedBrand, movedOn, panelOf, unsteady } from './brands-on-panel.ts'

describe('a brand’s own line', () => {
  it('is that of a year with 52 weeks before, against the latest 12 after', () => {
    const found = lineOf({ weeksBefore: 52 })

    expect(found?.answer.model).toBe('year')
    expect(found?.before).toHaveLength(52)
    // Data reach to 3 November; the last whole week that is mature ends on 2 November.
    expect([found?.after[0].from, found?.after.at(-1)?.to]).toEqual(['2026-08-10', '2026-11-02'])
  })

  it('looks at no more than 104 weeks', () => {
    expect(lineOf({ weeksBefore: 120 })?.before).toHaveLength(104)
  })

  it.each([10, 13, 20, 51])(
    'is a short one with %i weeks before: the last 13 of them, and the first 8 after',
    (weeks) => {
      const found = lineOf({ weeksBefore: weeks })

      expect(found?.answer.model).toBe('local')
      expect(found?.before).toHaveLength(Math.min(13, weeks))
      expect(found?.before.at(-1)?.to).toBe('2026-06-01')
      expect([found?.after[0].from, found?.after.at(-1)?.to]).toEqual(['2026-06-01', '2026-07-27'])
    },
  )

  it('is none with 9 weeks before', () => {
    expect(lineOf({ weeksBefore: 9 })).toBeNull()
  })

  it('is none where the weeks hold too little, and they are not taken together', () => {
    expect(lineOf({ weeksBefore: 60, perDay: () => 1 })).toBeNull()
  })

  it('begins after the ramp', () => {
    const found = lineOf({ rampEnd: '2026-06-16' })

    expect(found?.firstAfter).toBe(3)
    expect(found?.after[0].from).toBe('2026-06-22')
  })

  it('is short where a gap in the weeks leaves it fewer than 52', () => {
    const closedDays = ['2026-01-05', '2026-01-06', '2026-01-07']

    expect(lineOf({ weeksBefore: 52, closedDays })?.answer.model).toBe('local')
    expect(lineOf({ weeksBefore: 53, closedDays })?.answer.model).toBe('year')
  })

  it('is none where the weeks after the ramp are not known', () => {
    const moved = movedBrand(panelOf([{ id: 1, movedOn, weeksBefore: 20 }]))
    const late = moved.bins.after.filter(({ index }) => index >= 10)

    expect(interrupted({ ...moved, bins: { ...moved.bins, after: late } })).toBeNull()
  })

  it('goes on where it was going: a steady rise alone is no effect', () => {
    const level = unsteady(1000, 4)
    const found = lineOf({ weeksBefore: 20, perDay: (week, day) => level(week, day) * 1.02 ** week })

    expect(found?.answer.effect.low).toBeLessThan(0)
    expect(found?.answer.effect.high).toBeGreaterThan(0)
  })
})

function lineOf(story: Partial<PanelStory>) {
  return interrupted(movedBrand(panelOf([{ id: 1, movedOn, weeksBefore: 20, ...story }])))
}

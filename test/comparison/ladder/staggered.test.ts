import { describe, expect, it } from 'vitest'
import type { Staggered } from '../../../server/comparison/ladder/staggered.ts'
import { staggered } from '../../../server/comparison/ladder/staggered.ts'
import type { Day } from '../../../server/periods/day.ts'
import { addDays } from '../../../server/periods/day.ts'
import type { PanelStory } from './brands-on-panel.ts'
import { movedBrand, movedOn, panelOf, unsteady } from './brands-on-panel.ts'

const treated: PanelStory = { id: 1, movedOn }

describe('the comparison with brands that had not moved', () => {
  it('looks at the last 26 weeks before and the first 10 after the ramp', () => {
    const found = foundIn([treated, { id: 2 }])

    expect(daysOf(found)).toEqual(['2025-12-01', '2026-06-01', '2026-06-01', '2026-08-10'])
    expect([found.before.length, found.after.length, found.axis.width]).toEqual([26, 10, 1])
    expect(idsOf(found)).toEqual([2])
  })

  it('begins after the ramp, rounded up to whole weeks', () => {
    const found = foundIn([{ ...treated, rampEnd: '2026-06-10' }, { id: 2 }])

    expect(daysOf(found)).toEqual(['2025-12-01', '2026-06-01', '2026-06-15', '2026-08-24'])
    expect(found.answer.after).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
  })

  it('leaves out the weeks it is told to', () => {
    const found = staggered(movedBrand(panelOf([treated, { id: 2 }])), 3)

    expect(found?.after[0].from).toBe('2026-06-22')
  })

  it.each([
    ['2026-08-10', 10],
    ['2026-08-09', 9],
    ['2026-07-13', 6],
    ['2026-06-29', 4],
  ])('is as long as the last control allows: it moves on %s, %i weeks', (next, weeks) => {
    const found = foundIn([treated, { id: 2, movedOn: next }])

    expect(found.after).toHaveLength(weeks)
    expect(found.answer.after).toHaveLength(weeks)
  })

  it('is not made with fewer than 4 weeks before the last control moves', () => {
    expect(staggered(movedBrand(panelOf([treated, { id: 2, movedOn: '2026-06-28' }])))).toBeNull()
  })

  it('prefers the longer window to the second control', () => {
    const found = foundIn([treated, { id: 2 }, { id: 3, movedOn: '2026-07-13' }])

    expect([found.after.length, idsOf(found)]).toEqual([10, [2]])
  })

  it('goes on without a control that is lost in the middle of the window', () => {
    const found = foundIn([treated, { id: 2 }, { id: 3, until: '2026-07-06' }])

    expect([found.after.length, idsOf(found)]).toEqual([10, [2]])
  })

  it('ends where the only control is lost, as far as a tenth of the weeks may lack', () => {
    // Of 26 weeks before and 8 after it lacks three; of 26 and 9 it would lack four.
    const found = foundIn([treated, { id: 2, until: '2026-07-06' }])

    expect(found.answer.after).toEqual([0, 1, 2, 3, 4])
    expect(found.after).toHaveLength(5)
    expect(found.after.at(-1)?.to).toBe('2026-07-06')
  })

  it('needs 8 weeks before the move', () => {
    const withWeeks = (weeksBefore: number) =>
      staggered(
        movedBrand(
          panelOf([
            { ...treated, weeksBefore },
            { id: 2, weeksBefore },
          ]),
        ),
      )

    expect(withWeeks(7)).toBeNull()
    expect(withWeeks(8)?.before).toHaveLength(8)
  })

  it('takes two weeks together where the brand’s single weeks hold too little', () => {
    const found = foundIn([{ ...treated, perDay: () => 1 }, { id: 2 }])

    expect(found.axis.width).toBe(2)
    expect(found.before.map(({ n }) => n)).toEqual(found.before.map(() => 14))
    expect(daysOf(found)).toEqual(['2025-12-01', '2026-06-01', '2026-06-01', '2026-08-10'])
    expect([found.before.length, found.after.length]).toEqual([13, 5])
  })

  it('takes two weeks together where every control’s single weeks hold too little', () => {
    const found = foundIn([treated, { id: 2, perDay: () => 1 }])

    expect([found.axis.width, found.after.length]).toEqual([2, 5])
  })

  it('does not take more than two together', () => {
    expect(
      staggered(movedBrand(panelOf([{ ...treated, perDay: (week) => (week % 3 === 0 ? 1 : 0) }, { id: 2 }]))),
    ).toBeNull()
  })

  it('leaves out a week in which a control has no value, for all', () => {
    const closedDays = ['2026-04-06', '2026-04-07', '2026-04-08']
    const found = foundIn([treated, { id: 2, closedDays }, { id: 3 }])

    expect(idsOf(found)).toEqual([2, 3])
    // No earlier week takes its place.
    expect([found.before.length, found.before[0].position]).toEqual([25, -26])
    expect(found.before.map(({ position }) => position)).not.toContain(-8)
  })

  it('keeps nine tenths of its weeks, however many controls are closed in a week of their own', () => {
    const closed = (place: number) => {
      const from = addDays(movedOn, 7 * (((place * 3) % 36) - 26))
      return [0, 1, 2].map((day) => addDays(from, day))
    }
    const others = (count: number): PanelStory[] =>
      Array.from({ length: count }, (_, i) => ({ id: i + 10, closedDays: closed(i) }))

    for (const count of [4, 7, 12]) {
      const found = foundIn([treated, { id: 2 }, { id: 3 }, ...others(count)])

      // Three weeks of 36 may be lost: two controls that lack none, and three that lack one each.
      expect(found.before.length + found.after.length).toBe(33)
      expect(idsOf(found)).toEqual([2, 3, 10, 11, 12])
    }
  })

  it('does without a control that would cost a week too many', () => {
    const closedDays = daysFrom('2026-02-02', 28)
    const found = foundIn([treated, { id: 2 }, { id: 3, closedDays }])

    expect([found.before.length, idsOf(found)]).toEqual([26, [2]])
  })

  it('finds exactly the shift by which the gap changes', () => {
    const level = unsteady(1000, 3)
    const less = (week: number, day: string) => level(week, day) * (week >= 0 ? 0.6 : 1)

    const { effect } = foundIn([
      { ...treated, perDay: less },
      { id: 2, perDay: level },
    ]).answer

    expect(effect.estimate).toBeCloseTo(Math.log(0.6), 3)
    expect(effect.high).toBeLessThan(Math.log(0.61))
  })

  it('is not changed by what all brands go through', () => {
    const season = (week: number) => 1 + 0.3 * Math.sin(week / 8) + (week >= 0 ? 0.4 : 0)
    const plain = [unsteady(10_000, 1), unsteady(20_000, 2), unsteady(5000, 3)]
    const stories = (perDay: typeof plain): PanelStory[] =>
      perDay.map((own, i) => ({ id: i + 1, perDay: own, ...(i === 0 && { movedOn }) }))

    const without = foundIn(stories(plain)).answer.effect
    const within = foundIn(stories(plain.map((own) => (week, day) => own(week, day) * season(week)))).answer
      .effect

    expect(within.estimate).toBeCloseTo(without.estimate, 4)
    expect(within.high - within.low).toBeCloseTo(without.high - without.low, 3)
  })

  it('says of series that never vary that they do not', () => {
    const { answer } = foundIn([
      { ...treated, perDay: () => 20 },
      { id: 2, perDay: () => 20 },
    ])

    expect(answer.noVariation).toBe(true)
    expect(answer.effect.estimate).toBeCloseTo(0, 10)
  })
})

describe('the window before', () => {
  const long = { weeksBefore: 60 }
  const few: PanelStory = { ...treated, ...long, perDay: () => 1 }
  const closedDays = daysFrom('2026-03-02', 21)

  it.each([
    ['one week to a value', { ...treated, ...long }, 26],
    ['two weeks to a value', few, 26],
    ['one week to a value, three weeks missing', { ...treated, ...long, closedDays }, 23],
    ['two weeks to a value, three weeks missing', { ...few, closedDays }, 22],
  ])('never begins more than 26 weeks before the move: %s', (_, story, weeks) => {
    const found = foundIn([story, { id: 2, ...long }])

    expect(found.before[0].from).toBe('2025-12-01')
    expect(found.before.length * found.axis.width).toBe(weeks)
    expect(found.answer.before).toHaveLength(found.before.length)
  })

  it('does not see what was before: a level that fell 27 weeks before the move is no effect', () => {
    const perDay = (week: number, day: Day) => (week < -27 ? 2 : Number(day.slice(8)) % 7 === 0 ? 2 : 1)
    const { effect } = foundIn([
      { ...few, perDay },
      { id: 2, ...long },
    ]).answer

    expect(effect.low).toBeLessThan(0)
    expect(effect.high).toBeGreaterThan(0)
    expect(Math.abs(effect.estimate)).toBeLessThan(0.05)
  })
})

function daysFrom(first: Day, count: number): Day[] {
  return Array.from({ length: count }, (_, i) => addDays(first, i))
}

function foundIn(stories: readonly PanelStory[]): Staggered {
  const found = staggered(movedBrand(panelOf(stories)))
  if (found === null) throw new Error('foundIn: nothing can be compared')
  return found
}

function idsOf({ controls }: Staggered): number[] {
  return controls.map(({ brand }) => brand.brand.id)
}

function daysOf({ before, after }: Staggered): (string | undefined)[] {
  return [before[0].from, before.at(-1)?.to, after[0].from, after.at(-1)?.to]
}

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DailyFacts } from '../../../server/comparison/daily-facts.ts'
import { alignedValues } from '../../../server/comparison/ladder/aligned-values.ts'
import { controlLevels } from '../../../server/comparison/ladder/control-levels.ts'
import { weekAxis } from '../../../server/comparison/ladder/week-axis.ts'
import { binsAround, daysOf } from '../../../server/comparison/windows.ts'
import type { Day } from '../../../server/periods/day.ts'
import { addDays } from '../../../server/periods/day.ts'
import { createDice } from '../../support/dice.ts'

const span = { from: '2026-01-01', to: '2026-12-31' }
const kinds = ['count', 'rate', 'load', 'duration'] as const

describe('the levels of a brand that is compared with', () => {
  it.each(kinds)('are those of its weekly values, of a %s', (kind) => {
    fc.assert(
      fc.property(
        fc.record({
          seed: fc.nat(),
          cutover: fc.integer({ min: 120, max: 250 }),
          from: fc.integer({ min: 0, max: 100 }),
          to: fc.integer({ min: 260, max: 400 }),
          masked: fc.array(fc.integer({ min: 0, max: 364 }), { maxLength: 80 }),
          firstAfter: fc.integer({ min: 0, max: 4 }),
        }),
        ({ seed, masked, firstAfter, ...day }) => {
          const facts = factsOf(kind, seed)
          const cutover = addDays(span.from, day.cutover)
          const weeks = {
            cutover,
            usable: { from: addDays(span.from, day.from), to: addDays(span.from, day.to) },
            maskedDays: new Set(masked.map((number) => addDays(span.from, number))),
          }
          const axis = weekAxis({ lastBefore: -1, weeksBefore: 26, firstAfter, weeksAfter: 10, width: 1 })
          const bins = binsAround({ ...weeks, rampEnd: cutover, weeksLeftOut: 0, unrecorded: null })

          const { levels, totals } = controlLevels(facts, weeks, axis)

          const values = alignedValues(facts, bins, axis)
          expect([...levels]).toEqual(values.map((value) => value?.level ?? NaN))
          expect([...totals]).toEqual(values.map((value) => value?.restoredTotal ?? NaN))
        },
      ),
      { numRuns: 60 },
    )
  })

  it('are there in most of the weeks that were tried', () => {
    const weeks = { cutover: '2026-06-01', usable: span, maskedDays: new Set(['2026-05-05', '2026-06-03']) }
    const axis = weekAxis({ lastBefore: -1, weeksBefore: 20, firstAfter: 1, weeksAfter: 10, width: 1 })

    const { levels } = controlLevels(factsOf('duration', 1), weeks, axis)

    expect(levels.filter((level) => !Number.isNaN(level)).length).toBeGreaterThan(25)
  })
})

/** Some days hold nothing, some durations have not ended, and the account begins and ends within the span. */
function factsOf(kind: (typeof kinds)[number], seed: number): DailyFacts {
  const dice = createDice(seed)
  const days = daysOf(span).filter((_, i) => i > 10 && i < 340 && dice.uniform() > 0.05)
  if (kind === 'duration') {
    const seconds = () =>
      Float64Array.from({ length: 1 + Math.floor(dice.uniform() * 9) }, () =>
        dice.uniform() < 0.05 ? Infinity : Math.exp(4 + dice.normal()),
      ).sort()
    return { kind, seconds: new Map(days.map((day): [Day, Float64Array] => [day, seconds()])) }
  }
  const sums = days.map((day) => {
    const n = Math.floor(dice.uniform() * 20)
    const numerator = Math.floor(dice.uniform() * (n + 1))
    return [day, { n, numerator, ...(kind === 'load' && { denominator: dice.uniform() * 5 }) }] as const
  })
  return { kind, sums: new Map(sums) }
}

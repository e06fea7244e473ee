import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  standardisedAscendingQuantile,
  standardisedWeekQuantile,
} from '../../server/statistics/standardised-week.ts'

it('a week’s durations in order give the very quantile that lists of each stratum give', () => {
  const duration = fc.record({
    seconds: fc.constantFrom(10, 20, 20.5, 30, 60, 90, 600, Infinity),
    place: fc.constantFrom(-1, 0, 1, 2),
  })
  fc.assert(
    fc.property(fc.array(duration, { maxLength: 40 }), (durations) => {
      const weights = [0.5, 0.3, 0.2]
      const ascending = [...durations].sort((one, other) =>
        one.seconds === other.seconds ? 0 : one.seconds - other.seconds,
      )
      const lists = weights.map((_, place) =>
        durations.filter((one) => one.place === place).map(({ seconds }) => seconds),
      )
      expect(
        standardisedAscendingQuantile(
          ascending.map(({ seconds }) => seconds),
          ascending.map(({ place }) => place),
          weights,
          0.5,
        ),
      ).toEqual(standardisedWeekQuantile(lists, weights, 0.5))
    }),
    { seed: 20_261_116 },
  )
})

import { expect, it } from 'vitest'
import { fitAr1, fitAr1Each, flatPrior } from '../../server/statistics/ar1-fit.ts'
import { createDice } from '../support/dice.ts'

it('several series fitted together give the very answers they give alone', () => {
  const dice = createDice(7)
  const weeks = [-9, -8, -7, -6, -4, -3, -2, -1, 2, 3, 4, 5, 6]
  const design = weeks.map((week) => [1, week < 0 ? 0 : 1])
  const responses = [1, 2, 3].map(() => weeks.map(() => dice.normal()))

  const together = fitAr1Each({ design, responses, weeks, prior: flatPrior })

  expect(together.map((fit) => fit.contrast([0, 1]))).toEqual(
    responses.map((response) => fitAr1({ design, response, weeks, prior: flatPrior }).contrast([0, 1])),
  )
})

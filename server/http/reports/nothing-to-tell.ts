import { HttpProblem } from '../http-problem.ts'

export function nothingToTell(): HttpProblem {
  return new HttpProblem(
    409,
    'nothing_to_tell',
    'There is nothing to show yet: no verdict has been computed, or nobody sees any of the brands of this report.',
  )
}

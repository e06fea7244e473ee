import type { Ar1Contrast, Ar1Model } from './ar1-fit.ts'
import { fitAr1 } from './ar1-fit.ts'

export { decliningPrior, flatPrior } from './ar1-fit.ts'
export type { AutocorrelationPrior } from './ar1-fit.ts'

export type Ar1Question = Ar1Model & {
  /** The linear combination of coefficients that is asked for. */
  contrast: readonly number[]
}
export type Ar1Answer = Ar1Contrast & {
  degreesOfFreedom: number
  /** The series hardly varies; the error is the smallest that is accepted. */
  noVariation: boolean
  /** What each autocorrelation alone would say, and how much it counts. */
  steps: { autocorrelation: number; estimate: number; standardError: number; weight: number }[]
}

/**
 * Effect in a short weekly series whose neighbouring weeks resemble each other: how large is it, and how sure is
 * its direction? One question to `fitAr1`, which see.
 * @example ar1Marginal({ design: [[1, 0], …, [1, 1]], response, weeks, contrast: [0, 1], prior: decliningPrior })
 * @throws when there are fewer than four more weeks than coefficients, or when a column depends on the others
 */
export function ar1Marginal(question: Ar1Question): Ar1Answer {
  const fit = fitAr1(question)
  const { centres, scales, weights } = fit.mixture(question.contrast)
  return {
    ...fit.contrast(question.contrast),
    degreesOfFreedom: fit.degreesOfFreedom,
    noVariation: fit.noVariation,
    steps: fit.autocorrelations.map((autocorrelation, i) => ({
      autocorrelation,
      estimate: centres[i],
      standardError: scales[i],
      weight: weights[i],
    })),
  }
}

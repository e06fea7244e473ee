import type { WhitenedSolution } from './ar1-least-squares.ts'
import { solveDownward, solveWhitened } from './ar1-least-squares.ts'
import { stacked, whiten } from './ar1-whitening.ts'
import type { StudentTMixture } from './student-t-mixture.ts'
import { mixtureCumulative, mixtureQuantile } from './student-t-mixture.ts'

/** Belief about the autocorrelation before the data are seen; need not be normalised. */
export type AutocorrelationPrior = (autocorrelation: number) => number

/** Every autocorrelation is equally likely: for the gap between brands. */
export const flatPrior: AutocorrelationPrior = () => 1
/** Strong autocorrelation is less likely than weak: for a brand's own weekly series. */
export const decliningPrior: AutocorrelationPrior = (autocorrelation) => 1 - autocorrelation

export type Ar1Model = {
  /** One row per week, one column per coefficient. */
  design: readonly (readonly number[])[]
  response: readonly number[]
  /** Ascending whole week numbers; gaps are allowed. */
  weeks: readonly number[]
  prior: AutocorrelationPrior
}
export type Ar1Options = {
  /** Makes the interval this many times as wide about the estimate, and p accordingly larger. */
  widen?: number
  /** Asks for the value of a single week instead of its mean: the week's own error is added. */
  predictive?: boolean
}
export type Ar1Contrast = {
  estimate: number
  low: number
  high: number
  /** Probability, if there were no effect, of one at least this large in either direction. */
  p: number
  /** How likely the true value is below 0. */
  belowZero: number
}
export type Ar1Fit = {
  degreesOfFreedom: number
  /** The series hardly varies; the error is the smallest that is accepted. */
  noVariation: boolean
  /** The autocorrelations that were tried, with how well each fits; the weights sum to 1. */
  autocorrelations: readonly number[]
  /** A linear combination of the coefficients with its 95 % interval. */
  contrast(combination: readonly number[], options?: Ar1Options): Ar1Contrast
  /** Only the estimate of a linear combination. */
  estimate(combination: readonly number[]): number
  /** The mixture a linear combination's interval is read from: one part per autocorrelation. */
  mixture(combination: readonly number[], predictive?: boolean): StudentTMixture
}

const AUTOCORRELATIONS = Array.from({ length: 23 }, (_, i) => -0.2 + i * 0.05)
export const LEAST_DEGREES_OF_FREEDOM = 4
const SMALLEST_VARIANCE = 1e-12

/**
 * Fits a linear model to a short weekly series whose neighbouring weeks resemble each other, once for many questions.
 *
 * Generalised least squares with an AR(1) error, averaged over the autocorrelation by restricted likelihood times
 * prior, instead of plugging in one estimate that short series bias downwards. An interval's ends are the 2.5 % and
 * 97.5 % points of the mixture of t distributions. Assumes a linear model with errors of one size.
 * Reference for the comparison of such methods: Turner et al. 2021, BMC Med Res Methodol 21.
 *
 * @example fitAr1({ design: [[1, 0], …, [1, 1]], response, weeks, prior: decliningPrior }).contrast([0, 1])
 * @throws when there are fewer than four more weeks than coefficients, or when a column depends on the others
 */
export function fitAr1({ response, ...model }: Ar1Model): Ar1Fit {
  return fitAr1Each({ ...model, responses: [response] })[0]
}

/** The same of several series with the same weeks and design: most of the work is done once for all of them. */
export function fitAr1Each({
  design,
  responses,
  weeks,
  prior,
}: Omit<Ar1Model, 'response'> & { responses: readonly (readonly number[])[] }): Ar1Fit[] {
  const width = design[0]?.length ?? 0
  const degreesOfFreedom = design.length - width
  if (degreesOfFreedom < LEAST_DEGREES_OF_FREEDOM)
    throw new Error('fitAr1 requires at least four more weeks than coefficients')
  const series = stacked(design, responses)
  const memory = new Float64Array(series.columns.length)
  const parts = AUTOCORRELATIONS.map((autocorrelation): FitPart => {
    const whitened = whiten(series, weeks, autocorrelation, memory)
    return { ...solveWhitened(whitened), logScale: whitened.logScale }
  })
  const squares = contrastSquares(parts)
  return responses.map((_, place) => fitOf(parts, squares, place, prior, degreesOfFreedom))
}

/** What one autocorrelation says. */
type FitPart = WhitenedSolution & { logScale: number }
/** By autocorrelation, the square of the length of R⁻ᵀ·combination: a combination's variance in units of the errors'. */
type ContrastSquares = (combination: readonly number[]) => readonly number[]

/** All series of a fit are asked for the same few combinations. */
function contrastSquares(parts: readonly FitPart[]): ContrastSquares {
  const known = new Map<string, number[]>()
  return (combination) => {
    const key = combination.join(' ')
    let found = known.get(key)
    if (!found) {
      found = parts.map(({ triangle }) =>
        solveDownward(triangle, combination).reduce((sum, part) => sum + part * part, 0),
      )
      known.set(key, found)
    }
    return found
  }
}

/** @param place of the series among those that were fitted together */
function fitOf(
  parts: readonly FitPart[],
  squaresOf: ContrastSquares,
  place: number,
  prior: AutocorrelationPrior,
  degreesOfFreedom: number,
): Ar1Fit {
  const width = parts[0].coefficients.length / parts[0].residualSquares.length
  const variances = parts.map(({ residualSquares }) =>
    Math.max(residualSquares[place] / degreesOfFreedom, SMALLEST_VARIANCE),
  )
  const weights = posteriorWeights(
    parts.map(
      ({ logScale, logDeterminant }, i) =>
        -0.5 * (logScale + 2 * logDeterminant + degreesOfFreedom * Math.log(variances[i])),
    ),
    prior,
  )
  const centreOf = ({ coefficients }: FitPart, combination: readonly number[]) => {
    let sum = 0
    for (let j = 0; j < width; j++) sum += coefficients[place * width + j] * combination[j]
    return sum
  }

  function mixture(combination: readonly number[], predictive = false): StudentTMixture {
    const squares = squaresOf(combination)
    const more = predictive ? 1 : 0
    return {
      centres: parts.map((part) => centreOf(part, combination)),
      scales: variances.map((variance, i) => Math.sqrt(variance * (more + squares[i]))),
      weights,
      degreesOfFreedom,
    }
  }

  function estimate(combination: readonly number[]): number {
    let sum = 0
    for (let i = 0; i < parts.length; i++) sum += weights[i] * centreOf(parts[i], combination)
    return sum
  }

  return {
    degreesOfFreedom,
    noVariation: variances.every((variance) => variance === SMALLEST_VARIANCE),
    autocorrelations: AUTOCORRELATIONS,
    estimate,
    mixture,
    contrast(combination, { widen = 1, predictive = false } = {}) {
      const mixed = mixture(combination, predictive)
      const middle = estimate(combination)
      const belowZero = mixtureCumulative(mixed, 0, widen)
      return {
        estimate: middle,
        low: middle + widen * (mixtureQuantile(mixed, 0.025) - middle),
        high: middle + widen * (mixtureQuantile(mixed, 0.975) - middle),
        p: 2 * Math.min(belowZero, 1 - belowZero),
        belowZero,
      }
    },
  }
}

function posteriorWeights(logLikelihoods: readonly number[], prior: AutocorrelationPrior): number[] {
  const best = Math.max(...logLikelihoods)
  const weights = logLikelihoods.map((one, i) => Math.exp(one - best) * prior(AUTOCORRELATIONS[i]))
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return weights.map((weight) => weight / sum)
}

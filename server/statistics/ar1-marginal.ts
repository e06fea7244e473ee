import { leastSquares } from './least-squares.ts'
import { studentTCumulative } from './student-t.ts'

/** Belief about the autocorrelation before the data are seen; need not be normalised. */
export type AutocorrelationPrior = (autocorrelation: number) => number

/** Every autocorrelation is equally likely. */
export const flatPrior: AutocorrelationPrior = () => 1
/** Strong autocorrelation is less likely than weak: for a brand's own weekly series. */
export const decliningPrior: AutocorrelationPrior = (autocorrelation) => 1 - autocorrelation

export type Ar1Question = {
  /** One row per week, one column per coefficient. */
  design: readonly (readonly number[])[]
  response: readonly number[]
  /** Ascending whole week numbers; gaps are allowed. */
  weeks: readonly number[]
  /** The linear combination of coefficients that is asked for. */
  contrast: readonly number[]
  prior: AutocorrelationPrior
}
type Step = { autocorrelation: number; estimate: number; standardError: number; weight: number }
export type Ar1Answer = {
  estimate: number
  low: number
  high: number
  /** Probability, if there were no effect, of one at least this large in either direction. */
  p: number
  degreesOfFreedom: number
  /** The series hardly varies; the error is the smallest that is accepted. */
  noVariation: boolean
  steps: Step[]
}

const AUTOCORRELATIONS = Array.from({ length: 23 }, (_, i) => -0.2 + i * 0.05)
const LEAST_DEGREES_OF_FREEDOM = 4
const SMALLEST_VARIANCE = 1e-12

/**
 * Effect in a short weekly series whose neighbouring weeks resemble each other: how large is it, and how sure is
 * its direction?
 *
 * Generalised least squares with an AR(1) error, averaged over the autocorrelation by restricted likelihood times
 * prior, instead of plugging in one estimate that short series bias downwards. The interval's ends are the
 * 2.5 % and 97.5 % points of the mixture of t distributions. Assumes a linear model with errors of one size.
 * Reference for the comparison of such methods: Turner et al. 2021, BMC Med Res Methodol 21.
 *
 * @example ar1Marginal({ design: [[1, 0], …, [1, 1]], response, weeks, contrast: [0, 1], prior: decliningPrior })
 * @throws when there are fewer than four more weeks than coefficients
 */
export function ar1Marginal(question: Ar1Question): Ar1Answer {
  const degreesOfFreedom = question.response.length - question.contrast.length
  if (degreesOfFreedom < LEAST_DEGREES_OF_FREEDOM)
    throw new Error('ar1Marginal requires at least four more weeks than coefficients')
  const fits = AUTOCORRELATIONS.map((autocorrelation) => fit(question, autocorrelation, degreesOfFreedom))
  const best = Math.max(...fits.map((one) => one.logLikelihood))
  const raw = fits.map((one) => Math.exp(one.logLikelihood - best) * question.prior(one.autocorrelation))
  const sum = raw.reduce((total, weight) => total + weight, 0)
  const steps = fits.map(({ autocorrelation, estimate, standardError }, i) => ({
    autocorrelation,
    estimate,
    standardError,
    weight: raw[i] / sum,
  }))
  const below = cumulativeAt(steps, 0, degreesOfFreedom)
  return {
    estimate: steps.reduce((total, step) => total + step.weight * step.estimate, 0),
    low: mixtureQuantile(steps, 0.025, degreesOfFreedom),
    high: mixtureQuantile(steps, 0.975, degreesOfFreedom),
    p: 2 * Math.min(below, 1 - below),
    degreesOfFreedom,
    noVariation: fits.every((one) => one.floored),
    steps,
  }
}

function fit(question: Ar1Question, autocorrelation: number, degreesOfFreedom: number) {
  const { design, response, logScale } = whiten(question, autocorrelation)
  const { coefficients, residualSquares, logDeterminant, contrastLength } = leastSquares(
    design,
    response,
    question.contrast,
  )
  const variance = Math.max(residualSquares / degreesOfFreedom, SMALLEST_VARIANCE)
  return {
    autocorrelation,
    estimate: coefficients.reduce((sum, value, i) => sum + value * question.contrast[i], 0),
    standardError: Math.sqrt(variance) * contrastLength,
    logLikelihood: -0.5 * (logScale + 2 * logDeterminant + degreesOfFreedom * Math.log(variance)),
    floored: variance === SMALLEST_VARIANCE,
  }
}

/** Takes from each week what the week before it already told, so that the errors become independent. */
function whiten({ design, response, weeks }: Ar1Question, autocorrelation: number) {
  let logScale = 0
  const rows: number[][] = [[...design[0]]]
  const values: number[] = [response[0]]
  for (let i = 1; i < response.length; i++) {
    const gap = weeks[i] - weeks[i - 1]
    const carried =
      Math.abs(autocorrelation) < 1e-12
        ? 0
        : Math.sign(autocorrelation) ** gap * Math.abs(autocorrelation) ** gap
    const rest = 1 - carried ** 2
    const scale = Math.sqrt(rest)
    logScale += Math.log(rest)
    rows.push(design[i].map((value, j) => (value - carried * design[i - 1][j]) / scale))
    values.push((response[i] - carried * response[i - 1]) / scale)
  }
  return { design: rows, response: values, logScale }
}

function cumulativeAt(steps: readonly Step[], value: number, degreesOfFreedom: number): number {
  let sum = 0
  for (const { estimate, standardError, weight } of steps) {
    sum += weight * studentTCumulative((value - estimate) / standardError, degreesOfFreedom)
  }
  return sum
}

/** Bracketed search (Illinois rule: bisection's safety, near Newton's speed). */
function mixtureQuantile(steps: readonly Step[], probability: number, degreesOfFreedom: number): number {
  const widest = Math.max(...steps.map((step) => step.standardError))
  const centre = Math.min(...steps.map((step) => step.estimate))
  const farthest = Math.max(...steps.map((step) => step.estimate))
  const miss = (value: number) => cumulativeAt(steps, value, degreesOfFreedom) - probability
  let low = centre - 60 * widest
  let high = farthest + 60 * widest
  let lowMiss = miss(low)
  let highMiss = miss(high)
  const tolerance = 1e-13 * Math.max(widest, Math.abs(low), Math.abs(high))
  let movedLast: 'low' | 'high' | null = null
  for (let i = 0; i < 200 && high - low > tolerance; i++) {
    const secant = high - (highMiss * (high - low)) / (highMiss - lowMiss)
    // The tails are so flat that the secant crawls at first: halve until the ends are near.
    const value = i < 8 || !(secant > low && secant < high) ? (low + high) / 2 : secant
    const missed = miss(value)
    if (missed === 0) return value
    const moved = missed < 0 ? 'low' : 'high'
    if (moved === 'low') {
      low = value
      lowMiss = missed
      if (movedLast === 'low') highMiss /= 2
    } else {
      high = value
      highMiss = missed
      if (movedLast === 'high') lowMiss /= 2
    }
    movedLast = moved
  }
  return (low + high) / 2
}

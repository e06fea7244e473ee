import type { Interval } from './interval.ts'
import { studentTQuantile } from './student-t.ts'

export type Effect = { estimate: number; standardError: number }
export type Heterogeneity = {
  /** Cochran's Q: how far the effects lie from their common mean, in units of their own errors. */
  q: number
  /** Q's expectation if every brand had the same effect: the number of brands less one. */
  degreesOfFreedom: number
  /** Variance of the true effects between brands. */
  tauSquared: number
  /** Share of the spread that is more than the effects' own errors explain, 0…1. */
  iSquared: number
  /** Where the effect at a further brand would lie, 95 times in 100; null below five brands. */
  furtherBrand: Interval | null
}

const FEWEST_BRANDS = 3
const FEWEST_FOR_A_FURTHER_BRAND = 5
/** Two effects that err alike leave no pivot of their own; this much of one is kept. */
const SMALLEST_PIVOT = 1e-12

/**
 * Do the brands differ in what the move did to them, by more than chance, and how would a further brand fare?
 *
 * Q and I² (Higgins & Thompson 2002, Stat Med 21:1539), the between-brand variance of Paule & Mandel (1982, J Res NBS
 * 87:377) and a prediction interval with t on two degrees fewer than brands (Higgins, Thompson & Spiegelhalter 2009,
 * JRSS-A 172:137). The factor of Hartung & Knapp is 1 wherever Paule and Mandel find a variance above 0; where they
 * find none it would narrow the interval, and is left at 1 (Röver, Knapp & Friede 2015, BMC MRM 15:99).
 *
 * Effects measured against the same controls err together, hence lie closer to each other than to the truth. With
 * their correlation the same equations are solved with the full covariance of the errors; without it, the interval for
 * a further brand would be too narrow by far. Assumes true effects that are normally distributed.
 *
 * @param correlation of the effects' errors (`designCorrelation`); independent if left out
 * @returns null below three effects
 * @throws when a standard error is not above 0
 * @example heterogeneity([{ estimate: -0.2, standardError: 0.1 }, …], designCorrelation(weights))?.furtherBrand
 */
export function heterogeneity(
  effects: readonly Effect[],
  correlation?: readonly (readonly number[])[],
): Heterogeneity | null {
  if (effects.length < FEWEST_BRANDS) return null
  if (!effects.every(({ standardError }) => standardError > 0))
    throw new Error('heterogeneity requires standard errors above 0')
  const degreesOfFreedom = effects.length - 1
  const spreadAt = spreadOf(effects, correlation)
  const { q } = spreadAt(0)
  const tauSquared = q > degreesOfFreedom ? solveFor(spreadAt, degreesOfFreedom, largestVariance(effects)) : 0
  return {
    q,
    degreesOfFreedom,
    tauSquared,
    iSquared: Math.max(0, (q - degreesOfFreedom) / q),
    furtherBrand:
      effects.length < FEWEST_FOR_A_FURTHER_BRAND
        ? null
        : predictionInterval(spreadAt(tauSquared), tauSquared, effects.length),
  }
}

/** Weighted mean, its weight (one over its variance), and the spread around it. */
type Spread = { mean: number; weight: number; q: number }
type SpreadAt = (tauSquared: number) => Spread

/** Mean and spread where true effects vary by `tauSquared`: least squares with the errors' covariance. */
function spreadOf(effects: readonly Effect[], correlation?: readonly (readonly number[])[]): SpreadAt {
  const covariance = effects.map((first, i) =>
    effects.map(
      (second, j) => first.standardError * second.standardError * (correlation?.[i][j] ?? (i === j ? 1 : 0)),
    ),
  )
  // Around the plain mean, so that squares of large values need not cancel.
  const middle = effects.reduce((sum, { estimate }) => sum + estimate, 0) / effects.length
  return (tauSquared) => {
    const root = choleskyRoot(covariance, tauSquared)
    const ones = solveDownward(
      root,
      effects.map(() => 1),
    )
    const values = solveDownward(
      root,
      effects.map(({ estimate }) => estimate - middle),
    )
    const weight = dot(ones, ones)
    const mean = dot(ones, values) / weight
    const rests = values.map((value, i) => value - mean * ones[i])
    return { mean: middle + mean, weight, q: dot(rests, rests) }
  }
}

/** The variance between brands at which the spread is what it should be. The spread falls as the variance grows. */
function solveFor(spreadAt: SpreadAt, wanted: number, start: number): number {
  let low = 0
  let high = start
  while (spreadAt(high).q > wanted) high *= 2
  for (let i = 0; i < 100; i++) {
    const middle = (low + high) / 2
    if (middle === low || middle === high) break
    if (spreadAt(middle).q > wanted) low = middle
    else high = middle
  }
  return (low + high) / 2
}

function predictionInterval({ mean, weight }: Spread, tauSquared: number, brands: number): Interval {
  const half = studentTQuantile(0.975, brands - 2) * Math.sqrt(tauSquared + 1 / weight)
  return { estimate: mean, low: mean - half, high: mean + half }
}

function largestVariance(effects: readonly Effect[]): number {
  return Math.max(...effects.map(({ standardError }) => standardError ** 2))
}

/** The lower triangle whose product with itself, turned over, is the covariance with more on its diagonal. */
function choleskyRoot(covariance: readonly (readonly number[])[], onDiagonal: number): number[][] {
  const root: number[][] = []
  covariance.forEach((row, i) => {
    root.push([])
    for (let j = 0; j < i; j++) root[i].push((row[j] - dot(root[i], root[j].slice(0, j))) / root[j][j])
    const diagonal = row[i] + onDiagonal
    root[i].push(Math.sqrt(Math.max(diagonal - dot(root[i], root[i]), SMALLEST_PIVOT * diagonal)))
  })
  return root
}

function solveDownward(root: readonly (readonly number[])[], values: readonly number[]): number[] {
  const solution: number[] = []
  root.forEach((row, i) => solution.push((values[i] - dot(solution, row)) / row[i]))
  return solution
}

/** The product of two lists, as far as the shorter first one reaches. */
function dot(first: readonly number[], second: readonly number[]): number {
  return first.reduce((sum, value, i) => sum + value * second[i], 0)
}

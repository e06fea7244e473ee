import { studentTConstant, studentTWhole } from './student-t-whole.ts'

/** A weighted mean of t distributions of the same whole degrees of freedom, each with a centre and a scale. */
export type StudentTMixture = {
  centres: readonly number[]
  scales: readonly number[]
  /** Sum to 1. */
  weights: readonly number[]
  degreesOfFreedom: number
}
type Point = { cumulative: number; density: number }

/** Parts that cannot move a result in its last digit are passed over. */
const SMALLEST_WEIGHT = 1e-17

/** How much of the mixture lies below a value? `widen` multiplies every scale. */
export function mixtureCumulative(mixture: StudentTMixture, value: number, widen = 1): number {
  const { cumulative } = pointAt(mixture, value, widen, studentTConstant(mixture.degreesOfFreedom))
  // Weights that sum to a hair more than 1 must not make a probability of it.
  return Math.min(1, cumulative)
}

/**
 * Below which value does the given share of the mixture lie? Newton's steps inside a bracket that only shrinks,
 * halving it where a step would leave it.
 */
export function mixtureQuantile(mixture: StudentTMixture, probability: number): number {
  const { centres, scales, weights } = mixture
  const constant = studentTConstant(mixture.degreesOfFreedom)
  let centre = 0
  let low = Infinity
  let high = -Infinity
  let widest = 0
  for (let i = 0; i < weights.length; i++) {
    centre += weights[i] * centres[i]
    low = Math.min(low, centres[i])
    high = Math.max(high, centres[i])
    widest = Math.max(widest, scales[i])
  }
  let scale = 0
  for (let i = 0; i < weights.length; i++) scale += weights[i] * (scales[i] + Math.abs(centres[i] - centre))
  low -= 60 * widest
  high += 60 * widest
  let value = centre + (probability < 0.5 ? -2.2 : 2.2) * scale
  for (let i = 0; i < 200; i++) {
    const { cumulative, density } = pointAt(mixture, value, 1, constant)
    const miss = cumulative - probability
    if (miss < 0) low = value
    else high = value
    const next = value - miss / density
    // Newton doubles the right digits with each step: after one this small, none is left to gain.
    if (Math.abs(next - value) <= 1e-9 * scale) return next
    value = next > low && next < high ? next : (low + high) / 2
    if (value === low || value === high) return value
  }
  return value
}

function pointAt(mixture: StudentTMixture, value: number, widen: number, constant: number): Point {
  const { centres, scales, weights, degreesOfFreedom } = mixture
  let cumulative = 0
  let density = 0
  for (let i = 0; i < weights.length; i++) {
    if (weights[i] < SMALLEST_WEIGHT) continue
    const scale = scales[i] * widen
    const point = studentTWhole((value - centres[i]) / scale, degreesOfFreedom, constant)
    cumulative += weights[i] * point.cumulative
    density += (weights[i] * point.density) / scale
  }
  return { cumulative, density }
}

import type { BetterDirection, ComparisonState } from '../contract.ts'
import type { Interval } from '../statistics/interval.ts'

export type VerdictQuestion = {
  /** On the metric's scale. */
  effect: Interval
  /** Adjusted for all figures of the report. */
  adjustedP: number
  scale: 'log' | 'identity'
  /** Smallest change worth calling: a fraction on the log scale, a difference of shares otherwise. */
  margin: number
  better: BetterDirection
}
export type Verdict =
  | {
      state: Extract<ComparisonState, 'improved' | 'worse' | 'higher' | 'lower'>
      direction: 'up' | 'down'
      because: 'called'
    }
  | { state: 'no_clear_change'; direction: null; because: 'no_meaningful_change' | 'slight' | 'cannot_tell' }

export const falseDiscoveryRate = 0.05

/**
 * What may be said of an effect. A direction is called only if it is certain enough and at least as large as the
 * margin; otherwise it is told apart whether any change is small, surely there but small, or unknown.
 */
export function verdictOf({ effect, adjustedP, scale, margin, better }: VerdictQuestion): Verdict {
  const sizeOf = (value: number) => (scale === 'log' ? Math.expm1(value) : value)
  const size = sizeOf(effect.estimate)
  if (adjustedP < falseDiscoveryRate && Math.abs(size) >= margin)
    return call(size > 0 ? 'up' : 'down', better)
  if (-margin < sizeOf(effect.low) && sizeOf(effect.high) < margin) return unclear('no_meaningful_change')
  return unclear(adjustedP < falseDiscoveryRate ? 'slight' : 'cannot_tell')
}

function call(direction: 'up' | 'down', better: BetterDirection): Verdict {
  if (better === 'neutral')
    return { state: direction === 'up' ? 'higher' : 'lower', direction, because: 'called' }
  return { state: direction === better ? 'improved' : 'worse', direction, because: 'called' }
}

function unclear(because: 'no_meaningful_change' | 'slight' | 'cannot_tell'): Verdict {
  return { state: 'no_clear_change', direction: null, because }
}

/** The smallest change worth calling, on the scale on which weeks are compared. */
export function marginOnScale({ scale, margin }: Pick<VerdictQuestion, 'scale' | 'margin'>): number {
  return scale === 'log' ? Math.log1p(margin) : margin
}

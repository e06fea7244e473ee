import type { Bilingual, Effect, EvidenceGrade } from '../contract.ts'
import type { SentenceSubject } from './sentence-findings.ts'

export type PooledSubject = { metric: SentenceSubject['metric'] }

/** Both ends of effects. */
export type EffectSpan = Omit<Effect, 'value'>

/** What was found when the moved brands' effects were put together. */
export type PooledEstimate = {
  /** Mean of the brands' effects. */
  effect: Effect
  /** Moved brands in it. */
  brands: number
  /** What every brand's weeks after the move were held against. */
  comparedWith: 'expected' | 'before'
  /** D where it is not given; a plain before and after never speaks of a cause. */
  grade?: EvidenceGrade
  /** Smallest and largest effect, where brands differ by more than chance. */
  spread?: EffectSpan | null
  /** What one more brand could expect; not said below five brands. */
  further?: EffectSpan | null
}

export type PooledFinding =
  | (PooledEstimate & { state: 'improved' | 'worse' | 'higher' | 'lower' })
  | (PooledEstimate & {
      state: 'no_clear_change'
      because: 'no_meaningful_change' | 'slight' | 'cannot_tell' | 'many_figures'
    })
  /** `brands`: moved brands that have a result. */
  | { state: 'not_enough_data'; brands: number }
  | { state: 'not_comparable'; reason: Bilingual }

/** Brands from which on something may be said of a further one. */
const LEAST_FOR_FURTHER = 5

/** What a further brand could expect, where there are brands enough to say it. */
export function furtherOf({ brands, further = null }: PooledEstimate): EffectSpan | null {
  return brands < LEAST_FOR_FURTHER ? null : further
}

/** How far a pooled finding speaks of a cause. */
export function pooledGrade({ comparedWith, grade = 'D' }: PooledEstimate): EvidenceGrade {
  return comparedWith === 'before' ? 'D' : grade
}

import type { Bilingual } from '../contract.ts'
import type { PooledFinding, PooledSubject } from './pooled-findings.ts'
import { pooledInEnglish } from './pooled-sentences-en.ts'
import { pooledInKorean } from './pooled-sentences-ko.ts'

/**
 * The sentence about all moved brands together.
 * @example pooledSentenceFor(subject, { state: 'not_enough_data', brands: 1 }).en
 */
export function pooledSentenceFor(subject: PooledSubject, finding: PooledFinding): Bilingual {
  return { en: pooledInEnglish(subject, finding), ko: pooledInKorean(subject, finding) }
}

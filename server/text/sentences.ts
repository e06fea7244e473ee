import type { Bilingual } from '../contract.ts'
import type { SentenceFinding, SentenceSubject } from './sentence-findings.ts'
import { englishSentence } from './sentences-en.ts'
import { koreanSentence } from './sentences-ko.ts'

/**
 * The sentence a manager reads. Two periods alone never speak of a cause; a comparison with what was to be expected
 * does as far as its grade allows.
 * @example sentenceFor(subject, { state: 'not_moved', now: null }).en
 */
export function sentenceFor(subject: SentenceSubject, finding: SentenceFinding): Bilingual {
  return { en: englishSentence(subject, finding), ko: koreanSentence(subject, finding) }
}

import type { Bilingual } from '../contract.ts'
import type { SentenceFinding, SentenceSubject } from './sentence-findings.ts'
import { englishSentence } from './sentences-en.ts'
import { koreanSentence } from './sentences-ko.ts'

/**
 * The sentence a manager reads. It says what two periods show and never that the move caused it.
 * @example sentenceFor(subject, { state: 'not_moved', now: null }).en
 */
export function sentenceFor(subject: SentenceSubject, finding: SentenceFinding): Bilingual {
  return { en: englishSentence(subject, finding), ko: koreanSentence(subject, finding) }
}

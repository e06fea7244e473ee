import type { Language } from '../contract.ts'
import { connectionEnglish } from './messages/connection-en.ts'
import { connectionKorean } from './messages/connection-ko.ts'

/** Names one sentence about the connection to Zendesk: of a permission check, or of an error Zendesk answered with. */
export type ConnectionCode = keyof typeof connectionEnglish

export function isConnectionCode(code: string): code is ConnectionCode {
  return Object.hasOwn(connectionEnglish, code)
}

/** The sentence behind a code, saying what is so and what to change where; a code of another version gets a general one. */
export function connectionSentence(code: string, language: Language): string {
  const sentences = language === 'ko' ? connectionKorean : connectionEnglish
  return sentences[isConnectionCode(code) ? code : 'upstream'].replace(/\{([^}]*)\}/g, '$1')
}

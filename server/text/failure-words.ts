import type { Bilingual } from '../contract.ts'
import { connectionSentence, isConnectionCode } from './connection.ts'

/** What went wrong: `code` names a sentence in both languages; without one only the English message is known. */
export type Failure = { code: string | null; detail: string | null; message: string }

/** A failure as both languages say it; what Zendesk itself said is added as it came. */
export function failureWords({ code, detail, message }: Failure): Bilingual {
  if (code === null || code === 'upstream' || !isConnectionCode(code)) return { en: message, ko: message }
  const said = detail === null ? '' : ` (Zendesk: ${detail})`
  return { en: message, ko: `${connectionSentence(code, 'ko')}${said}` }
}

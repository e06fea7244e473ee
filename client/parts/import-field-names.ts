import { clientEnglish } from '../../server/text/messages/client-en.ts'
import type { MessageKey } from '../../server/text/messages/client-en.ts'
import type { Text } from '../locale.ts'

/** A field as people call it; one that has no name yet keeps its own. */
export function fieldName(field: string, text: Text): string {
  const key = `importField.${field}`
  return isMessage(key) ? text(key) : field
}

const asWords = ['yes', 'no', 'hashed', 'conversation', 'offline_message', 'good', 'bad']

/** A value as it was read; yes and no in words. */
export function readWords(value: string | null, text: Text): string {
  if (value === null) return '–'
  const key = `importValue.${value}`
  return asWords.includes(value) && isMessage(key) ? text(key) : value
}

function isMessage(key: string): key is MessageKey {
  return Object.hasOwn(clientEnglish, key)
}

import type { Language } from '../server/contract.ts'
import type { MessageKey } from '../server/text/messages/client-en.ts'
import { clientEnglish } from '../server/text/messages/client-en.ts'
import { clientKorean } from '../server/text/messages/client-ko.ts'

export type Values = Record<string, string | number>
export type Text = (key: MessageKey, values?: Values) => string

/** The catalogue of one language as a function. */
export function textIn(language: Language): Text {
  const catalogue: Record<MessageKey, string> = language === 'ko' ? clientKorean : clientEnglish
  return (key, values = {}) => interpolate(catalogue[key], values)
}

/**
 * Fills `{name}` with the value of that name, and `{name:one|many}` with the form its number asks for.
 * @example interpolate('{n} {n:week|weeks}', { n: 2 }) // '2 weeks'
 */
export function interpolate(template: string, values: Values): string {
  return template.replace(
    /\{(\w+)(?::([^|{}]*)\|([^{}]*))?\}/g,
    (whole: string, name: string, one: string | undefined, many: string | undefined) => {
      const value = values[name]
      if (value === undefined) return whole
      if (one === undefined || many === undefined) return String(value)
      return Number(value) === 1 ? one : many
    },
  )
}

/** The first wish that names a language we have; English if none does. */
export function chooseLanguage(wishes: readonly (string | null | undefined)[]): Language {
  for (const wish of wishes) {
    const code = wish?.toLowerCase().slice(0, 2)
    if (code === 'ko' || code === 'en') return code
  }
  return 'en'
}

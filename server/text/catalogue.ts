import type { Language } from '../contract.ts'
import type { MessageKey } from './messages/client-en.ts'
import { clientEnglish } from './messages/client-en.ts'
import { clientKorean } from './messages/client-ko.ts'

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

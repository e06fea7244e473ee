import type { Language } from '../server/contract.ts'

export { interpolate, textIn } from '../server/text/catalogue.ts'
export type { Text, Values } from '../server/text/catalogue.ts'

/** The first wish that names a language we have; English if none does. */
export function chooseLanguage(wishes: readonly (string | null | undefined)[]): Language {
  for (const wish of wishes) {
    const code = wish?.toLowerCase().slice(0, 2)
    if (code === 'ko' || code === 'en') return code
  }
  return 'en'
}

import type { Bilingual, Language } from '../contract.ts'
import { importProblemsEnglish } from './messages/import-problems-en.ts'
import { importProblemsKorean } from './messages/import-problems-ko.ts'

/** One reason why something cannot be imported, in both languages; a code nobody knows gets a general sentence. */
export function importProblemWords(code: string, value: string | null): Bilingual {
  return { en: sentence(code, value, 'en'), ko: sentence(code, value, 'ko') }
}

function sentence(code: string, value: string | null, language: Language): string {
  const sentences = language === 'ko' ? importProblemsKorean : importProblemsEnglish
  const template = sentences[isKnown(code) ? code : 'other']
  const words = template.includes('{value}')
    ? template.replace('{value}', value ?? '?')
    : value === null
      ? template
      : `${value}: ${template}`
  return words.replace(/\{([^}]*)\}/g, '$1')
}

function isKnown(code: string): code is keyof typeof importProblemsEnglish {
  return Object.hasOwn(importProblemsEnglish, code)
}

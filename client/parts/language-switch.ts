import type { Language } from '../../server/contract.ts'
import { el } from '../dom.ts'
import type { Text } from '../locale.ts'

const names: Record<Language, string> = { ko: '한국어', en: 'English' }

/** Each language is named in itself, so that nobody has to read the other one to leave it. */
export function languageSwitch(
  text: Text,
  current: Language,
  change: (wanted: Language) => void,
): HTMLElement {
  const choice = (language: Language) =>
    el(
      'button',
      {
        type: 'button',
        id: `language-${language}`,
        lang: language,
        aria: { pressed: String(language === current) },
        on: { click: () => change(language) },
      },
      names[language],
    )
  return el(
    'div',
    { class: 'switch', role: 'group', aria: { label: text('app.language') } },
    choice('ko'),
    choice('en'),
  )
}

import { glossaryPath } from '../../glossary-entries.ts'
import { el } from '../../dom.ts'
import { keepOrMake } from '../../redraw.ts'
import type { View } from '../../view.ts'

/**
 * The search field. Made once and left alone while somebody types: drawn anew at every letter it would break off the
 * composition of a Korean syllable.
 */
export function glossarySearch(view: View, query: string): HTMLElement {
  const { text, language } = view
  const field = keepOrMake('glossary-search', language, () => {
    const input = el('input', {
      type: 'search',
      id: 'glossary-query',
      value: query,
      placeholder: text('glossary.searchHint'),
      autocomplete: 'off',
      on: { input: () => view.rename(glossaryPath(null, input.value.trim())) },
    })
    return el(
      'div',
      { class: 'glossary-search', role: 'search' },
      el('label', { htmlFor: input.id }, text('glossary.search')),
      input,
    )
  })
  // The address may have changed by itself, as with a step back.
  const input = field.querySelector('input')
  if (input && input !== document.activeElement) input.value = query
  return field
}

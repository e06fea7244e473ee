import type { ImportPreview } from '../../server/contract-import.ts'
import { el } from '../dom.ts'
import type { View } from '../view.ts'
import { fieldName } from './import-field-names.ts'
import type { ImportActions } from '../import-panel-state.ts'
import { plainTable } from './plain-table.ts'

/** Each column with some of its values, and what it is taken for. */
export function importMapping(view: View, preview: ImportPreview, { reread }: ImportActions): HTMLElement {
  const { text, language } = view
  const { mapping, headers, samples, fields, needed } = preview
  const fieldOf = new Map(Object.entries(mapping.columns).map(([field, header]) => [header, field]))
  const missing = new Set(needed.filter((group) => !group.some((field) => field in mapping.columns)).flat())

  function pick(header: string, field: string): void {
    const columns = Object.fromEntries(
      Object.entries(mapping.columns).filter(([other, column]) => other !== field && column !== header),
    )
    reread({ mapping: { ...mapping, columns: field === '' ? columns : { ...columns, [field]: header } } })
  }

  const selectOf = (header: string, index: number) => {
    const current = fieldOf.get(header) ?? ''
    const select = el(
      'select',
      {
        id: `import-column-${index}`,
        aria: { label: text('import.takenFor', { column: header }) },
        on: { change: () => pick(header, select.value) },
      },
      el('option', { value: '', selected: current === '' }, text('import.unused')),
      ...fields.map((field) =>
        el(
          'option',
          { value: field, selected: field === current },
          fieldName(field, text) + (missing.has(field) ? ' *' : ''),
        ),
      ),
    )
    return select
  }
  const problems = preview.problems.map(({ field, code, words }) => {
    const group = code === 'field_missing' ? needed.find((one) => one[0] === field) : undefined
    const names = (group ?? (field === null ? [] : [field])).map((name) => fieldName(name, text)).join(' / ')
    return el('li', {}, names === '' ? '' : el('strong', {}, `${names}: `), words[language])
  })
  return el(
    'div',
    { class: 'stack' },
    el('h3', {}, text('import.columns')),
    problems.length > 0 ? el('div', { role: 'alert' }, el('ul', { class: 'problem' }, ...problems)) : null,
    plainTable(
      text('import.columns'),
      [
        { heading: text('import.column'), cell: ({ header }) => header },
        { heading: text('import.samples'), cell: ({ index }) => samples[index]?.join(' · ') ?? '' },
        { heading: text('import.field'), cell: ({ header, index }) => selectOf(header, index) },
      ],
      headers.map((header, index) => ({ header, index })),
      'stacks',
    ),
  )
}

import type { ImportPreview } from '../../server/contract-import.ts'
import { formatNumber } from '../../server/text/format.ts'
import { el } from '../dom.ts'
import type { Child } from '../dom.ts'
import type { View } from '../view.ts'
import { fieldName, readWords } from './import-field-names.ts'
import { plainTable } from './plain-table.ts'

type Row = ImportPreview['rows'][number]

/** The first rows as they would be stored; where one cannot be read, what stands in the file and why. */
export function importPreviewTable(view: View, preview: ImportPreview): HTMLElement {
  const { text, language } = view
  const { rows, looked, mapping } = preview
  const shown = preview.fields.filter(
    (field) => field in mapping.columns || (field === 'brand' && rows.some(({ read }) => field in read)),
  )
  const n = (count: number) => formatNumber(count, language)
  return el(
    'div',
    { class: 'stack' },
    el('h3', {}, text('import.preview')),
    el(
      'p',
      { class: 'small' },
      text(looked.all ? 'import.lookedAll' : 'import.looked', {
        rows: n(looked.rows),
        rejected: n(looked.rejected),
      }),
    ),
    plainTable(
      text('import.preview'),
      [
        { heading: text('import.line'), cell: ({ line }) => n(line) },
        ...shown.map((field) => ({
          heading: fieldName(field, text),
          cell: (row: Row) => cellOf(view, row, field),
        })),
        { heading: text('import.reason'), cell: (row) => wholeRow(view, row) },
      ],
      rows,
    ),
  )
}

function cellOf({ text, language }: View, row: Row, field: string): Child {
  const wrong = row.problems.find((problem) => problem.field === field)
  if (wrong)
    return el(
      'span',
      { class: 'wrong-cell' },
      el('span', {}, row.cells[field] ?? ''),
      el('span', {}, wrong.words[language]),
    )
  return row.problems.length > 0 ? (row.cells[field] ?? '') : readWords(row.read[field] ?? null, text)
}

/** What is wrong with the row itself, and the mark that says that it is left out. */
function wholeRow({ text, language }: View, { problems }: Row): Child {
  if (problems.length === 0) return ''
  const own = problems.filter(({ field }) => field === null).map(({ words }) => words[language])
  return el(
    'span',
    { class: 'wrong-cell' },
    el('strong', {}, text('import.leftOut')),
    el('span', {}, own.join(' ')),
  )
}

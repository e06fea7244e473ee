import type { ImportAnswer, ImportNumbers } from '../../server/contract-import.ts'
import { formatNumber } from '../../server/text/format.ts'
import { el } from '../dom.ts'
import type { View } from '../view.ts'
import { fieldName } from './import-field-names.ts'
import { plainTable } from './plain-table.ts'

const numbers: readonly (keyof ImportNumbers)[] = [
  'rows',
  'accepted',
  'rejected',
  'skipped',
  'added',
  'changed',
  'unchanged',
  'removed',
]
/** A dry run stores nothing, so it cannot say these. */
const ofStored: ReadonlySet<string> = new Set(['added', 'changed', 'unchanged', 'removed'])

/** What came of a run or a try, with the first lines that could not be taken. */
export function importResult(view: View, result: ImportAnswer): HTMLElement {
  const { text, language } = view
  const { counts, problems, failure, state } = result
  const isTry = state === 'checked'
  const shown = counts ? numbers.filter((name) => !isTry || !ofStored.has(name)) : []
  return el(
    'div',
    { class: 'stack result', id: 'import-result', role: 'group', aria: { label: text('import.result') } },
    el('h3', {}, `${text(isTry ? 'import.tried' : 'import.result')}: ${result.fileName}`),
    failure ? el('p', { class: 'problem' }, failure[language]) : null,
    counts
      ? el(
          'dl',
          { class: 'counts' },
          ...shown.flatMap((name) => [
            el(
              'div',
              {},
              el('dt', {}, text(`import.${name}`)),
              el('dd', {}, formatNumber(counts[name], language)),
            ),
          ]),
        )
      : null,
    problems.length > 0
      ? plainTable(
          text('import.problems'),
          [
            { heading: text('import.line'), cell: ({ line }) => formatNumber(line, language) },
            {
              heading: text('import.column'),
              cell: ({ column, field }) => column ?? (field ? fieldName(field, text) : '–'),
            },
            { heading: text('import.reason'), cell: ({ words }) => words[language] },
          ],
          problems,
          'stacks',
        )
      : null,
    problems.length > 0
      ? el(
          'p',
          {},
          el(
            'a',
            { href: `/api/v1/imports/${result.id}/problems.csv?language=${language}`, download: '' },
            text('import.download'),
          ),
        )
      : null,
  )
}

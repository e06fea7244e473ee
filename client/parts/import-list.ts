import type { ImportSummary } from '../../server/contract-import.ts'
import { formatNumber } from '../../server/text/format.ts'
import { el } from '../dom.ts'
import type { View } from '../view.ts'
import { momentWords } from './freshness.ts'
import type { ImportActions, ImportPanelState } from '../import-panel-state.ts'
import { plainTable } from './plain-table.ts'

/** Files given before, what became of them, and what can still be done with them. */
export function importList(
  view: View,
  { busy, preview }: ImportPanelState,
  imports: readonly ImportSummary[],
  actions: ImportActions,
): HTMLElement {
  const { text, language } = view
  const isBusy = busy !== 'none'
  const button = (id: string, label: string, name: string, click: () => void) =>
    el(
      'button',
      {
        type: 'button',
        class: 'button small',
        id,
        disabled: isBusy,
        aria: { label: `${label}: ${name}` },
        on: { click },
      },
      label,
    )
  const rowsOf = ({ counts }: ImportSummary) =>
    counts === null
      ? '–'
      : `${formatNumber(counts.accepted, language)} / ${formatNumber(counts.rows, language)}`

  /** Taking rows out cannot be undone but by importing the file again. */
  function askFirst(id: number, fileName: string): void {
    if (window.confirm(text('import.removeSure', { file: fileName }))) actions.remove(id)
  }

  if (imports.length === 0) return el('p', { class: 'small' }, text('import.listNone'))
  return el(
    'div',
    { class: 'stack' },
    el('h3', {}, text('import.list')),
    plainTable(
      text('import.list'),
      [
        {
          heading: text('import.fileName'),
          cell: (one) =>
            el(
              'span',
              { class: 'named' },
              one.fileName,
              el('span', { class: 'small' }, text(`import.kind.${one.kind}`)),
            ),
        },
        { heading: text('import.given'), cell: (one) => momentWords(one.createdAt, view) },
        { heading: text('health.state'), cell: (one) => text(`importState.${one.state}`) },
        { heading: text('import.acceptedOfRows'), isNumeric: true, cell: rowsOf },
        {
          heading: text('import.actions'),
          cell: ({ id, state, fileName, counts }) =>
            el(
              'span',
              { class: 'row-actions' },
              (state === 'new' || state === 'checked' || state === 'failed') && preview?.id !== id
                ? button(`import-resume-${id}`, text('import.resume'), fileName, () => actions.resume(id))
                : null,
              counts
                ? button(`import-show-${id}`, text('import.show'), fileName, () => actions.show(id))
                : null,
              state === 'replaced' || state === 'running' || state === 'removing'
                ? null
                : button(`import-remove-${id}`, text('import.remove'), fileName, () =>
                    askFirst(id, fileName),
                  ),
            ),
        },
      ],
      imports,
      'stacks',
    ),
  )
}

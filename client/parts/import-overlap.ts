import type { ImportedBefore, ImportPreview } from '../../server/contract-import.ts'
import { formatDay, formatNumber } from '../../server/text/format.ts'
import { el } from '../dom.ts'
import type { ImportActions, ImportPanelState } from '../import-panel-state.ts'
import type { View } from '../view.ts'

/**
 * Days of the file that other imports have given already: either both stay, or this file takes the place of one.
 * Null where there are none; a file of the same name under the same name is replaced without asking.
 */
export function importOverlap(
  view: View,
  { replaces, name, busy }: ImportPanelState,
  preview: ImportPreview,
  { setReplaces }: ImportActions,
): HTMLElement | null {
  const { text } = view
  const others = preview.overlaps.filter(
    (one) => one.fileName !== preview.fileName || one.name !== name.trim(),
  )
  if (others.length === 0) return null
  const choice = (id: number | null, words: string, more: string) =>
    el(
      'div',
      { class: 'overlap-choice' },
      el('input', {
        type: 'radio',
        name: 'import-replaces',
        id: `import-replaces-${id ?? 'none'}`,
        checked: replaces === id,
        on: { change: () => setReplaces(id) },
      }),
      el(
        'label',
        { htmlFor: `import-replaces-${id ?? 'none'}` },
        words,
        el('span', { class: 'small' }, more),
      ),
    )
  return el(
    'fieldset',
    { class: 'overlaps', disabled: busy !== 'none' },
    el('legend', {}, text('import.overlap')),
    choice(null, text('import.overlapKeep'), text('import.overlapKeepText')),
    ...others.map((one) => {
      const values = valuesOf(one, view)
      return choice(one.id, text('import.overlapReplace', values), text('import.overlapReplaceText', values))
    }),
  )
}

function valuesOf(one: ImportedBefore, { language }: View) {
  return {
    file: one.fileName,
    rows: formatNumber(one.rows, language),
    rowCount: one.rows,
    first: formatDay(one.firstDay, language),
    last: formatDay(one.lastDay, language),
    shared: formatNumber(one.sharedDays, language),
    sharedCount: one.sharedDays,
  }
}

import type { ImportPreview } from '../../server/contract-import.ts'
import { el } from '../dom.ts'
import type { View } from '../view.ts'
import type { ImportActions, ImportPanelState } from '../import-panel-state.ts'

/** Try it, or do it; under a name by which the next version of the file is known. */
export function importRun(
  { text }: View,
  { name, busy, imports }: ImportPanelState,
  preview: ImportPreview,
  { run, setName }: ImportActions,
): HTMLElement {
  const isStopped = busy !== 'none' || preview.problems.length > 0
  const former = imports?.find(
    (one) =>
      one.state === 'done' &&
      one.kind === preview.kind &&
      one.fileName === preview.fileName &&
      one.name === name,
  )
  const input = el('input', {
    type: 'text',
    id: 'import-name',
    maxLength: 80,
    value: name,
    required: true,
    on: { input: () => setName(input.value) },
  })
  const start = (dryRun: boolean) => () => {
    if (input.reportValidity()) run(dryRun)
  }
  return el(
    'div',
    { class: 'stack' },
    el(
      'div',
      { class: 'field' },
      el('label', { htmlFor: 'import-name' }, text('import.name')),
      input,
      el('p', { class: 'small' }, former ? text('import.replaces') : text('import.nameHint')),
    ),
    el(
      'div',
      { class: 'run-now' },
      el(
        'button',
        {
          type: 'button',
          class: 'button',
          id: 'import-try',
          disabled: isStopped,
          on: { click: start(true) },
        },
        text('import.try'),
      ),
      el(
        'button',
        {
          type: 'button',
          class: 'button primary',
          id: 'import-start',
          disabled: isStopped,
          on: { click: start(false) },
        },
        text('import.start'),
      ),
    ),
  )
}

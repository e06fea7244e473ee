import type { ImportedKind } from '../../server/contract-import.ts'
import { el } from '../dom.ts'
import type { View } from '../view.ts'
import type { ImportActions, ImportPanelState } from '../import-panel-state.ts'

const kinds: readonly ImportedKind[] = ['bot-resolutions', 'chats']

/** Which file, and what it holds: by the file dialogue or by dropping it here. */
export function importFileChoice(
  { text }: View,
  { kind, busy }: ImportPanelState,
  actions: ImportActions,
): HTMLElement {
  const isBusy = busy !== 'none'
  const select = el(
    'select',
    {
      id: 'import-kind',
      disabled: isBusy,
      on: { change: () => actions.setKind(kinds.find((one) => one === select.value) ?? kind) },
    },
    ...kinds.map((one) => el('option', { value: one, selected: one === kind }, text(`import.kind.${one}`))),
  )
  const input = el('input', {
    type: 'file',
    id: 'import-file',
    // The browser words its own button in its own language.
    class: 'unseen',
    accept: '.csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain',
    disabled: isBusy,
    on: { change: () => take(input.files) },
  })
  const zone = el(
    'div',
    {
      class: 'drop',
      on: {
        dragover: (event) => {
          event.preventDefault()
          zone.classList.add('over')
        },
        dragleave: () => zone.classList.remove('over'),
        drop: (event) => {
          event.preventDefault()
          zone.classList.remove('over')
          take(event.dataTransfer?.files ?? null)
        },
      },
    },
    el('label', { htmlFor: 'import-file', class: 'button' }, text('import.file')),
    input,
    el('p', { class: 'small' }, text('import.drop', { size: '64 MB' })),
  )

  function take(files: FileList | null): void {
    const file = files?.item(0)
    if (file && !isBusy) actions.choose(file)
  }

  return el(
    'div',
    { class: 'stack' },
    el('div', { class: 'field' }, el('label', { htmlFor: 'import-kind' }, text('import.kind')), select),
    el('p', { class: 'small' }, text(`import.about.${kind}`)),
    zone,
  )
}

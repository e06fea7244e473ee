import { el } from '../dom.ts'

type Buttons = {
  save: HTMLButtonElement
  /** What closing without saving is called. */
  cancel: string
}

/** A small form in a dialog of its own, shown at once; `fields` stand above the buttons. */
export function openFormDialog(
  heading: HTMLElement,
  fields: readonly (HTMLElement | null)[],
  { save, cancel }: Buttons,
  send: () => void,
): { form: HTMLFormElement; close(): void } {
  const form = el(
    'form',
    {
      class: 'event-form',
      noValidate: true,
      on: {
        submit: (submitted: SubmitEvent) => {
          submitted.preventDefault()
          send()
        },
      },
    },
    ...fields,
    el(
      'div',
      { class: 'event-buttons' },
      save,
      el('button', { class: 'button', type: 'button', on: { click: () => dialog.close() } }, cancel),
    ),
  )
  const dialog = el(
    'dialog',
    {
      class: 'event-dialog',
      aria: { labelledby: heading.id },
      on: {
        close: () => dialog.remove(),
        mousedown: (pressed) => {
          if (pressed.target === dialog) dialog.close()
        },
      },
    },
    el('div', { class: 'dialog-body' }, heading, form),
  )
  document.body.append(dialog)
  dialog.showModal()
  return { form, close: () => dialog.close() }
}

/** A control with its label, its hint and room for what is wrong with it; `say` tells whether all is well. */
export function formField(label: string, control: HTMLInputElement | HTMLSelectElement, hint = '') {
  const problem = el('p', { class: 'problem', id: `${control.id}-problem` })
  const note = hint === '' ? null : el('p', { class: 'small', id: `${control.id}-hint` }, hint)
  control.setAttribute('aria-describedby', [problem.id, ...(note ? [note.id] : [])].join(' '))
  return {
    node: el(
      'div',
      { class: 'event-field' },
      el('label', { htmlFor: control.id }, label),
      control,
      note,
      problem,
    ),
    say(words: string | null): boolean {
      problem.textContent = words ?? ''
      if (words === null) control.removeAttribute('aria-invalid')
      else control.setAttribute('aria-invalid', 'true')
      return words === null
    },
  }
}

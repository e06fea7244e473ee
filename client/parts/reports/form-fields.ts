import type { Child } from '../../dom.ts'
import { el } from '../../dom.ts'
import type { Text, Values } from '../../locale.ts'
import type { MessageKey } from '../../../server/text/messages/client-en.ts'

/** What is wrong at a field, in words of ours or of the server. */
export type FieldProblem = { field: string; key: MessageKey; values?: Values }

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

/** A control under its name, with its hint and room for what is wrong with it. `name` is that of the draft's field. */
export function field(name: string, label: string, control: Control, hint = ''): HTMLElement {
  const problem = problemSlot(control.id)
  const note = hint === '' ? null : el('p', { class: 'small', id: `${control.id}-hint` }, hint)
  control.setAttribute('aria-describedby', [problem.id, ...(note ? [note.id] : [])].join(' '))
  return named(
    name,
    el('div', { class: 'report-field' }, el('label', { htmlFor: control.id }, label), control, note, problem),
  )
}

/** Several controls under one name. */
export function fieldGroup(
  name: string,
  id: string,
  label: string,
  ...content: Child[]
): HTMLFieldSetElement {
  const group = el(
    'fieldset',
    { class: 'report-group', id, tabIndex: -1 },
    el('legend', {}, label),
    ...content,
    problemSlot(id),
  )
  group.setAttribute('aria-describedby', `${id}-problem`)
  return named(name, group)
}

export function named<Node extends HTMLElement>(name: string, node: Node): Node {
  node.dataset.field = name
  return node
}

export function problemSlot(id: string): HTMLElement {
  return el('p', { class: 'problem', id: `${id}-problem` })
}

/** `group`: under which heading it stands, where there are several. */
type Option = { value: string; label: string; group?: string }

export function selectOf(
  id: string,
  options: readonly Option[],
  chosen: string,
  changed: (value: string) => void,
): HTMLSelectElement {
  const select: HTMLSelectElement = el(
    'select',
    { id, on: { change: () => changed(select.value) } },
    ...options.map(({ value, label }) => el('option', { value, selected: value === chosen }, label)),
  )
  return select
}

/** A box to tick, with what it means. */
export function tick(
  id: string,
  label: Child,
  checked: boolean,
  changed: (checked: boolean) => void,
): HTMLElement {
  const box: HTMLInputElement = el('input', {
    type: 'checkbox',
    id,
    checked,
    on: { change: () => changed(box.checked) },
  })
  return el('label', { class: 'tick', htmlFor: id }, box, el('span', {}, label))
}

/** Boxes for several things at once; gives back what is ticked, in the order of the options. */
export function tickList(
  id: string,
  options: readonly Option[],
  chosen: readonly string[],
  changed: (chosen: string[]) => void,
): HTMLElement {
  const ticked = new Set(chosen)
  return el(
    'div',
    { class: 'tick-list', id },
    ...options.flatMap(({ value, label, group }, place) => [
      group === undefined || group === options[place - 1]?.group
        ? null
        : el('p', { class: 'tick-heading' }, group),
      tick(`${id}-${value}`, label, ticked.has(value), (isTicked) => {
        if (isTicked) ticked.add(value)
        else ticked.delete(value)
        changed(options.map((option) => option.value).filter((one) => ticked.has(one)))
      }),
    ]),
  )
}

/** Everything, or only what is ticked. `chosen` null = everything. */
export function allOrSome(
  { name, id, label, all, some }: { name: string; id: string; label: string; all: string; some: string },
  options: readonly Option[],
  chosen: readonly string[] | null,
  changed: (chosen: string[] | null) => void,
): HTMLElement {
  let kept = chosen ?? []
  const list = tickList(`${id}-some`, options, kept, (ticked) => {
    kept = ticked
    changed([...ticked])
  })
  const show = (isAll: boolean) => {
    list.hidden = isAll
  }
  show(chosen === null)
  const radio = (isAll: boolean, words: string) =>
    el(
      'label',
      { class: 'tick' },
      el('input', {
        type: 'radio',
        name: id,
        id: `${id}-${isAll ? 'all' : 'chosen'}`,
        checked: isAll === (chosen === null),
        on: {
          change: () => {
            show(isAll)
            changed(isAll ? null : [...kept])
          },
        },
      }),
      el('span', {}, words),
    )
  return fieldGroup(name, id, label, radio(true, all), radio(false, some), list)
}

/** Says what is wrong beside the fields it is about; gives back the first control to look at. */
export function showProblems(
  form: HTMLElement,
  problems: readonly FieldProblem[],
  text: Text,
): HTMLElement | null {
  const fields = [...form.querySelectorAll<HTMLElement>('[data-field]')]
  for (const one of fields) say(one, null)
  let first: HTMLElement | null = null
  for (const { field: name, key, values } of problems) {
    const place = placeOf(fields, name)
    if (!place) continue
    say(place, text(key, values))
    const control = controlOf(place)
    if (first === null || (control && control.compareDocumentPosition(first) & 4)) first = control
  }
  return first
}

/** The field of that name, or the one it is part of. */
function placeOf(fields: readonly HTMLElement[], name: string): HTMLElement | null {
  for (let part = name; part !== ''; part = part.slice(0, Math.max(0, part.lastIndexOf('.')))) {
    const found = fields.find(({ dataset }) => dataset.field === part)
    if (found) return found
  }
  return null
}

function say(place: HTMLElement, words: string | null): void {
  const slot = place.querySelector<HTMLElement>(':scope > .problem')
  if (slot) slot.textContent = words ?? ''
  const control = controlOf(place)
  if (words === null) control?.removeAttribute('aria-invalid')
  else if (control !== place) control?.setAttribute('aria-invalid', 'true')
}

/** A group of controls takes the focus itself. */
function controlOf(place: HTMLElement): HTMLElement | null {
  return place instanceof HTMLFieldSetElement
    ? place
    : place.querySelector<HTMLElement>('input, select, textarea')
}

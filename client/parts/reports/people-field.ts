import type { ReportsAnswer } from '../../../server/contract-report.ts'
import { el } from '../../dom.ts'
import type { View } from '../../view.ts'
import { fieldGroup, tick } from './form-fields.ts'

/** From this many on there is a field to find one. */
const MANY = 9

type Shown = {
  people: ReportsAnswer['people']
  chosen: readonly number[]
  /** Of the draft. */
  name: string
  changed(chosen: number[]): void
}

/** People with an account to choose from; those already chosen stand first. */
export function peopleField({ text }: View, { people, chosen, name, changed }: Shown): HTMLElement {
  const ticked = new Set(chosen)
  const rows = people
    .toSorted((a, b) => Number(ticked.has(b.id)) - Number(ticked.has(a.id)))
    .map((person) => ({
      words: `${person.name} ${person.email}`.toLowerCase(),
      node: tick(
        `report-person-${person.id}`,
        el('span', { class: 'tick-person' }, person.name, el('span', { class: 'small' }, person.email)),
        ticked.has(person.id),
        (isTicked) => {
          if (isTicked) ticked.add(person.id)
          else ticked.delete(person.id)
          changed(people.map(({ id }) => id).filter((id) => ticked.has(id)))
        },
      ),
    }))
  const find: HTMLInputElement = el('input', {
    type: 'text',
    id: 'report-find-person',
    placeholder: text('reports.form.find'),
    autocomplete: 'off',
    aria: { label: text('reports.form.find') },
    on: {
      input: () => {
        const wanted = find.value.trim().toLowerCase()
        for (const { words, node } of rows) node.hidden = !words.includes(wanted)
      },
    },
  })
  return fieldGroup(
    name,
    'report-people',
    text('reports.form.people'),
    el('p', { class: 'small' }, text('reports.form.peopleHint')),
    people.length < MANY ? null : find,
    el('div', { class: 'tick-list people' }, ...rows.map(({ node }) => node)),
  )
}

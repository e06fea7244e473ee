import type { PageWindow } from '../../server/contract-bot.ts'
import type { BrandSummary } from '../../server/contract.ts'
import { addDays } from '../../server/periods/day.ts'
import { el } from '../dom.ts'
import type { ChoiceProblem, PageChoice } from '../page-choice.ts'
import { choicePath } from '../page-choice.ts'
import type { View } from '../view.ts'

type Shown = {
  page: 'bot' | 'csat'
  choice: PageChoice
  brands: readonly BrandSummary[]
  /** The days the page speaks of now; the fields begin with them. */
  window: Pick<PageWindow, 'from' | 'to'>
}

/** Which brand and which days; every choice is part of the address. People name the last day, addresses the day after. */
export function pageChoices(view: View, shown: Shown): HTMLElement {
  const { text } = view
  const { page, choice, brands, window } = shown
  const go = (changed: Partial<PageChoice>) => view.choose(choicePath(page, { ...choice, ...changed }))
  const brand = el(
    'select',
    {
      id: `${page}-brand`,
      on: { change: () => go({ brand: brand.value === 'all' ? 'all' : Number(brand.value) }) },
    },
    el('option', { value: 'all', selected: choice.brand === 'all' }, text('choice.allBrands')),
    ...brands.map(({ id, name }) => el('option', { value: String(id), selected: id === choice.brand }, name)),
  )
  const day = (id: string, value: string) => el('input', { type: 'date', id, value, required: true })
  const first = day(`${page}-from`, window.from)
  const last = day(`${page}-to`, addDays(window.to, -1))
  const isAsked = choice.from !== null || choice.to !== null
  return el(
    'form',
    {
      class: 'page-choices',
      aria: { label: text('choice.label') },
      on: {
        submit: (event: Event) => {
          event.preventDefault()
          go({ from: first.value, to: addDays(last.value, 1) })
        },
        input: () => last.setCustomValidity(last.value < first.value ? text('choice.reversed') : ''),
      },
    },
    field(text('choice.brand'), brand),
    field(text('choice.from'), first),
    field(text('choice.to'), last),
    el('button', { class: 'button small', type: 'submit', id: `${page}-show` }, text('choice.show')),
    isAsked
      ? el(
          'a',
          { href: view.link(choicePath(page, { ...choice, from: null, to: null })) },
          text('choice.usual'),
        )
      : null,
  )
}

/** What in the address could not be used, and what was used instead. */
export function choiceProblems(view: View, problems: readonly ChoiceProblem[]): string[] {
  return problems.map(({ field, given }) =>
    view.text(`choice.problem.${field}`, { given: given.slice(0, 40) }),
  )
}

function field(label: string, control: HTMLElement): HTMLElement {
  return el('div', { class: 'page-choice' }, el('label', { htmlFor: control.id }, label), control)
}

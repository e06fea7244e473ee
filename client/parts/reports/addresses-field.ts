import type { BrandSummary, Language } from '../../../server/contract.ts'
import type { OutsideRecipient } from '../../../server/contract-report.ts'
import { el } from '../../dom.ts'
import { addressesIn } from '../../report-draft.ts'
import { languageNames } from '../../report-words.ts'
import type { View } from '../../view.ts'
import { moreDetails } from '../more-details.ts'
import { fieldGroup, named, problemSlot, selectOf, tickList } from './form-fields.ts'

const SHOWN_AT_FIRST = 50

type Shown = {
  /** Changed in place. */
  addresses: OutsideRecipient[]
  brands: readonly BrandSummary[]
  /** Of the draft. */
  name: string
  changed(): void
}

/** People without an account: address, name, language and brands of each. */
export function addressesField(view: View, shown: Shown): HTMLElement {
  const { text } = view
  const { addresses, name, changed } = shown
  const rows = el('ul', { class: 'address-rows' })
  const more = el('p', {})
  const said = el('p', { class: 'small', role: 'status' })
  let isWhole = false

  function draw(): void {
    const count = isWhole ? addresses.length : Math.min(addresses.length, SHOWN_AT_FIRST)
    rows.replaceChildren(
      ...addresses.slice(0, count).map((_, place) => addressRow(view, shown, place, () => remove(place))),
    )
    more.replaceChildren(
      count < addresses.length
        ? el(
            'button',
            { class: 'link-button', type: 'button', on: { click: showAll } },
            text('reports.form.showAll', { n: addresses.length }),
          )
        : '',
    )
  }

  function showAll(): void {
    isWhole = true
    draw()
  }

  function add(found: readonly string[]): void {
    const last = addresses.at(-1)
    for (const address of found)
      addresses.push({ address, name: null, language: last?.language ?? view.language, brands: null })
    draw()
    changed()
  }

  function remove(place: number): void {
    addresses.splice(place, 1)
    draw()
    changed()
    const next = rows.children[Math.min(place, rows.children.length - 1)]
    const control = next?.querySelector<HTMLElement>('input') ?? document.getElementById('report-add-address')
    control?.focus()
  }

  const pasted = el('textarea', { id: 'report-pasted', rows: 4, aria: { describedby: 'report-pasted-hint' } })
  const paste = moreDetails(
    'report-paste',
    text('reports.form.addMany'),
    el(
      'div',
      { class: 'report-field' },
      el(
        'label',
        { htmlFor: pasted.id, class: 'small', id: 'report-pasted-hint' },
        text('reports.form.addManyHint'),
      ),
      pasted,
      el(
        'button',
        {
          class: 'button small',
          type: 'button',
          on: {
            click: () => {
              const { found, leftOut } = addressesIn(pasted.value, addresses)
              add(found)
              pasted.value = ''
              said.textContent = text('reports.form.addedMany', { n: found.length, left: leftOut })
            },
          },
        },
        text('reports.form.addManyButton'),
      ),
      said,
    ),
  )
  draw()
  return fieldGroup(
    name,
    'report-addresses',
    text('reports.form.addresses'),
    rows,
    more,
    el(
      'div',
      { class: 'address-adders' },
      el(
        'button',
        {
          class: 'button small',
          type: 'button',
          id: 'report-add-address',
          on: {
            click: () => {
              isWhole = isWhole || addresses.length >= SHOWN_AT_FIRST
              add([''])
              rows.lastElementChild?.querySelector('input')?.focus()
            },
          },
        },
        text('reports.form.addAddress'),
      ),
      paste,
    ),
  )
}

function addressRow(
  view: View,
  { addresses, brands, name, changed }: Shown,
  place: number,
  remove: () => void,
): HTMLElement {
  const { text } = view
  const one = addresses[place]
  const set = (change: Partial<OutsideRecipient>) => {
    addresses[place] = { ...addresses[place], ...change }
    changed()
  }
  const id = (what: string) => `report-${what}-${place}`
  const problem = problemSlot(id('address'))
  const address: HTMLInputElement = el('input', {
    type: 'email',
    id: id('address'),
    value: one.address,
    autocomplete: 'off',
    aria: { label: text('reports.form.address'), describedby: problem.id },
    placeholder: 'name@company.example',
    on: { input: () => set({ address: address.value }) },
  })
  const reader: HTMLInputElement = el('input', {
    type: 'text',
    id: id('name'),
    value: one.name ?? '',
    autocomplete: 'off',
    aria: { label: text('reports.form.addressName') },
    placeholder: text('reports.form.addressName'),
    on: { input: () => set({ name: reader.value === '' ? null : reader.value }) },
  })
  const language = selectOf(
    id('language'),
    (['ko', 'en'] as const).map((value) => ({ value, label: languageNames[value] })),
    one.language,
    (value) => set({ language: value === 'ko' ? 'ko' : ('en' satisfies Language) }),
  )
  language.setAttribute('aria-label', text('reports.form.language'))
  return named(
    `${name}.${place}.address`,
    el(
      'li',
      { class: 'address-row' },
      address,
      reader,
      language,
      brandsOf(view, { one, brands, id: id('brands'), set }),
      el(
        'button',
        {
          class: 'button small',
          type: 'button',
          aria: {
            label: text('reports.form.removeAddress', {
              address: one.address === '' ? text('reports.form.emptyAddress') : one.address,
            }),
          },
          on: { click: remove },
        },
        '×',
      ),
      problem,
    ),
  )
}

function brandsOf(
  { text }: View,
  {
    one,
    brands,
    id,
    set,
  }: {
    one: OutsideRecipient
    brands: readonly BrandSummary[]
    id: string
    set(change: Partial<OutsideRecipient>): void
  },
): HTMLElement {
  const wordsOf = (chosen: readonly number[] | null) =>
    text('reports.form.brandsOf', {
      brands: chosen === null ? text('reports.form.asReport') : String(chosen.length),
    })
  const heading = el('span', {}, wordsOf(one.brands))
  const list = tickList(
    id,
    brands.map((brand) => ({ value: String(brand.id), label: brand.name })),
    one.brands?.map(String) ?? [],
    (chosen) => {
      const ids = chosen.length === 0 ? null : chosen.map(Number)
      heading.textContent = wordsOf(ids)
      set({ brands: ids })
    },
  )
  return el('details', { class: 'address-brands' }, el('summary', {}, heading), list)
}

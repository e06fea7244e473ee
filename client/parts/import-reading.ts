import type { ImportColumns, ImportEncoding, ImportPreview } from '../../server/contract-import.ts'
import { el } from '../dom.ts'
import type { Text } from '../locale.ts'
import type { View } from '../view.ts'
import type { ImportActions, ImportPanelState } from '../import-panel-state.ts'

/** Names that are the same in every language. */
const encodingNames: Record<ImportEncoding, string> = {
  'utf-8': 'UTF-8',
  cp949: 'CP949 (EUC-KR)',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
}
const encodings: readonly ImportEncoding[] = ['utf-8', 'cp949', 'utf-16le', 'utf-16be']
const delimiters: Readonly<Record<string, 'comma' | 'semicolon' | 'tab' | 'pipe'>> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'pipe',
}
const orders: readonly ImportColumns['dateOrder'][] = ['auto', 'dmy', 'mdy']

/** How the letters, cells, dates and words of the file are to be taken; what was found out stands there already. */
export function importReading(
  { text }: View,
  { brands, busy }: ImportPanelState,
  preview: ImportPreview,
  { reread, close }: ImportActions,
): HTMLElement {
  const { mapping } = preview
  const isBusy = busy !== 'none'
  const remap = (change: Partial<ImportColumns>) => reread({ mapping: { ...mapping, ...change } })

  const encoding = choice('import-encoding', text('import.encoding'), {
    options: encodings.map((one) => [one, encodingNames[one]]),
    current: preview.encoding,
    changed: (value) => reread({ encoding: encodings.find((one) => one === value) ?? preview.encoding }),
  })
  const delimiter = choice('import-delimiter', text('import.delimiter'), {
    options: delimiterOptions(preview.delimiter, text),
    current: preview.delimiter,
    changed: (value) => reread({ delimiter: value }),
  })
  const order = choice('import-order', text('import.dateOrder'), {
    options: orders.map((one) => [one, text(`import.dateOrder.${one}`)]),
    current: mapping.dateOrder,
    changed: (value) => remap({ dateOrder: orders.find((one) => one === value) ?? 'auto' }),
  })
  const zone = choice('import-zone', text('import.zone'), {
    options: [
      ['', text('import.zone.account', { zone: preview.zone })],
      ...Intl.supportedValuesOf('timeZone').map((name): [string, string] => [name, name]),
    ],
    current: mapping.zone ?? '',
    changed: (value) => remap({ zone: value === '' ? null : value }),
  })
  const brand = choice('import-brand', text('import.brand'), {
    options: [
      ['', text('import.brand.none')],
      ...brands.map(({ id, name }): [string, string] => [String(id), name]),
    ],
    current: mapping.brandId === null ? '' : String(mapping.brandId),
    changed: (value) => remap({ brandId: value === '' ? null : Number(value) }),
  })
  const yesWords = wordsField('import-yes', text('import.yesWords'), mapping.yesWords, (words) =>
    remap({ yesWords: words }),
  )
  const noWords = wordsField('import-no', text('import.noWords'), mapping.noWords, (words) =>
    remap({ noWords: words }),
  )
  return el(
    'div',
    { class: 'stack' },
    el(
      'div',
      { class: 'file-head' },
      el('h3', {}, preview.fileName),
      el('span', { class: 'small' }, text(`import.kind.${preview.kind}`)),
      el(
        'button',
        { type: 'button', class: 'button small', id: 'import-other', disabled: isBusy, on: { click: close } },
        text('import.other'),
      ),
    ),
    preview.remembered === null
      ? null
      : el('p', { class: 'small' }, text('import.remembered', { name: preview.remembered })),
    el(
      'fieldset',
      { class: 'fields', disabled: isBusy },
      encoding,
      delimiter,
      order,
      zone,
      brand,
      yesWords,
      noWords,
    ),
  )
}

function delimiterOptions(current: string, text: Text): [string, string][] {
  const known = Object.entries(delimiters).map(([sign, name]): [string, string] => [
    sign,
    text(`import.delimiter.${name}`),
  ])
  return Object.hasOwn(delimiters, current) ? known : [...known, [current, current]]
}

function choice(
  id: string,
  label: string,
  given: { options: readonly [string, string][]; current: string; changed: (value: string) => void },
): HTMLElement {
  const select = el(
    'select',
    { id, on: { change: () => given.changed(select.value) } },
    ...given.options.map(([value, words]) =>
      el('option', { value, selected: value === given.current }, words),
    ),
  )
  return el('div', { class: 'field' }, el('label', { htmlFor: id }, label), select)
}

function wordsField(
  id: string,
  label: string,
  words: readonly string[],
  changed: (words: string[]) => void,
): HTMLElement {
  const input = el('input', {
    type: 'text',
    id,
    value: words.join(', '),
    on: { change: () => changed(wordsIn(input.value)) },
  })
  return el('div', { class: 'field' }, el('label', { htmlFor: id }, label), input)
}

function wordsIn(text: string): string[] {
  return text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '')
}

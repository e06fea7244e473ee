import type { AlertDraft } from '../../../server/contract-alert.ts'
import { el } from '../../dom.ts'
import type { View } from '../../view.ts'
import { field, fieldGroup, named, problemSlot, selectOf, tick } from '../reports/form-fields.ts'

const repeats = [1, 3, 7, 14, 30] as const

type Shown = { draft: AlertDraft; brandZones: readonly string[]; changed(): void }

/** What follows the first mail, and when mails may go out. */
export function whenFields({ text }: View, { draft, brandZones, changed }: Shown): HTMLElement {
  const lasting = el(
    'div',
    { class: 'alert-lasting' },
    tick('alert-tells-end', text('alert.form.tellsEnd'), draft.tellsEnd, (isTicked) => {
      draft.tellsEnd = isTicked
      changed()
    }),
    field(
      'repeatDays',
      text('alert.form.repeat'),
      selectOf(
        'alert-repeat',
        [
          { value: '', label: text('alert.repeat.never') },
          ...[...new Set([...repeats, ...(draft.repeatDays === null ? [] : [draft.repeatDays])])]
            .sort((one, other) => one - other)
            .map((days) => ({ value: String(days), label: text('alert.repeat.days', { n: days }) })),
        ],
        draft.repeatDays === null ? '' : String(draft.repeatDays),
        (value) => {
          draft.repeatDays = value === '' ? null : Number(value)
          changed()
        },
      ),
    ),
  )
  let kept = draft.hours ?? { from: '09:00', to: '18:00' }
  const times = el(
    'div',
    { class: 'report-row', hidden: draft.hours === null },
    timeField('alert-from', text('alert.form.from'), 'from'),
    timeField('alert-to', text('alert.form.to'), 'to'),
    field('zone', text('alert.form.zone'), zoneChoice()),
  )
  const radio = (isAlways: boolean, words: string) =>
    el(
      'label',
      { class: 'tick' },
      el('input', {
        type: 'radio',
        name: 'alert-when',
        id: `alert-when-${isAlways ? 'always' : 'hours'}`,
        checked: isAlways === (draft.hours === null),
        on: {
          change() {
            draft.hours = isAlways ? null : { ...kept }
            times.hidden = isAlways
            changed()
          },
        },
      }),
      el('span', {}, words),
    )
  return fieldGroup(
    'when',
    'alert-when',
    text('alert.form.when'),
    lasting,
    radio(true, text('alert.when.always')),
    radio(false, text('alert.when.hours')),
    named('hours', el('div', {}, times, problemSlot('alert-hours'))),
  )

  function timeField(id: string, label: string, end: 'from' | 'to'): HTMLElement {
    const input: HTMLInputElement = el('input', {
      type: 'time',
      id,
      value: kept[end],
      on: {
        input() {
          kept = { ...kept, [end]: input.value }
          draft.hours = { ...kept }
          changed()
        },
      },
    })
    return field(`hours.${end}`, label, input)
  }

  function zoneChoice(): HTMLSelectElement {
    const first = [...new Set([draft.zone, ...brandZones])]
    const others = [...Intl.supportedValuesOf('timeZone'), 'UTC'].filter((zone) => !first.includes(zone))
    return selectOf(
      'alert-zone',
      [...first, ...others].map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') })),
      draft.zone,
      (zone) => {
        draft.zone = zone
        changed()
      },
    )
  }
}

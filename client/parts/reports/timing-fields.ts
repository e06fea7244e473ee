import type { BrandSummary } from '../../../server/contract.ts'
import type { ReportDraft, ReportRhythm } from '../../../server/contract-report.ts'
import { el } from '../../dom.ts'
import { weekdayName } from '../../report-words.ts'
import type { View } from '../../view.ts'
import { field, fieldGroup, selectOf, tick } from './form-fields.ts'

const rhythms = ['week', 'day', 'fortnight', 'month', 'first_working_day'] as const
const weekdays = [1, 2, 3, 4, 5, 6, 7]
const DAYS_OF_MONTH = 31
const deadlines = [0, 6, 12, 24, 48, 72, 144]

type Shown = { draft: ReportDraft; brands: readonly BrandSummary[]; today: string; changed: () => void }

/** When a report goes out, what it waits for, and when it ends. */
export function timingFields(view: View, shown: Shown): HTMLElement {
  const { text } = view
  const { draft, today, changed } = shown
  const details = el('div', { class: 'report-row' })
  drawDetails()

  function drawDetails(): void {
    details.replaceChildren(...rhythmDetails(view, shown))
  }

  const rhythm = selectOf(
    'report-rhythm',
    rhythms.map((value) => ({ value, label: text(`reports.rhythm.${value}`) })),
    draft.rhythm.every,
    (value) => {
      draft.rhythm = rhythmOf(value, draft.rhythm, today)
      drawDetails()
      changed()
    },
  )
  return fieldGroup(
    'timing',
    'report-timing',
    text('reports.form.timing'),
    el('div', { class: 'report-row' }, field('rhythm', text('reports.form.rhythm'), rhythm), details),
    el(
      'div',
      { class: 'report-row' },
      timeField(view, shown),
      zoneField(view, shown),
      lastDayField(view, shown),
    ),
    el(
      'div',
      { class: 'report-row' },
      deadlineField(view, shown),
      field(
        'atDeadline',
        text('reports.form.atDeadline'),
        selectOf(
          'report-at-deadline',
          (['last_complete', 'nothing'] as const).map((value) => ({
            value,
            label: text(`reports.atDeadline.${value}`),
          })),
          draft.atDeadline,
          (value) => {
            draft.atDeadline = value === 'nothing' ? 'nothing' : 'last_complete'
            changed()
          },
        ),
      ),
    ),
    tick('report-skips', text('reports.form.skips'), draft.skipsUnchanged, (checked) => {
      draft.skipsUnchanged = checked
      changed()
    }),
  )
}

/** The weekday stays when only the distance changes. */
function rhythmOf(every: string, old: ReportRhythm, today: string): ReportRhythm {
  const weekday = 'weekday' in old ? old.weekday : 1
  switch (every) {
    case 'day':
    case 'first_working_day':
      return { every }
    case 'fortnight':
      return { every, weekday, countedFrom: today }
    case 'month':
      return { every, monthDay: 1 }
    default:
      return { every: 'week', weekday }
  }
}

function rhythmDetails({ text, language }: View, { draft, changed }: Shown): HTMLElement[] {
  const { rhythm } = draft
  if (rhythm.every === 'month')
    return [
      field(
        'rhythm.monthDay',
        text('reports.form.monthDay'),
        selectOf(
          'report-month-day',
          Array.from({ length: DAYS_OF_MONTH }, (_, place) => ({
            value: String(place + 1),
            label:
              place + 1 === DAYS_OF_MONTH
                ? text('reports.form.monthDayLast')
                : text('reports.form.monthDayOption', { day: place + 1 }),
          })),
          String(rhythm.monthDay),
          (value) => {
            draft.rhythm = { every: 'month', monthDay: Number(value) }
            changed()
          },
        ),
      ),
    ]
  if (!('weekday' in rhythm)) return []
  const weekday = field(
    'rhythm.weekday',
    text('reports.form.weekday'),
    selectOf(
      'report-weekday',
      weekdays.map((value) => ({ value: String(value), label: weekdayName(value, language) })),
      String(rhythm.weekday),
      (value) => {
        if ('weekday' in draft.rhythm) draft.rhythm = { ...draft.rhythm, weekday: Number(value) }
        changed()
      },
    ),
  )
  if (rhythm.every === 'week') return [weekday]
  const from: HTMLInputElement = el('input', {
    type: 'date',
    id: 'report-counted-from',
    value: rhythm.countedFrom,
    on: {
      change: () => {
        if (draft.rhythm.every === 'fortnight') draft.rhythm = { ...draft.rhythm, countedFrom: from.value }
        changed()
      },
    },
  })
  return [weekday, field('rhythm.countedFrom', text('reports.form.countedFrom'), from)]
}

function timeField({ text }: View, { draft, changed }: Shown): HTMLElement {
  const time: HTMLInputElement = el('input', {
    type: 'time',
    id: 'report-time',
    value: draft.time,
    on: {
      change: () => {
        draft.time = time.value
        changed()
      },
    },
  })
  return field('time', text('reports.form.time'), time)
}

function zoneField({ text }: View, { draft, brands, changed }: Shown): HTMLElement {
  const ofBrands = [...new Set(brands.map(({ zone }) => zone))].sort()
  const others = [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', draft.zone])]
    .filter((zone) => !ofBrands.includes(zone))
    .sort()
  const options = (zones: readonly string[]) =>
    zones.map((zone) =>
      el('option', { value: zone, selected: zone === draft.zone }, zone.replaceAll('_', ' ')),
    )
  const select: HTMLSelectElement = el(
    'select',
    {
      id: 'report-zone',
      on: {
        change: () => {
          draft.zone = select.value
          changed()
        },
      },
    },
    el('optgroup', { label: text('reports.form.zonesOfBrands') }, ...options(ofBrands)),
    el('optgroup', { label: text('reports.form.zonesAll') }, ...options(others)),
  )
  return field('zone', text('reports.form.zone'), select)
}

function lastDayField({ text }: View, { draft, today, changed }: Shown): HTMLElement {
  const day: HTMLInputElement = el('input', {
    type: 'date',
    id: 'report-last-day',
    value: draft.lastDay ?? '',
    min: today,
    on: {
      change: () => {
        draft.lastDay = day.value === '' ? null : day.value
        changed()
      },
    },
  })
  return field('lastDay', text('reports.form.lastDay'), day)
}

function deadlineField({ text }: View, { draft, changed }: Shown): HTMLElement {
  const hours = [...new Set([...deadlines, draft.deadlineHours])].sort((a, b) => a - b)
  const select = selectOf(
    'report-deadline',
    hours.map((n) => ({
      value: String(n),
      label: n === 0 ? text('reports.form.notAtAll') : text('reports.form.hours', { n }),
    })),
    String(draft.deadlineHours),
    (value) => {
      draft.deadlineHours = Number(value)
      changed()
    },
  )
  return field('deadlineHours', text('reports.form.deadline'), select)
}

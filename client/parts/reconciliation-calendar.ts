import type { ReconciliationCalendar } from '../../server/contract.ts'
import { addDays } from '../../server/periods/day.ts'
import { formatDay, formatNumber } from '../../server/text/format.ts'
import { el } from '../dom.ts'
import type { View } from '../view.ts'
import { healthSource } from './health-source.ts'
import { calendarName, mismatchRowId, mismatchTable } from './mismatch-table.ts'
import { countColumn } from './saved-columns.ts'
import { savedTable } from './saved-table.ts'

type DayState = 'agrees' | 'differs' | 'unchecked'

const states: Record<string, DayState> = { g: 'agrees', r: 'differs' }

/** Half a year day by day: where what is stored agrees with Zendesk's own counts, and where not. */
export function reconciliationCalendars(
  view: View,
  calendars: readonly ReconciliationCalendar[],
  asOf: string,
): HTMLElement {
  const { text } = view
  const intro = el('p', {}, text('calendar.text'))
  if (calendars.length === 0) return el('div', { class: 'stack' }, intro, el('p', {}, text('calendar.none')))
  return el(
    'div',
    { class: 'stack' },
    intro,
    legend(view),
    el('ul', { class: 'calendars' }, ...calendars.map((calendar) => el('li', {}, drawOne(view, calendar)))),
    mismatchTable(view, calendars, asOf),
    twin(view, calendars, asOf),
  )
}

function drawOne(view: View, calendar: ReconciliationCalendar): HTMLElement {
  const { text, language } = view
  const { from, days } = calendar
  const counts = countsOf(calendar)
  const name = calendarName(calendar, view)
  const verdict =
    counts.red > 0
      ? text('calendar.red', { n: formatNumber(counts.red, language), count: counts.red })
      : text('calendar.fine', { n: formatNumber(counts.green, language), count: counts.green })
  return el(
    'figure',
    { class: 'calendar' },
    el(
      'figcaption',
      {},
      el('strong', {}, name),
      el('span', { class: counts.red > 0 ? 'state worse' : 'state improved' }, verdict),
    ),
    el(
      'div',
      { class: 'calendar-days', role: 'group', aria: { label: text('calendar.label', { name, ...counts }) } },
      ...[...days].map((letter, index) => drawDay(view, calendar, letter, addDays(from, index))),
    ),
    el(
      'div',
      { class: 'calendar-ends small', aria: { hidden: 'true' } },
      el('span', {}, formatDay(from, language, 'short')),
      el('span', {}, formatDay(addDays(from, days.length - 1), language, 'short')),
    ),
  )
}

/** Only days that differ can be reached: each leads to its row in the table. */
function drawDay(view: View, calendar: ReconciliationCalendar, letter: string, day: string): HTMLElement {
  const { text, language } = view
  const state = states[letter] ?? 'unchecked'
  const words = formatDay(day, language)
  const title = `${words}: ${text(`calendar.${state}`)}`
  const mismatch = calendar.mismatches.find((one) => one.day <= day && day < addDays(one.day, one.days))
  if (state !== 'differs' || !mismatch) return el('span', { class: `day ${state}`, title })
  return el('a', {
    class: `day ${state}`,
    title,
    href: `#${mismatchRowId(calendar, mismatch)}`,
    aria: { label: text('calendar.dayDiffers', { day: words }) },
  })
}

function legend({ text }: View): HTMLElement {
  const entry = (state: DayState) =>
    el('li', {}, el('span', { class: `day ${state}`, aria: { hidden: 'true' } }), text(`calendar.${state}`))
  return el('ul', { class: 'calendar-legend small' }, entry('agrees'), entry('differs'), entry('unchecked'))
}

function twin(view: View, calendars: readonly ReconciliationCalendar[], asOf: string): HTMLElement {
  const { text, language } = view
  const latest = ({ from, days }: ReconciliationCalendar) => {
    const last = days.lastIndexOf('r')
    return last < 0 ? null : addDays(from, last)
  }
  return el(
    'details',
    { id: 'reconciliation-twin' },
    el('summary', {}, text('calendar.table')),
    savedTable(
      view,
      healthSource(view, 'calendar', text('calendar.caption'), asOf),
      [
        { heading: text('calendar.brand'), cell: (row) => calendarName(row, view) },
        countColumn<ReconciliationCalendar>(view, text('calendar.agrees'), (row) => countsOf(row).green),
        countColumn<ReconciliationCalendar>(view, text('calendar.differs'), (row) => countsOf(row).red),
        countColumn<ReconciliationCalendar>(view, text('calendar.unchecked'), (row) => countsOf(row).open),
        {
          heading: text('calendar.latest'),
          cell: (row) => {
            const day = latest(row)
            return day === null ? '–' : formatDay(day, language)
          },
          file: [{ heading: text('calendar.latest'), value: latest }],
        },
      ],
      calendars,
    ),
  )
}

function countsOf({ days }: ReconciliationCalendar): { green: number; red: number; open: number } {
  const green = days.split('g').length - 1
  const red = days.split('r').length - 1
  return { green, red, open: days.length - green - red }
}

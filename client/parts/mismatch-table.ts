import type { ReconciliationCalendar, ReconciliationMismatch } from '../../server/contract.ts'
import { addDays } from '../../server/periods/day.ts'
import { formatDay, formatNumber } from '../../server/text/format.ts'
import { formatLongSpan } from '../../server/text/format-span.ts'
import { el } from '../dom.ts'
import type { View } from '../view.ts'
import { healthSource } from './health-source.ts'
import { countColumn } from './saved-columns.ts'
import { savedTable } from './saved-table.ts'
import { causeWords, channelName, kindName } from './stream-names.ts'

type Row = ReconciliationMismatch & { calendar: ReconciliationCalendar }

/** Every day that differs, latest first: what Zendesk counts, what is stored, and what explains the difference. */
export function mismatchTable(
  view: View,
  calendars: readonly ReconciliationCalendar[],
  asOf: string,
): HTMLElement | null {
  const { text, language } = view
  const rows = calendars
    .flatMap((calendar): Row[] => calendar.mismatches.map((mismatch) => ({ ...mismatch, calendar })))
    .sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0))
  if (rows.length === 0) return null
  return el(
    'section',
    { class: 'stack mismatches' },
    el('h3', {}, text('calendar.mismatches')),
    savedTable(
      view,
      healthSource(view, 'mismatches', text('calendar.mismatches'), asOf),
      [
        {
          heading: text('calendar.day'),
          cell: (row) => dayOf(row, view),
          file: [
            { heading: text('tools.weekFrom'), value: ({ day }) => day },
            { heading: text('tools.weekTo'), value: ({ day, days }) => addDays(day, days - 1) },
          ],
        },
        { heading: text('calendar.brand'), cell: ({ calendar }) => calendarName(calendar, view) },
        { heading: text('calendar.what'), cell: (row) => whatOf(row, view) },
        countColumn<Row>(view, text('calendar.theirs'), ({ theirs }) => theirs),
        countColumn<Row>(view, text('calendar.ours'), ({ ours }) => ours),
        countColumn<Row>(view, text('calendar.explained'), ({ explained }) => explained),
        {
          heading: text('calendar.unexplained'),
          isNumeric: true,
          cell: ({ unexplained }) => el('strong', {}, formatNumber(unexplained, language)),
          file: [{ heading: text('calendar.unexplained'), value: ({ unexplained }) => unexplained }],
        },
        { heading: text('calendar.causes'), cell: (row) => causesOf(row, view) },
      ],
      rows,
    ),
  )
}

/** A brand, or the whole account. */
export function calendarName({ brand }: ReconciliationCalendar, { text }: View): string {
  return brand?.name ?? text('calendar.account')
}

/** Where the calendar leads to from a day that differs. */
export function mismatchRowId({ brand }: ReconciliationCalendar, mismatch: ReconciliationMismatch): string {
  const { day, kind, channel } = mismatch
  return ['differs', brand?.id ?? 'account', day, kind, channel].join('-').replace(/[^\w-]/g, '_')
}

function dayOf({ calendar, ...mismatch }: Row, { language }: View): HTMLElement {
  const { day, days } = mismatch
  const words =
    days > 1 ? formatLongSpan({ from: day, to: addDays(day, days) }, language) : formatDay(day, language)
  return el('span', { id: mismatchRowId(calendar, mismatch), tabIndex: -1 }, words)
}

function whatOf({ kind, channel }: Row, { text }: View): string {
  const name = kindName(kind, text)
  return channel === '' ? name : `${name} (${channelName(channel, text)})`
}

function causesOf({ causes }: Row, { text, language }: View): HTMLElement {
  const known = Object.entries(causes).filter(([, count]) => count !== 0)
  const words = known.map(([cause, count]) => causeWords(cause, formatNumber(count, language), text))
  return el('span', { class: 'wrapped' }, words.length > 0 ? words.join(', ') : text('calendar.noCause'))
}

import { shortWeekday, weekdayName } from '../../../server/text/week-words.ts'
import { el } from '../../dom.ts'
import type { View } from '../../view.ts'

const DAYS = 7
const HOURS = 24

/** Hours of the day, both included. */
export type DayHours = { first: number; last: number }

export type MapCell = {
  /** What stands in the cell. */
  short: string
  /** The same in words, for whoever points at it or cannot see its shade. */
  words: string
  shade: string
  /** Where the conversations of the hour are listed; left out where none can be. */
  path?: string
}

/**
 * The hours of a week as a table, a column per weekday, shaded by class. One cell is reached by Tab and the arrow keys
 * lead to the others; `read` is given what the cell says in words.
 */
export function weekMap(
  view: View,
  map: { id: string; caption: string; hours: DayHours; cell: (hourOfWeek: number) => MapCell },
  read: (words: string | null) => void,
): HTMLElement {
  const { text, language } = view
  const cells: HTMLElement[] = []
  const paths: (string | undefined)[] = []
  const head = Array.from({ length: DAYS }, (_, weekday) =>
    el(
      'th',
      { scope: 'col', role: 'columnheader' },
      el('abbr', { title: weekdayName(weekday, language) }, shortWeekday(weekday, language)),
    ),
  )
  const { first, last } = map.hours
  const rows = Array.from({ length: last - first + 1 }, (_, index) => first + index).map((hour) =>
    el(
      'tr',
      { role: 'row' },
      el('th', { scope: 'row', role: 'rowheader' }, String(hour).padStart(2, '0')),
      ...Array.from({ length: DAYS }, (_, weekday) => drawCell(weekday, hour)),
    ),
  )
  const table = el(
    'table',
    {
      class: 'week-map',
      role: 'grid',
      id: map.id,
      on: { keydown: move, mouseleave: () => read(null), focusout: () => read(null) },
    },
    el('caption', {}, map.caption),
    el(
      'thead',
      { role: 'rowgroup' },
      el('tr', { role: 'row' }, el('th', { scope: 'col', role: 'columnheader' }, text('team.hour')), ...head),
    ),
    el('tbody', { role: 'rowgroup' }, ...rows),
  )
  return table

  function drawCell(weekday: number, hour: number): HTMLElement {
    const { short, words, shade, path } = map.cell(weekday * HOURS + hour)
    const cell = el(
      'td',
      {
        role: 'gridcell',
        class: path === undefined ? shade : `${shade} leads`,
        tabIndex: cells.length === 0 ? 0 : -1,
        aria: { label: words },
        on: {
          mouseenter: () => read(words),
          focus: () => read(words),
          ...(path !== undefined && { click: () => view.go(path) }),
        },
      },
      short,
    )
    cells.push(cell)
    paths.push(path)
    return cell
  }

  /** Cells lie in rows of hours: one to the right is the next weekday. */
  function move(event: KeyboardEvent): void {
    const at = cells.findIndex((cell) => cell === event.target)
    const path = paths[at]
    if (event.key === 'Enter' && path !== undefined) return view.go(path)
    const to = at < 0 ? at : targetOf(event.key, at, cells.length)
    if (to === at || cells[to] === undefined) return
    event.preventDefault()
    cells[at].tabIndex = -1
    cells[to].tabIndex = 0
    cells[to].focus()
  }
}

function targetOf(key: string, at: number, count: number): number {
  const weekday = at % DAYS
  switch (key) {
    case 'ArrowLeft':
      return weekday > 0 ? at - 1 : at
    case 'ArrowRight':
      return weekday < DAYS - 1 ? at + 1 : at
    case 'ArrowUp':
      return at >= DAYS ? at - DAYS : at
    case 'ArrowDown':
      return at + DAYS < count ? at + DAYS : at
    case 'Home':
      return at - weekday
    case 'End':
      return at - weekday + DAYS - 1
    default:
      return at
  }
}

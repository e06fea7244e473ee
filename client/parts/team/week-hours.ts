import type { TeamAnswer, TeamWindow } from '../../../server/contract-team.ts'
import { formatLoad, formatNumber } from '../../../server/text/format.ts'
import { hoursWords, weekdayName } from '../../../server/text/week-words.ts'
import { el } from '../../dom.ts'
import type { TeamShow } from '../../team-choice.ts'
import {
  busyHours,
  differenceShade,
  digitsFor,
  hourDifference,
  hourValue,
  largestDifference,
  largestValue,
  shadeOf,
} from '../../team-hours.ts'
import { teamHourPath } from '../../list-query.ts'
import type { View } from '../../view.ts'
import { windowWords } from '../../words.ts'
import type { MapCell } from './week-map.ts'
import { weekMap } from './week-map.ts'

export type Side = { key: 'before' | 'after' | 'now'; window: TeamWindow }

/** The sides there is something to show of, oldest first. */
export function sidesOf({ before, after, now }: Pick<TeamAnswer, 'before' | 'after' | 'now'>): Side[] {
  const sides = [
    { key: 'before', window: before },
    { key: 'after', window: after },
    { key: 'now', window: now },
  ] as const
  return sides.flatMap(({ key, window }) => (window ? [{ key, window }] : []))
}

/** The week before, the week after and what lies between them, beside each other in the same shades. */
export function weekHours(view: View, answer: TeamAnswer, show: TeamShow): HTMLElement {
  const { text, language } = view
  const sides = sidesOf(answer)
  const needsWork = show === 'hours' || show === 'once'
  const shown = sides.filter(({ window }) => !needsWork || window.work !== null)
  if (shown.length === 0) return el('p', { class: 'no-chart' }, text('team.noWork'))
  const windows = shown.map(({ window }) => window)
  const largest = largestValue(windows, show)
  const digits = digitsFor(show, largest)
  const hours = busyHours(windows, show)
  const say = (value: number) =>
    show === 'once' ? formatLoad(value, language) : formatNumber(value, language, value === 0 ? 0 : digits)
  const hint = text(needsWork ? 'team.hint' : 'team.hintRows')
  const reading = el('p', { class: 'map-reading', aria: { hidden: 'true' } }, hint)
  const read = (words: string | null) => {
    reading.textContent = words ?? hint
  }
  const unit = text(`team.unit.${show}`)
  const maps = shown.map(({ key, window }) =>
    weekMap(
      view,
      {
        id: `map-${key}`,
        caption: text('team.mapCaption', {
          side: text(`team.${key}`),
          window: windowText(view, window),
          unit,
        }),
        hours,
        cell: (hour) => valueCell(window, hour),
      },
      read,
    ),
  )
  const { before, after } = answer
  const difference = before && after && shown.length === 2 ? differenceMap(before, after) : null
  return el(
    'div',
    { class: 'week-hours' },
    el(
      'div',
      { class: 'week-maps' },
      ...[...maps, ...(difference ? [difference] : [])].map((map) =>
        el('div', { class: 'week-map-box' }, map),
      ),
    ),
    reading,
    legend(),
    hours.first > 0 || hours.last < 23
      ? el(
          'p',
          { class: 'small' },
          text('team.folded', {
            hours: hoursWords(hours.first, hours.last + 1, language),
          }),
        )
      : null,
  )

  function valueCell(window: TeamWindow, hour: number): MapCell {
    const value = hourValue(window, show, hour)
    const isClosed = !answer.open[hour]
    const place = placeText(view, hour, isClosed)
    return {
      short: value === null ? '–' : say(value),
      words: text('team.cell', { place, value: value === null ? text('team.noValue') : say(value) }),
      shade: `heat-${shadeOf(value, largest, show)}${isClosed ? ' closed' : ''}`,
      ...pathOf(answer, window, show, hour),
    }
  }

  function differenceMap(was: TeamWindow, is: TeamWindow): HTMLElement {
    const most = largestDifference(was, is, show)
    return weekMap(
      view,
      {
        id: 'map-difference',
        caption: `${text('team.differenceCaption', { unit })}. ${text(needsWork ? 'team.differencePlain' : 'team.differenceNote', { plus: '+', minus: '−' })}`,
        hours,
        cell(hour) {
          const found = hourDifference(was, is, show, hour)
          const shade = differenceShade(found, most)
          const isClosed = !answer.open[hour]
          const short = found === null ? '–' : signed(found.value)
          return {
            short,
            words: text('team.cell', {
              place: placeText(view, hour, isClosed),
              value: found === null ? text('team.noValue') : short,
            }),
            shade: `${shade > 0 ? `more-${shade}` : shade < 0 ? `less-${-shade}` : 'heat-0'}${isClosed ? ' closed' : ''}`,
          }
        },
      },
      read,
    )
  }

  /** What rounds to nothing has no sign. */
  function signed(value: number): string {
    const size = say(Math.abs(value))
    return Number(size) === 0 ? say(0) : `${value < 0 ? '−' : '+'}${size}`
  }

  function legend(): HTMLElement {
    const step = (name: string) => el('span', { class: `step ${name}`, aria: { hidden: 'true' } })
    return el(
      'ul',
      { class: 'key map-key' },
      el(
        'li',
        {},
        text('team.legendLow'),
        el('span', { class: 'steps' }, ...[1, 3, 5, 7, 9].map((shade) => step(`heat-${shade}`))),
        text('team.legendHigh', { value: say(largest) }),
      ),
      difference ? el('li', {}, step('more-3'), `+ ${text('team.legendMore')}`) : null,
      difference ? el('li', {}, step('less-3'), `− ${text('team.legendLess')}`) : null,
      el('li', {}, step('heat-0 closed'), text('team.legendClosed')),
    )
  }
}

/** Of counts of conversations: where those of the hour are listed. */
export function pathOf(
  { brand }: TeamAnswer,
  window: TeamWindow,
  show: TeamShow,
  hour: number,
): { path?: string } {
  if (show !== 'people' && show !== 'all') return {}
  const n = show === 'people' ? window.forPeople[hour] : window.conversations[hour]
  return n > 0 ? { path: teamHourPath(brand.id, show, window, hour) } : {}
}

/** '3 Feb – 20 Apr 2026, 11 weeks'. */
export function windowText(view: View, window: TeamWindow): string {
  const words = windowWords({ value: null, n: 0, ...window }, view.language, view.text)
  return view.text('team.window', { window: words, n: window.weeks })
}

/** 'Monday, 10:00–11:00 (outside opening hours)'. */
export function placeText({ text, language }: View, hourOfWeek: number, isClosed: boolean): string {
  const hour = hourOfWeek % 24
  const place = text('team.place', {
    weekday: weekdayName(Math.floor(hourOfWeek / 24), language),
    hours: hoursWords(hour, hour + 1, language),
  })
  return isClosed ? `${place} (${text('team.closed')})` : place
}

import type { TeamAnswer } from '../../../server/contract-team.ts'
import { addDays } from '../../../server/periods/day.ts'
import { formatLoad, formatNumber } from '../../../server/text/format.ts'
import { weekdayName } from '../../../server/text/week-words.ts'
import type { TeamShow } from '../../team-choice.ts'
import { allHours, digitsFor, hourDifference, hourValue, largestValue } from '../../team-hours.ts'
import type { View } from '../../view.ts'
import type { DataTable, FiledColumn } from '../../downloads/data-table.ts'
import { dataTable } from '../../downloads/data-table.ts'
import { plainNumber } from '../../downloads/file-units.ts'
import { plainTable } from '../plain-table.ts'
import { rowsLink } from '../rows-behind.ts'
import { pathOf, placeText, sidesOf } from './week-hours.ts'

/** The same hours one below the other, Monday first. */
export function hoursTable(view: View, answer: TeamAnswer, show: TeamShow): HTMLElement {
  const { text } = view
  const caption = text('team.tableCaption', { brand: answer.brand.name, show: text(`team.show.${show}`) })
  return plainTable(
    caption,
    columnsOf(view, answer, show),
    allHours((hour) => hour),
  )
}

/** The same for a file. */
export function hoursData(view: View, answer: TeamAnswer, show: TeamShow): DataTable {
  return dataTable(
    columnsOf(view, answer, show),
    allHours((hour) => hour),
  )
}

/** One column on the page, weekday, hour and whether the brand is open in a file. */
function columnsOf(view: View, answer: TeamAnswer, show: TeamShow): FiledColumn<number>[] {
  const { text, language } = view
  const sides = sidesOf(answer)
  const largest = largestValue(
    sides.map(({ window }) => window),
    show,
  )
  const say = (value: number | null) =>
    show === 'once' ? formatLoad(value, language) : formatNumber(value, language, digitsFor(show, largest))
  const { before, after } = answer
  const column = (
    heading: string,
    valueOf: (hour: number) => number | null,
    inFile = heading,
    linkOf: (hour: number) => string | undefined = () => undefined,
  ): FiledColumn<number> => ({
    heading,
    isNumeric: true,
    cell: (hour) => rowsLink(view, say(valueOf(hour)), linkOf(hour)),
    file: [{ heading: inFile, value: (hour) => plainNumber(valueOf(hour)) }],
  })
  return [
    {
      heading: text('team.hour'),
      cell: (hour) => placeText(view, hour, !answer.open[hour]),
      file: [
        { heading: text('tools.weekday'), value: (hour) => weekdayName(Math.floor(hour / 24), language) },
        { heading: text('tools.hour'), value: (hour) => `${String(hour % 24).padStart(2, '0')}:00` },
        {
          heading: text('tools.isOpen'),
          value: (hour) => text(answer.open[hour] ? 'tools.open' : 'tools.closed'),
        },
      ],
    },
    ...sides.map(({ key, window }) => {
      const heading = text(`team.${key}`)
      const days = text('tools.days', { name: heading, from: window.from, to: addDays(window.to, -1) })
      const linkOf = (hour: number) => pathOf(answer, window, show, hour).path
      return column(heading, (hour) => hourValue(window, show, hour), days, linkOf)
    }),
    ...(before && after
      ? [column(text('team.difference'), (hour) => hourDifference(before, after, show, hour)?.value ?? null)]
      : []),
  ]
}

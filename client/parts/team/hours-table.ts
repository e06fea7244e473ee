import type { TeamAnswer } from '../../../server/contract-team.ts'
import { formatLoad, formatNumber } from '../../../server/text/format.ts'
import type { TeamShow } from '../../team-choice.ts'
import { allHours, digitsFor, hourDifference, hourValue, largestValue } from '../../team-hours.ts'
import type { View } from '../../view.ts'
import type { Column } from '../plain-table.ts'
import { plainTable } from '../plain-table.ts'
import { placeText, sidesOf } from './week-hours.ts'

/** The same hours one below the other, Monday first. */
export function hoursTable(view: View, answer: TeamAnswer, show: TeamShow): HTMLElement {
  const { text, language } = view
  const sides = sidesOf(answer)
  const largest = largestValue(
    sides.map(({ window }) => window),
    show,
  )
  const say = (value: number | null) =>
    show === 'once' ? formatLoad(value, language) : formatNumber(value, language, digitsFor(show, largest))
  const { before, after } = answer
  const difference: Column<number> = {
    heading: text('team.difference'),
    isNumeric: true,
    cell: (hour) => say((before && after && hourDifference(before, after, show, hour)?.value) ?? null),
  }
  const columns: Column<number>[] = [
    { heading: text('team.hour'), cell: (hour) => placeText(view, hour, !answer.open[hour]) },
    ...sides.map(({ key, window }) => ({
      heading: text(`team.${key}`),
      isNumeric: true,
      cell: (hour: number) => say(hourValue(window, show, hour)),
    })),
    ...(before && after ? [difference] : []),
  ]
  const caption = text('team.tableCaption', { brand: answer.brand.name, show: text(`team.show.${show}`) })
  return plainTable(
    caption,
    columns,
    allHours((hour) => hour),
  )
}

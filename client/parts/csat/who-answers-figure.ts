import type { CsatAnswer, CsatDimension, CsatGroup, CsatSide } from '../../../server/contract-csat.ts'
import type { BrandSummary } from '../../../server/contract.ts'
import { addDays } from '../../../server/periods/day.ts'
import type { DataTable, FileColumn } from '../../downloads/data-table.ts'
import { dataTable } from '../../downloads/data-table.ts'
import { fileValue, unitHeading } from '../../downloads/file-units.ts'
import type { View } from '../../view.ts'
import { figureTools } from '../figure-tools.ts'
import { dimensions, groupName, whoAnswers } from './who-answers.ts'

/** Which customers answer as tables, and the buttons that save them all as one. */
export function whoAnswersFigure(
  view: View,
  { brand, sides, asOf }: CsatAnswer,
  brands: readonly BrandSummary[],
): HTMLElement[] {
  const { text } = view
  const source = {
    ...{ id: 'csat-who-save', window: null, asOf, brands },
    subject: brand?.name ?? text('tools.allBrands'),
    title: text('csatWho.title'),
    metrics: ['csat_response_rate'],
    table: () => whoAnswersData(view, sides),
  }
  return [whoAnswers(view, sides), figureTools(view, source, null)]
}

type Row = { side: CsatSide; dimension: CsatDimension; group: CsatGroup }

/** A line for each side, question and group. */
function whoAnswersData(view: View, sides: readonly CsatSide[]): DataTable {
  const { text } = view
  const file: FileColumn<Row>[] = [
    { heading: text('table.phase'), value: ({ side: { side } }) => text(`csat.side.${side}`) },
    { heading: text('tools.weekFrom'), value: ({ side: { window } }) => window.from },
    { heading: text('tools.weekTo'), value: ({ side: { window } }) => addDays(window.to, -1) },
    { heading: text('tools.question'), value: ({ dimension }) => text(`csatWho.${dimension}`) },
    {
      heading: text('csatWho.group'),
      value: ({ dimension, group }) => groupName(view, dimension, group.value),
    },
    { heading: text('csatWho.asked'), value: ({ group }) => group.asked },
    {
      heading: unitHeading(text('tools.responseRate'), 'rate', text),
      value: ({ group }) => fileValue(group.responseRate, 'rate'),
    },
  ]
  const rows = sides.flatMap((side) =>
    dimensions.flatMap((dimension) =>
      (side.whoAnswers?.dimensions.find((one) => one.dimension === dimension)?.groups ?? []).map(
        (group): Row => ({ side, dimension, group }),
      ),
    ),
  )
  return dataTable([{ file }], rows)
}

import type { CsatAnswer, CsatSide, CsatSourceFigures } from '../../../server/contract-csat.ts'
import type { BrandSummary } from '../../../server/contract.ts'
import { addDays } from '../../../server/periods/day.ts'
import type { DataTable, FileColumn } from '../../downloads/data-table.ts'
import { dataTable } from '../../downloads/data-table.ts'
import { fileValue, unitHeading } from '../../downloads/file-units.ts'
import type { View } from '../../view.ts'
import { figureTools } from '../figure-tools.ts'
import { ratingBars } from './rating-bars.ts'

/** Good, neutral and bad as bars, and the buttons that save them. */
export function ratingFigure(
  view: View,
  { brand, sides, asOf }: CsatAnswer,
  brands: readonly BrandSummary[],
): HTMLElement[] {
  const { text } = view
  const bars = ratingBars(view, sides)
  const source = {
    ...{ id: 'csat-bars-save', window: null, asOf, brands },
    subject: brand?.name ?? text('tools.allBrands'),
    title: text('csatBars.title'),
    metrics: ['csat', 'csat_response_rate'],
    table: () => ratingData(view, sides),
  }
  return [bars, figureTools(view, source, bars)]
}

type Row = { side: CsatSide; figures: CsatSourceFigures }

/** A line for each side and source, with the days it rests on. */
export function ratingData({ text }: Pick<View, 'text'>, sides: readonly CsatSide[]): DataTable {
  const count = (
    heading: string,
    key: 'good' | 'neutral' | 'bad' | 'asked' | 'answered',
  ): FileColumn<Row> => ({
    heading,
    value: ({ figures }) => figures[key],
  })
  const share = (heading: string, key: 'score' | 'responseRate'): FileColumn<Row> => ({
    heading: unitHeading(heading, 'rate', text),
    value: ({ figures }) => fileValue(figures[key], 'rate'),
  })
  const file: FileColumn<Row>[] = [
    { heading: text('table.phase'), value: ({ side: { side } }) => text(`csat.side.${side}`) },
    { heading: text('tools.weekFrom'), value: ({ side: { window } }) => window.from },
    { heading: text('tools.weekTo'), value: ({ side: { window } }) => addDays(window.to, -1) },
    { heading: text('tools.source'), value: ({ figures }) => text(`csat.source.${figures.source}`) },
    count(text('csatBars.good'), 'good'),
    count(text('csatBars.neutral'), 'neutral'),
    count(text('csatBars.bad'), 'bad'),
    share(text('tools.goodShare'), 'score'),
    count(text('csatWho.asked'), 'asked'),
    count(text('tools.answered'), 'answered'),
    share(text('tools.responseRate'), 'responseRate'),
  ]
  return dataTable(
    [{ file }],
    sides.flatMap((side) => side.sources.map((figures): Row => ({ side, figures }))),
  )
}

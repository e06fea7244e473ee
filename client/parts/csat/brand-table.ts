import type { CsatAnswer } from '../../../server/contract-csat.ts'
import type { BrandSummary, Comparison, MetricDescription, MetricKey } from '../../../server/contract.ts'
import { formatRate } from '../../../server/text/format.ts'
import { el } from '../../dom.ts'
import { cellsData, cellsOf } from '../../downloads/cells-data.ts'
import type { PageChoice } from '../../page-choice.ts'
import { choicePath } from '../../page-choice.ts'
import { isNotMoved } from '../../verdicts.ts'
import type { View } from '../../view.ts'
import { figureTools } from '../figure-tools.ts'
import type { Column } from '../plain-table.ts'
import { plainTable } from '../plain-table.ts'
import { stateMark } from '../state-mark.ts'

type Row = { brand: BrandSummary; csat: Comparison | undefined; response: Comparison | undefined }

/** The report's cells of every brand, each leading to the brand's own page, and the buttons that save them. */
export function csatBrandTable(
  view: View,
  { comparisons, asOf }: CsatAnswer,
  brands: readonly BrandSummary[],
  metrics: readonly MetricDescription[],
  choice: PageChoice,
): HTMLElement {
  const { text, language } = view
  const cellOf = (brand: BrandSummary, metric: MetricKey) =>
    comparisons.find((cell) => cell.brand.id === brand.id && cell.metric === metric)
  const rows = brands.map((brand): Row => ({
    brand,
    csat: cellOf(brand, 'csat'),
    response: cellOf(brand, 'csat_response_rate'),
  }))
  const share = (heading: string, of: (row: Row) => number | null | undefined): Column<Row> => ({
    heading,
    isNumeric: true,
    cell: (row) => formatRate(of(row) ?? null, language),
  })
  const columns: Column<Row>[] = [
    {
      heading: text('csatBrands.brand'),
      cell: ({ brand }) =>
        el('a', { href: view.link(choicePath('csat', { ...choice, brand: brand.id })) }, brand.name),
    },
    share(text('csatBrands.before'), ({ csat }) => csat?.before?.value),
    share(text('csatBrands.after'), ({ csat }) => (csat?.after ?? csat?.now)?.value),
    {
      heading: text('csatBrands.verdict'),
      cell: ({ csat }) =>
        csat === undefined ? '–' : isNotMoved(csat) ? text('state.not_moved') : stateMark(csat.state, text),
    },
    share(text('csatBrands.responseBefore'), ({ response }) => response?.before?.value),
    share(text('csatBrands.responseAfter'), ({ response }) => (response?.after ?? response?.now)?.value),
  ]
  const source = {
    ...{ id: 'csat-brands-save', window: null, asOf, brands },
    subject: text('tools.allBrands'),
    title: text('csatBrands.title'),
    metrics: ['csat', 'csat_response_rate'],
    table: () => cellsData(view, cellsOf(comparisons, metrics)),
  }
  return el(
    'div',
    {},
    plainTable(text('csatBrands.caption'), columns, rows, 'stacks'),
    figureTools(view, source, null),
  )
}

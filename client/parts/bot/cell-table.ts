import type { BotAnswer, BotMetricKey } from '../../../server/contract-bot.ts'
import type { BrandSummary, Comparison, MetricDescription } from '../../../server/contract.ts'
import { formatMetricValue } from '../../../server/text/format.ts'
import { el } from '../../dom.ts'
import { cellsData } from '../../downloads/cells-data.ts'
import { stretchWords } from '../../stretch-words.ts'
import type { View } from '../../view.ts'
import { countWords } from '../../words.ts'
import { figureTools } from '../figure-tools.ts'
import { metricTerm } from '../metric-term.ts'
import type { Column } from '../plain-table.ts'
import { plainTable } from '../plain-table.ts'
import { stateMark } from '../state-mark.ts'

export type BotFigure = { metric: MetricDescription & { key: BotMetricKey }; comparison: Comparison }

/** The report's own cells: what there is after the move, and why it is held against nothing before. */
export function botCellTable(
  view: View,
  figures: readonly BotFigure[],
  { brand, asOf }: Pick<BotAnswer, 'brand' | 'asOf'>,
  brands: readonly BrandSummary[],
): HTMLElement {
  const { text, language } = view
  const columns: Column<BotFigure>[] = [
    { heading: text('botCells.figure'), cell: ({ metric }) => metricTerm(view, metric) },
    { heading: text('botCells.before'), cell: () => text('botCells.noRecord') },
    {
      heading: text('botCells.after'),
      cell: ({ metric, comparison: { after, now } }) => {
        const window = after ?? now
        if (!window || window.value === null) return text('figure.noValue')
        return el(
          'span',
          { class: 'named' },
          el('b', {}, formatMetricValue(window.value, metric.kind, language)),
          el('span', { class: 'small' }, countWords(window.n, metric, language, text)),
        )
      },
    },
    {
      heading: text('botCells.window'),
      cell: ({ comparison: { after, now } }) => {
        const window = after ?? now
        return window ? stretchWords(view, window.from, window.to) : '–'
      },
    },
    {
      heading: text('botCells.verdict'),
      cell: ({ comparison }) =>
        el(
          'span',
          { class: 'named wrapped' },
          stateMark(comparison.state, text),
          el('span', { class: 'small' }, comparison.reasons[0]?.[language] ?? comparison.sentence[language]),
        ),
    },
  ]
  const source = {
    ...{ id: 'bot-cells-save', window: null, asOf, brands },
    subject: brand?.name ?? text('tools.allBrands'),
    title: text('botCells.title'),
    metrics: figures.map(({ metric }) => metric.key),
    table: () => cellsData(view, figures),
  }
  return el(
    'div',
    { class: 'saved-table' },
    plainTable(text('botCells.caption'), columns, figures, 'stacks'),
    figureTools(view, source, null),
  )
}

import type { DistributionAnswer } from '../../../server/contract-distribution.ts'
import type { BrandSummary } from '../../../server/contract.ts'
import { formatDuration } from '../../../server/text/format.ts'
import type { Figure } from '../../brand-answer.ts'
import { el } from '../../dom.ts'
import type { NamedSide } from '../../spread-words.ts'
import { isWeighed, percentileWords, sidesOf } from '../../spread-words.ts'
import type { FigureSource } from '../../downloads/figure-file.ts'
import { plainNumber, unitHeading } from '../../downloads/file-units.ts'
import { figurePath, lengthPath } from '../../list-query.ts'
import type { View } from '../../view.ts'
import { countWords, windowWords } from '../../words.ts'
import { figureTools } from '../figure-tools.ts'
import { freshness } from '../freshness.ts'
import { moreDetails } from '../more-details.ts'
import { savedTable } from '../saved-table.ts'
import type { SpreadPath } from './spread-figure.ts'
import { spreadFigure } from './spread-figure.ts'
import { spreadData, spreadTable } from './spread-table.ts'

const percentiles = ['p25', 'p50', 'p75', 'p90'] as const

/** In words, as paired bars and as numbers: how the durations of both windows were spread. */
export function spreadPanel(
  view: View,
  { metric, narrowed }: Figure,
  brand: BrandSummary,
  answer: DistributionAnswer,
): HTMLElement {
  const { text, language } = view
  const sides = sidesOf(answer)
  const sentences = sides.map((side) => percentileWords(side, language, text))
  const pathOf: SpreadPath = (side, bin) => lengthPath(figurePath(brand.id, metric.key, side, narrowed), bin)
  const title = text('distribution.caption', { metric: metric.name[language] })
  const figure = spreadFigure(
    view,
    answer,
    text('distribution.label', {
      metric: metric.name[language],
      brand: brand.name,
      words: sentences.join(' '),
    }),
    pathOf,
  )
  const source = {
    ...{ subject: brand.name, window: null, asOf: answer.asOf },
    ...{ brands: [brand], metrics: [metric.key] },
  }
  const table = () => spreadData(view, answer)
  figure.append(figureTools(view, { ...source, id: `${metric.key}-distribution-save`, title, table }, figure))
  return el(
    'div',
    { class: 'spread-panel' },
    el('ul', { class: 'spread-words' }, ...sentences.map((words) => el('li', {}, words))),
    figure,
    el(
      'section',
      { class: 'spread-numbers' },
      el('h3', {}, text('distribution.percentiles')),
      percentileTable(view, sides, {
        ...source,
        id: `${metric.key}-percentiles-save`,
        title: `${metric.name[language]} – ${text('distribution.percentiles')}`,
      }),
      ...sides.map(({ name, side }) => {
        const window = windowWords({ ...side, value: null }, language, text)
        const count = countWords(side.n, metric, language, text)
        return el('p', { class: 'small' }, `${text(`figure.${name}`)}: ${window}, ${count}`)
      }),
      sides.some(({ side }) => isWeighed(side)) && el('p', { class: 'small' }, text('distribution.weighed')),
      freshness(view, answer, [brand]),
    ),
    moreDetails(
      `${metric.key}-distribution-table`,
      text('table.show'),
      spreadTable(view, answer, `${brand.name}: ${title}`, pathOf),
    ),
  )
}

type Percentile = (typeof percentiles)[number]

function percentileTable(
  view: View,
  sides: readonly NamedSide[],
  source: Omit<FigureSource, 'table'>,
): HTMLElement {
  const { text, language } = view
  return savedTable<Percentile>(
    view,
    { ...source, caption: text('distribution.percentiles') },
    [
      { heading: text('distribution.percentile'), cell: (key) => text(`distribution.${key}`) },
      ...sides.map(({ name, side }) => ({
        heading: text(`figure.${name}`),
        isNumeric: true,
        cell: (key: Percentile) =>
          side.percentiles[key] === null
            ? text('distribution.unended')
            : formatDuration(side.percentiles[key], language),
        file: [
          {
            heading: unitHeading(
              `${text(`figure.${name}`)} (${windowWords({ ...side, value: null }, language, text)})`,
              'duration',
              text,
            ),
            value: (key: Percentile) => plainNumber(side.percentiles[key]),
          },
        ],
      })),
    ],
    percentiles,
    'scrolls',
  )
}

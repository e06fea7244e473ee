import { commonWeeks } from '../../server/charts/common-weeks.ts'
import { numberedMarks } from '../../server/charts/numbered-marks.ts'
import type { RateLinesInput } from '../../server/charts/rate-lines-input.ts'
import type { BrandSummary, SeriesMark, SeriesWeek } from '../../server/contract.ts'
import { formatDay, formatRate } from '../../server/text/format.ts'
import { monthWords } from '../charts/month-words.ts'
import { el } from '../dom.ts'
import type { DataTable, FiledColumn } from '../downloads/data-table.ts'
import { dataTable, wordColumn } from '../downloads/data-table.ts'
import { fileValue, plainNumber, unitHeading } from '../downloads/file-units.ts'
import { weekColumn } from '../downloads/week-columns.ts'
import { stretchWords } from '../stretch-words.ts'
import type { View } from '../view.ts'
import { keyEntry, markDays } from './chart-key.ts'
import { figureTools } from './figure-tools.ts'
import { moreDetails } from './more-details.ts'
import { plainTable } from './plain-table.ts'
import { countLink, leadsOf } from './rows-behind.ts'

export type TrendLine = {
  name: string
  weeks: readonly SeriesWeek[]
  /** Where the rows a week counts are listed; left out where they cannot be told apart. */
  rowsOf?: (week: SeriesWeek) => string
}
type Trend = {
  id: string
  title: string
  /** Whose figures these are. */
  subject: string
  /** What a week's count is one of: '{n} conversations'. */
  count: (n: number) => string
  countHeading: string
  lines: readonly TrendLine[]
  marks: readonly SeriesMark[]
  /** Now: a week that is not over yet is left to the table. */
  asOf: string
  /** Those it speaks of. */
  brands: readonly BrandSummary[]
  /** Keys of the figures the lines show. */
  metrics: readonly string[]
}

/** Up to three shares week by week: chart, key and the same numbers as a table. `draw` fetches the drawing code. */
export function rateTrend(view: View, trend: Trend): { node: HTMLElement; draw: () => Promise<() => void> } {
  const { text } = view
  const lines = trend.lines.filter(({ weeks }) => weeks.some(({ value }) => value !== null))
  // The heading above the chart says it for those who see it.
  const caption = el('figcaption', { class: 'unseen' }, trend.title)
  if (lines.length === 0) {
    const none = el('p', { class: 'no-chart' }, text('chart.none'))
    return { node: el('figure', { class: 'chart' }, caption, none), draw: async () => () => {} }
  }
  const { axis, along } = commonWeeks(lines.map(({ weeks }) => weeks))
  const marks = [...trend.marks]
  const canvas = el('canvas', { role: 'img', aria: { label: labelOf(view, trend, lines, axis) } })
  const node = el(
    'figure',
    { class: 'chart' },
    caption,
    el('div', { class: 'canvas' }, canvas),
    el(
      'ul',
      { class: 'key' },
      ...lines.map(({ name }, index) => keyEntry(`line line-${index}`, name)),
      lines.some(({ weeks }) => weeks.some((week) => !week.complete && week.value !== null))
        ? keyEntry('hollow', text('chart.legendRunning'))
        : null,
      ...numberedMarks(marks, axis).map(({ number, mark }) =>
        keyEntry(
          'mark',
          text('chart.legendMark', { name: mark.name[view.language], day: markDays(view, mark) }),
          String(number),
        ),
      ),
    ),
    moreDetails(`${trend.id}-table`, text('table.show'), tableOf(view, trend, lines, axis, along)),
  )
  node.append(tools())
  return { node, draw }

  function tools(): HTMLElement {
    const { id, subject, title, asOf, brands, metrics } = trend
    const window = { from: axis[0].from, to: axis[axis.length - 1].to }
    const table = () => dataOf(view, trend, lines, axis, along)
    return figureTools(view, { id: `${id}-save`, subject, title, window, asOf, brands, metrics, table }, node)
  }

  async function draw(): Promise<() => void> {
    const { drawRateLines } = await import('../charts/draw-rate-lines.ts')
    if (!canvas.isConnected) return () => {}
    const drawn = lines.map(({ name }, index) => ({ name, weeks: along[index].map(onlyWhole) }))
    return drawRateLines(
      canvas,
      { axis, marks, lines: drawn, text: chartWords(view, trend) },
      lines.some(({ rowsOf }) => rowsOf) ? leadsOf(view, rowsOfWeek) : null,
    )
  }

  function rowsOfWeek(line: number, place: number): string | null {
    const week = along[line]?.[place]
    return week && week.n > 0 ? (lines[line].rowsOf?.(week) ?? null) : null
  }

  function onlyWhole(week: SeriesWeek | null): SeriesWeek | null {
    return week && Date.parse(`${week.to}T00:00:00Z`) <= Date.parse(trend.asOf) ? week : null
  }
}

function chartWords({ text, language }: View, { count }: Trend): RateLinesInput['text'] {
  return {
    month: monthWords(language),
    value: (value) => formatRate(value, language).replace(/\.0%$/, '%'),
    week: (week) => text('chart.week', { from: formatDay(week.from, language) }),
    point: ({ name }, week) => {
      const said = `${name}: ${week.value === null ? text('figure.noValue') : formatRate(week.value, language)}`
      return `${said} (${count(week.n)})${week.complete ? '' : ` · ${text('chart.running')}`}`
    },
    moved: (day) => text('chart.moved', { day: formatDay(day, language, 'short') }),
  }
}

/** The chart in words: what each line begins and ends with, and what is marked. */
function labelOf(
  view: View,
  { title, subject, marks }: Trend,
  lines: readonly TrendLine[],
  axis: readonly SeriesWeek[],
): string {
  const { text, language } = view
  const course = lines.map(({ name, weeks }) => {
    const known = weeks.filter(({ value }) => value !== null)
    const ends = {
      from: formatRate(known[0].value, language),
      to: formatRate(known[known.length - 1].value, language),
    }
    return text('trend.course', { name, ...ends })
  })
  const stretch = stretchWords(view, axis[0].from, axis[axis.length - 1].to)
  const marked = numberedMarks(marks, axis).map(({ mark }) =>
    text('chart.labelMark', { name: mark.name[language], day: markDays(view, mark) }),
  )
  return [text('trend.label', { title, subject, stretch }), ...course, ...marked, text('trend.table')].join(
    ' ',
  )
}

type Row = { week: SeriesWeek; cells: readonly (SeriesWeek | null)[] }

/** Newest week first; each line with its value and its count. */
function tableOf(
  view: View,
  trend: Trend,
  lines: readonly TrendLine[],
  axis: readonly SeriesWeek[],
  along: readonly (readonly (SeriesWeek | null)[])[],
): HTMLElement {
  const columns = columnsOf(view, trend, lines)
  return plainTable(`${trend.subject}: ${trend.title}`, columns, rowsOf(axis, along).reverse())
}

/** The same for a file, oldest week first. */
function dataOf(
  view: View,
  trend: Trend,
  lines: readonly TrendLine[],
  axis: readonly SeriesWeek[],
  along: readonly (readonly (SeriesWeek | null)[])[],
): DataTable {
  return dataTable(columnsOf(view, trend, lines), rowsOf(axis, along))
}

function rowsOf(axis: readonly SeriesWeek[], along: readonly (readonly (SeriesWeek | null)[])[]): Row[] {
  return axis.map((week, index) => ({ week, cells: along.map((weeks) => weeks[index]) }))
}

function columnsOf(view: View, { countHeading }: Trend, lines: readonly TrendLine[]): FiledColumn<Row>[] {
  const { text, language } = view
  const isRunning = ({ cells }: Row) => cells.some((week) => week?.complete === false)
  return [
    weekColumn(view, ({ week }) => week),
    ...lines.flatMap(({ name, rowsOf }, index): FiledColumn<Row>[] => {
      const count = text('trend.countOf', { name, count: countHeading })
      return [
        {
          heading: name,
          isNumeric: true,
          cell: ({ cells }) => formatRate(cells[index]?.value ?? null, language),
          file: [
            {
              heading: unitHeading(name, 'rate', text),
              value: ({ cells }) => fileValue(cells[index]?.value, 'rate'),
            },
          ],
        },
        {
          heading: count,
          isNumeric: true,
          cell: ({ cells }) => {
            const week = cells[index]
            return countLink(view, week?.n ?? null, (week && rowsOf?.(week)) ?? null)
          },
          file: [{ heading: count, value: ({ cells }) => plainNumber(cells[index]?.n) }],
        },
      ]
    }),
    {
      ...wordColumn(text('table.phase'), (row) => (isRunning(row) ? text('phase.running') : null)),
      cell: (row) => (isRunning(row) ? text('phase.running') : '–'),
    },
  ]
}

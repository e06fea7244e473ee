import type { DistributionAnswer } from '../../../server/contract-distribution.ts'
import type { DataTable, FiledColumn } from '../../downloads/data-table.ts'
import { dataTable } from '../../downloads/data-table.ts'
import { fileValue, plainNumber, unitHeading } from '../../downloads/file-units.ts'
import type { Bin, NamedSide } from '../../spread-words.ts'
import { binWords, runningShares, shareWords, sidesOf } from '../../spread-words.ts'
import type { View } from '../../view.ts'
import { windowWords } from '../../words.ts'
import { plainTable } from '../plain-table.ts'
import { countLink } from '../rows-behind.ts'
import type { SpreadPath } from './spread-figure.ts'

/** A bin and its place among the counts; null stands for what has not ended. */
type Row = { bin: Bin | null; place: number }

/** What the bars show, as numbers: for each side the share, the share up to there, and how many. */
export function spreadTable(
  view: View,
  answer: DistributionAnswer,
  caption: string,
  pathOf: SpreadPath,
): HTMLElement {
  const { columns, rows } = spreadNumbers(view, answer, pathOf)
  return plainTable(caption, columns, rows)
}

/** The same numbers for a file. */
export function spreadData(view: View, answer: DistributionAnswer): DataTable {
  const { columns, rows } = spreadNumbers(view, answer, null)
  return dataTable(columns, rows)
}

function spreadNumbers(
  view: View,
  answer: DistributionAnswer,
  pathOf: SpreadPath | null,
): { columns: FiledColumn<Row>[]; rows: readonly Row[] } {
  const { text, language } = view
  const sides = sidesOf(answer)
  const hasUnended = sides.some(({ side }) => side.unended.n > 0)
  const rows: Row[] = answer.bins.map((bin, place) => ({ bin, place }))
  if (hasUnended) rows.push({ bin: null, place: answer.bins.length })
  const nameOf = ({ bin }: Row) =>
    bin === null ? text('distribution.unended') : binWords(bin, language, text)
  const inSeconds = (name: string) => unitHeading(name, 'duration', text)
  const duration: FiledColumn<Row> = {
    heading: text('distribution.duration'),
    cell: nameOf,
    file: [
      { heading: text('distribution.duration'), value: nameOf },
      { heading: inSeconds(text('distribution.binFrom')), value: ({ bin }) => bin && bin.from },
      { heading: inSeconds(text('distribution.binTo')), value: ({ bin }) => bin && bin.to },
    ],
  }
  return { columns: [duration, ...sides.flatMap((side) => columnsOf(view, side, pathOf))], rows }
}

function columnsOf(view: View, { name, side }: NamedSide, pathOf: SpreadPath | null): FiledColumn<Row>[] {
  const { text, language } = view
  const counts = [...side.counts, side.unended]
  const running = [...runningShares(side), null]
  const words = text(`figure.${name}`)
  // A file has no other place that says which days these are.
  const dated = `${words} (${windowWords({ ...side, value: null }, language, text)})`
  const shareColumn = (
    key: 'distribution.share' | 'distribution.upTo',
    of: (row: Row) => number | null,
  ): FiledColumn<Row> => ({
    heading: text(key, { side: words }),
    isNumeric: true,
    cell: (row) => {
      const share = of(row)
      return share === null ? '–' : shareWords(share, language)
    },
    file: [
      {
        heading: unitHeading(text(key, { side: dated }), 'rate', text),
        value: (row) => fileValue(of(row), 'rate'),
      },
    ],
  })
  return [
    shareColumn('distribution.share', ({ place }) => counts[place].share),
    shareColumn('distribution.upTo', ({ place }) => running[place]),
    {
      heading: text('distribution.count', { side: words }),
      isNumeric: true,
      cell: ({ bin, place }) => countLink(view, counts[place].n, pathOf && pathOf(side, bin)),
      file: [
        {
          heading: text('distribution.count', { side: dated }),
          value: ({ place }) => plainNumber(counts[place].n),
        },
      ],
    },
  ]
}

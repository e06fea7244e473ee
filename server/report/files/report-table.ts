import type { Language } from '../../contract.ts'
import { metricOf } from '../../metrics/catalog.ts'
import type { Cell } from '../../text/files/cells-data.ts'
import { cellColumns } from '../../text/files/cells-data.ts'
import type { DataTable, FileColumn } from '../../text/files/data-table.ts'
import { dataTable } from '../../text/files/data-table.ts'
import type { FileSheet } from '../../text/files/file-sheet.ts'
import { fileSheet } from '../../text/files/file-sheet.ts'
import { fileValue } from '../../text/files/file-units.ts'
import { textIn } from '../../text/catalogue.ts'
import { formatSpan } from '../../text/format-span.ts'
import type { Links } from '../links.ts'
import type { Report, ReportRow, WeekFigure } from '../report.ts'
import { contentIn, messagesIn } from '../wording.ts'

type Told = Cell & { row: ReportRow }

/** The figures of a report as a sheet: what it is, where its figures are defined, then one line for each. */
export function reportSheet(report: Report, title: string, links: Links): FileSheet {
  const { language, narrowed, asOf } = report
  const head = {
    title: narrowed ? `${title} · ${narrowed.words.join(' · ')}` : title,
    definitions: report.metrics.map((metric) => links.definition(metric)),
    window: report.period,
    asOf,
  }
  return fileSheet(head, reportTable(report), textIn(language))
}

/** The same cells as the mail, one a line, with the week of the report and the one before. */
export function reportTable(report: Report): DataTable {
  const { language } = report
  const told = report.brands.flatMap((brand) =>
    brand.rows.map((row): Told => ({ comparison: row.cell, metric: metricOf(row.metric), row })),
  )
  const columns: FileColumn<Told>[] = [
    ...cellColumns({ text: textIn(language), language }),
    ...weekColumns(report),
    ...(report.narrowed ? [wholeColumn(language)] : []),
  ]
  return dataTable([{ file: columns }], told)
}

function weekColumns({ period, language }: Report): FileColumn<Told>[] {
  const messages = messagesIn(language)
  const week = messages.week(formatSpan(period, language))
  const column = (heading: string, of: (row: ReportRow) => WeekFigure | null): FileColumn<Told>[] => [
    { heading, value: ({ row, metric }) => fileValue(of(row)?.value, metric.kind) },
    {
      heading: textIn(language)('tools.of', { name: heading, what: textIn(language)('table.count') }),
      value: ({ row }) => of(row)?.n ?? null,
    },
    {
      heading: `${heading}: ${messages.stillComingIn}`,
      value: ({ row }) => {
        const figure = of(row)
        return figure !== null && figure.value !== null && !figure.complete ? messages.stillComingIn : null
      },
    },
  ]
  return [
    ...column(week, ({ week: of }) => of),
    ...column(messages.weekBefore, ({ weekBefore }) => weekBefore),
  ]
}

function wholeColumn(language: Language): FileColumn<Told> {
  return {
    heading: contentIn(language).ofAllConversations,
    value: ({ row: { whole } }) => whole && messagesIn(language).states[whole.state],
  }
}

import { catalog, catalogVersion } from '../../metrics/catalog.ts'
import { formatLongSpan } from '../../text/format-span.ts'
import type { Report } from '../report.ts'
import { drawPdf } from '../pdf/draw-pdf.ts'
import type { OverviewContent } from '../pdf/pdf-content.ts'
import { messagesIn } from '../wording.ts'

/** The figures of a report as a document for meetings. It names no reader: everybody who is told the same shares it. */
export function reportPdf(report: Report, { publicUrl, now }: { publicUrl: string; now: number }): Buffer {
  return Buffer.from(drawPdf(contentOf(report, { publicUrl, now })))
}

function contentOf(report: Report, { publicUrl, now }: { publicUrl: string; now: number }): OverviewContent {
  const { language, zone, period, brands, metrics, narrowed } = report
  const cells = brands.flatMap(({ rows }) => rows.map(({ cell }) => cell))
  return {
    page: 'overview',
    title: `${messagesIn(language).title}, ${formatLongSpan(period, language)}`,
    language,
    zone,
    reader: { name: null, seesAllBrands: false },
    brands: brands.map(({ id, name, move, zone: brandZone }) => ({
      id,
      name,
      zone: brandZone,
      cutover: move,
    })),
    // The document shows the primary ones: here these are the figures of the report.
    metrics: catalog.map((metric) => ({ ...metric, primary: metrics.includes(metric.key) })),
    now,
    historyComplete: !report.attention.some(({ kind }) => kind === 'history_arriving'),
    publicUrl,
    days: {},
    comparisons: {
      asOf: report.asOf,
      dataCompleteTo: report.dataCompleteTo,
      definitions: catalogVersion,
      isReport: narrowed === null,
      filter: narrowed && narrowed.filter,
      comparisons: cells,
      pooled: [],
      changes: null,
    },
    order: 'attention',
  }
}

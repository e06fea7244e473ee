import type { CourseWeek } from '../../contract-detail.ts'
import { weeklyChartLabel } from '../../charts/weekly-chart-label.ts'
import { chartText } from '../../charts/weekly-chart-text.ts'
import type { KeyEntry } from '../../charts/weekly-key.ts'
import { weeklyKeyEntries } from '../../charts/weekly-key.ts'
import { weeklyLine } from '../../charts/weekly-line.ts'
import type { Language } from '../../contract.ts'
import { metricOf } from '../../metrics/catalog.ts'
import type { MailAttachment } from '../../platform/mailer.ts'
import { textIn } from '../../text/catalogue.ts'
import { contentIn } from '../wording.ts'
import type { ReportChart } from '../report.ts'
import { picture } from './picture.ts'

/**
 * In CSS pixels. Narrower than the column it stands in, so that its words can be read on a phone, where it is as wide as
 * the screen.
 */
const SIZE = { width: 470, height: 230 }
/** Two pixels of a dense screen for each of the mail's column. */
const SCALE = 2.5
/** Of the column it stands in. */
const SHOWN_WIDTH = 592

/** A chart as it is sent: the file, and what is said beside it. */
export type ReportPicture = {
  brandId: number
  file: MailAttachment & { cid: string }
  title: string
  /** For those who do not see it. */
  alt: string
  key: KeyEntry[]
  /** As it is shown where there is room, in CSS pixels. */
  width: number
  height: number
}

/** Draws a brand's weekly line. Takes some tens of milliseconds. */
export function reportPicture(
  { brandId, cell, weeks, marks, course }: ReportChart,
  { asOf, language }: { asOf: string; language: Language },
): ReportPicture {
  const words = { text: textIn(language), language }
  const metric = metricOf(cell.metric)
  const label = weeklyChartLabel(words, {
    metric,
    brand: cell.brand.name,
    comparison: cell,
    weeks,
    marks,
    course,
    hasTable: false,
  })
  const bytes = picture({
    ...SIZE,
    scale: SCALE,
    chart: (looks) =>
      weeklyLine({
        series: { asOf, comparison: cell, weeks, marks, course },
        kind: metric.kind,
        text: chartText(words, metric),
        ...looks,
      }),
  })
  return {
    brandId,
    width: SHOWN_WIDTH,
    height: Math.round((SHOWN_WIDTH * SIZE.height) / SIZE.width),
    file: {
      filename: `chart-${brandId}.png`,
      content: bytes,
      contentType: 'image/png',
      cid: `chart-${brandId}@cutover`,
    },
    title: contentIn(language).chartTitle(metric.name[language]),
    alt: [label.opening, ...label.expected, ...label.marked].join(' '),
    key: weeklyKeyEntries(words, { comparison: cell, series: { marks, weeks, detail: detailFor(course) } }),
  }
}

/** Of what stands behind a cell the key asks for the course alone. */
function detailFor(course: CourseWeek[] | null) {
  return course === null ? null : { course }
}

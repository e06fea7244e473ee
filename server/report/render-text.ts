import type { Language } from '../contract.ts'
import { primaryMetrics } from '../metrics/catalog.ts'
import { displayWidth, padDisplay, wrapDisplay } from '../text/display-width.ts'
import { formatLongSpan, formatSpan } from '../text/format-span.ts'
import type { MailMessages } from '../text/messages/mail-en.ts'
import { headlineOf } from './headline.ts'
import type { Links } from './links.ts'
import type { MailFrame } from './mail-frame.ts'
import type { BrandView, RowView } from './present-brand.ts'
import { presentBrand } from './present-brand.ts'
import type { Report, ReportChange } from './report.ts'
import {
  attentionText,
  changeText,
  countsLine,
  formatMoment,
  gradesIn,
  marks,
  messagesIn,
} from './wording.ts'

const COLUMNS = 76
/** Stands for a space at which no line may end. */
const UNBROKEN = '\u00a0'

/** The mail as plain text, set for a fixed-width font. */
export function renderReportText(report: Report, frame: MailFrame): string {
  const { language } = report
  const messages = messagesIn(language)
  const blocks = [
    `CUTOVER · ${messages.title} · ${formatLongSpan(report.period, language)}`,
    ...(report.latePeriod ? [wrap(messages.late(formatLongSpan(report.latePeriod, language)))] : []),
    wrap(headlineOf(report)),
    countsBlock(report),
    section(messages.attention, attentionLines(report)),
    ...(report.changes ? [section(messages.changed, changeLines(report.changes, language))] : []),
    ...report.brands.map((brand) => brandBlock(presentBrand(report, brand), report, frame.links)),
    section(messages.readingTitle, readingLines(report)),
    [
      ...(report.dataCompleteTo === null
        ? []
        : [messages.dataAsOf(formatMoment(report.dataCompleteTo, report.zone, language))]),
      messages.sentTo(frame.readerName, report.zone),
      `${messages.openCutover}: ${frame.links.overview}`,
      `${messages.unsubscribe}: ${frame.unsubscribe}`,
    ].join('\n'),
  ]
  return `${blocks.join('\n\n').replaceAll(UNBROKEN, ' ')}\n`
}

/** How many figures stand where, and what kind of evidence that is. */
function countsBlock(report: Report): string {
  const messages = messagesIn(report.language)
  const counts = countsLine(report.counts, report.language).map(
    ({ state, text }) => `${marks[state]} ${text}`,
  )
  const all = report.notMoved > 0 ? [...counts, messages.notMovedBrands(report.notMoved)] : counts
  return [
    wrap(all.map((text) => text.replaceAll(' ', UNBROKEN)).join(' · ')),
    ...gradesIn(report).map((grade) => wrap(messages.readingGrade[grade])),
  ].join('\n')
}

function attentionLines(report: Report): string[] {
  if (report.attention.length === 0) return [messagesIn(report.language).attentionNone]
  return report.attention.map((item) => wrap(`- ${attentionText(item, report)}`, '  '))
}

function changeLines(changes: readonly ReportChange[], language: Language): string[] {
  if (changes.length === 0) return [messagesIn(language).changedNone]
  return changes.map((change) => wrap(`- ${changeText(change, language)}`, '  '))
}

function brandBlock(brand: BrandView, report: Report, links: Links): string {
  const messages = messagesIn(report.language)
  const widest = Math.max(...brand.rows.map((row) => displayWidth(row.name)))
  const changes = brand.rows.map(changeOf)
  const changeWidth = Math.max(...changes.map(displayWidth))
  const weekHeading = messages.week(formatSpan(report.period, report.language))
  return section(brand.name, [
    wrap(brand.about),
    ...(brand.compared
      ? [
          '',
          ...brand.rows.map((row, i) =>
            `  ${padDisplay(row.name, widest)}  ${padDisplay(changes[i], changeWidth)}  ${row.beforeAfter ?? '–'}`.trimEnd(),
          ),
        ]
      : []),
    '',
    `  ${weekHeading}`,
    ...brand.rows.map(
      (row) =>
        `  ${padDisplay(row.name, widest)}  ${[row.week, ...row.weekDetails, messages.weekBeforeValue(row.weekBefore)].join(' · ')}`,
    ),
    ...(brand.compared ? detailLines(brand, messages) : []),
    '',
    `  ${links.brand(brand.id)}`,
  ])
}

/** '✓ Improved −40%'; where nothing clear happened the size is left to the details. */
function changeOf(row: RowView): string {
  return [marks[row.state], row.word, row.clear ? row.effect : null].filter((part) => part !== null).join(' ')
}

function detailLines(brand: BrandView, messages: MailMessages): string[] {
  const details = brand.rows.flatMap((row) => {
    const parts = [...(row.effect === null ? [] : [row.effect]), ...row.qualifiers, ...row.basis]
    return parts.length === 0 ? [] : [wrap(`  ${row.name}: ${parts.join(' · ')}`, '    ')]
  })
  const notes = [...brand.remarks, ...brand.notes.map((note, i) => `${messages.note(i + 1)}: ${note}`)].map(
    (line) => wrap(`  ${line}`, '    '),
  )
  return ['', `  ${messages.details}`, ...details, ...(notes.length > 0 ? ['', ...notes] : [])]
}

function readingLines(report: Report): string[] {
  const { language } = report
  const messages = messagesIn(language)
  return [
    ...primaryMetrics.map((metric) => wrap(`- ${metric.name[language]}: ${metric.question[language]}`, '  ')),
    wrap(`- ${messages.readingRange}`, '  '),
    wrap(`- ${messages.readingWeek}`, '  '),
  ]
}

function section(title: string, lines: readonly string[]): string {
  return [title, '-'.repeat(displayWidth(title)), ...lines].join('\n')
}

function wrap(text: string, indent = ''): string {
  return wrapDisplay(text, COLUMNS, indent)
}

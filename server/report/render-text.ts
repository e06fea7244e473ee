import type { Language } from '../contract.ts'
import { metricOf } from '../metrics/catalog.ts'
import { displayWidth, padDisplay, wrapDisplay } from '../text/display-width.ts'
import { formatLongSpan, formatSpan } from '../text/format-span.ts'
import type { MailMessages } from '../text/messages/mail-en.ts'
import { digestOf } from './digest.ts'
import { headlineOf } from './headline.ts'
import type { Links } from './links.ts'
import type { MailFrame } from './mail-frame.ts'
import type { BrandView, RowView } from './present-brand.ts'
import { mostChangesInDigest, shownAttention, shownChanges } from './points.ts'
import { presentBrand } from './present-brand.ts'
import type { ReportParts } from './report-parts.ts'
import type { Report } from './report.ts'
import {
  attentionText,
  briefOf,
  changeText,
  contentIn,
  countsLine,
  filesLeftOut,
  formatMoment,
  gradeSaidFirst,
  gradesSaidLast,
  marks,
  messagesIn,
} from './wording.ts'

const COLUMNS = 76
const MOST_BRANDS = 12
/** Stands for a space at which no line may end. */
const UNBROKEN = '\u00a0'

/** The mail as plain text, set for a fixed-width font. */
export function renderReportText(report: Report, frame: MailFrame, parts: ReportParts): string {
  const { language } = report
  const messages = messagesIn(language)
  const blocks = [
    `CUTOVER · ${messages.title} · ${formatLongSpan(report.period, language)}`,
    ...(report.latePeriod ? [wrap(messages.late(formatLongSpan(report.latePeriod, language)))] : []),
    ...(report.narrowed ? [narrowedBlock(report.narrowed.words, language)] : []),
    wrap(headlineOf(report)),
    countsBlock(report),
    ...digestBlock(report),
    section(messages.attention, attentionLines(report)),
    ...changesBlock(report),
    ...brandBlocks(report, frame.links),
    ...(parts.leftOut.length === 0 ? [] : [wrap(filesLeftOut(parts.leftOut, language))]),
    section(messages.readingTitle, readingLines(report, frame.links)),
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
    ...gradeSaidFirst(report).map((grade) => wrap(messages.readingGrade[grade])),
  ].join('\n')
}

function narrowedBlock(words: readonly string[], language: Language): string {
  const content = contentIn(language)
  return wrap(`${content.narrowedTitle}. ${content.narrowed(words.join(' · '))}`)
}

function digestBlock(report: Report): string[] {
  const lines = digestOf(report).map(({ state, text }) =>
    wrap(`- ${state === null ? '' : `${marks[state]} `}${text}`, '  '),
  )
  return lines.length === 0 ? [] : [section(contentIn(report.language).digest, lines)]
}

function attentionLines(report: Report): string[] {
  const { items, more } = shownAttention(report)
  if (items.length === 0) return [messagesIn(report.language).attentionNone]
  return [
    ...items.map((item) => wrap(`- ${attentionText(item, report)}`, '  ')),
    ...(more > 0 ? [`- ${contentIn(report.language).moreAttention(more)}`] : []),
  ]
}

function changesBlock(report: Report): string[] {
  const { changes, language } = report
  if (changes === null || changes.length <= mostChangesInDigest) return []
  const { items, more } = shownChanges(report)
  const lines = items.map((change) => wrap(`- ${changeText(change, language)}`, '  '))
  if (more > 0) lines.push(`- ${contentIn(language).moreAttention(more)}`)
  return [section(messagesIn(language).changed, lines)]
}

/** The first brands in full, the others in one line each. */
function brandBlocks(report: Report, links: Links): string[] {
  const { brands, language } = report
  const full = brands.slice(0, MOST_BRANDS)
  const others = brands.slice(MOST_BRANDS)
  const lines = others.map((brand) => wrap(`- ${brand.name}: ${briefOf(brand, language)}`, '  '))
  return [
    ...full.map((brand) => brandBlock(presentBrand(report, brand), report, links)),
    ...(lines.length === 0 ? [] : [section(messagesIn(language).otherBrands, lines)]),
  ]
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
    ...brand.rows.map((row) =>
      wrap(
        `  ${padDisplay(row.name, widest).replaceAll(' ', UNBROKEN)}${UNBROKEN} ${weekWords(row, brand, messages)}`,
        ' '.repeat(widest + 4),
      ),
    ),
    ...(brand.compared ? detailLines(brand, messages) : remarkLines(brand, messages)),
    '',
    `  ${links.brand(brand.id)}`,
  ])
}

function weekWords(row: RowView, brand: BrandView, messages: MailMessages): string {
  const whole = brand.compared ? null : row.whole
  return present([row.week, ...row.weekDetails, messages.weekBeforeValue(row.weekBefore), whole])
    .map((part) => part.replaceAll(' ', UNBROKEN))
    .join(' · ')
}

/** '✓ Improved −40%'; where nothing clear happened the size is left to the details. */
function changeOf(row: RowView): string {
  return [marks[row.state], row.word, row.clear ? row.effect : null].filter((part) => part !== null).join(' ')
}

function detailLines(brand: BrandView, messages: MailMessages): string[] {
  const details = brand.rows.flatMap((row) => {
    const parts = present([row.effect, ...row.qualifiers, row.whole, ...row.basis])
    return parts.length === 0 ? [] : [wrap(`  ${row.name}: ${parts.join(' · ')}`, '    ')]
  })
  return ['', `  ${messages.details}`, ...details, ...remarkLines(brand, messages)]
}

function remarkLines(brand: BrandView, messages: MailMessages): string[] {
  const notes = [...brand.remarks, ...brand.notes.map((note, i) => `${messages.note(i + 1)}: ${note}`)].map(
    (line) => wrap(`  ${line}`, '    '),
  )
  return notes.length > 0 ? ['', ...notes] : []
}

function readingLines(report: Report, links: Links): string[] {
  const { language, metrics } = report
  const messages = messagesIn(language)
  return [
    ...metrics
      .map(metricOf)
      .flatMap((metric) => [
        wrap(`- ${metric.name[language]}: ${metric.question[language]}`, '  '),
        `  ${links.definition(metric.key)}`,
      ]),
    ...gradesSaidLast(report).map((grade) => wrap(`- ${messages.readingGrade[grade]}`, '  ')),
    wrap(`- ${messages.readingRange}`, '  '),
    wrap(`- ${messages.readingWeek}`, '  '),
  ]
}

function section(title: string, lines: readonly string[]): string {
  return [title, '-'.repeat(displayWidth(title)), ...lines].join('\n')
}

function wrap(text: string, indent = ''): string {
  // A Korean day stays in one line.
  return wrapDisplay(text.replace(/(?<=\d[년월]) (?=\d)/g, UNBROKEN), COLUMNS, indent)
}

function present(parts: readonly (string | null)[]): string[] {
  return parts.filter((part) => part !== null)
}

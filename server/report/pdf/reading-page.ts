import type { Comparison, EvidenceGrade, MetricDescription } from '../../contract.ts'
import { isNotMoved } from '../../text/verdicts.ts'
import type { MarkName } from './mark.ts'
import type { PdfFrame } from './pdf-content.ts'
import type { Sheet } from './sheet.ts'
import { lineHeight, styles } from './styles.ts'
import { drawBadge } from './table.ts'
import { drawMark } from './mark.ts'
import { badgeOf } from './verdict-cells.ts'
import type { Words } from './words.ts'
import { wordsIn } from './words.ts'

const states = [
  'improved',
  'worse',
  'higher',
  'lower',
  'no_clear_change',
  'not_enough_data',
  'not_comparable',
] as const
const grades: readonly EvidenceGrade[] = ['A', 'B', 'C', 'D']
const TERM = 118
/** From here on two columns of small letters read better than one, in points. */
const WIDE = 600
const COLUMN_GAP = 24

/** The last page: what the marks and the letters say, and what the figures shown mean. */
export function drawReadingPage(
  sheet: Sheet,
  content: PdfFrame,
  { comparisons, metrics }: { comparisons: readonly Comparison[]; metrics: readonly MetricDescription[] },
): void {
  const { text, language } = wordsIn(content.language)
  sheet.newPage()
  sheet.heading(text('legend.title'))
  sheet.paragraph('P', text('legend.states'), styles.body, 6)
  for (const state of states)
    if (comparisons.some((cell) => cell.state === state && !isNotMoved(cell)))
      drawEntry(state, text(`state.${state}`), text(`meaning.${state}`))
  if (comparisons.some(isNotMoved)) drawEntry('not_moved', text('state.not_moved'), text('meaning.not_moved'))
  sheet.heading(text('legend.gradeTitle'))
  for (const grade of grades) drawGrade(grade)
  const columns = columnsFor(sheet, { text, language }, metrics)
  sheet.heading(text('pdf.definitions'), columns.height + lineHeight(styles.small))
  const address = `${content.publicUrl.replace(/\/$/, '')}/glossary`
  sheet.paragraph('P', text('pdf.glossary', { address }), styles.small)
  drawDefinitions(sheet, { text, language }, metrics, columns)

  function drawEntry(mark: MarkName, term: string, words: string): void {
    const inner = sheet.width - TERM
    const height = Math.max(sheet.heightOf(words, inner, styles.body), lineHeight(styles.strong))
    sheet.need(height)
    const { y, left } = sheet
    drawMark(sheet, mark, left, y + 2, styles.strong.size)
    sheet.write('P', term, { x: left + 14, y, width: TERM - 20, style: styles.strong })
    sheet.write('P', words, { x: left + TERM, y, width: inner, style: styles.body })
    sheet.y += height + 4
  }

  function drawGrade(grade: EvidenceGrade): void {
    const words = text(`grade.${grade}`)
    const height = sheet.heightOf(words, sheet.width - 24, styles.body)
    sheet.need(height)
    drawBadge(sheet, badgeOf({ text }, grade), sheet.left, sheet.y, styles.strong)
    sheet.write('P', words, { x: sheet.left + 24, y: sheet.y, width: sheet.width - 24, style: styles.body })
    sheet.y += height + 3
  }
}

type Place = { x: number; width: number }

type Columns = { count: number; width: number; heights: number[]; height: number }

/** In how many columns the definitions stand, and how high these are. */
function columnsFor(sheet: Sheet, words: Words, metrics: readonly MetricDescription[]): Columns {
  const count = sheet.width > WIDE && metrics.length > 1 ? 2 : 1
  const width = (sheet.width - COLUMN_GAP * (count - 1)) / count
  const heights = metrics.map((metric) => definitionHeight(sheet, words, metric, width))
  return { count, width, heights, height: heights.reduce((sum, height) => sum + height, 0) / count }
}

function drawDefinitions(
  sheet: Sheet,
  words: Words,
  metrics: readonly MetricDescription[],
  { count, width, heights, height }: Columns,
): void {
  let [column, taken, top, lowest] = [0, 0, sheet.y, sheet.y]
  metrics.forEach((metric, index) => {
    const isFull = taken + heights[index] / 2 > height || sheet.y + heights[index] > sheet.bottom
    if (isFull && taken > 0 && column + 1 < count) [column, taken, sheet.y] = [column + 1, 0, top]
    if (sheet.need(heights[index])) [column, taken, top, lowest] = [0, 0, sheet.y, sheet.y]
    drawDefinition(sheet, words, metric, { x: sheet.left + column * (width + COLUMN_GAP), width })
    taken += heights[index]
    lowest = Math.max(lowest, sheet.y)
  })
  sheet.y = lowest
}

function definitionOf({ text, language }: Words, metric: MetricDescription): string[] {
  return [
    metric.question[language],
    `${text('definition.before')}: ${metric.before[language]}`,
    `${text('definition.after')}: ${metric.after[language]}`,
    ...(metric.condition ? [`${text('definition.condition')}: ${metric.condition[language]}`] : []),
  ]
}

function definitionHeight(sheet: Sheet, words: Words, metric: MetricDescription, width: number): number {
  return definitionOf(words, metric).reduce(
    (sum, part) => sum + sheet.heightOf(part, width, styles.small) + 1,
    lineHeight(styles.subheading) + 6,
  )
}

function drawDefinition(sheet: Sheet, words: Words, metric: MetricDescription, { x, width }: Place): void {
  const name = metric.name[words.language]
  sheet.y += sheet.write('H3', name, { x, y: sheet.y, width, style: styles.subheading }) + 1
  for (const part of definitionOf(words, metric))
    sheet.y += sheet.write('P', part, { x, y: sheet.y, width, style: styles.small }) + 1
  sheet.y += 5
}

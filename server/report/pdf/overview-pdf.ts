import type { BrandSummary, Comparison, MetricDescription } from '../../contract.ts'
import type { Words } from './words.ts'
import { findings, headline, isArriving, orderBrands, stateOrder, tallyOf } from '../../text/verdicts.ts'
import { attentionOf } from '../attention.ts'
import type { ReportBrand } from '../report.ts'
import { attentionText } from '../wording.ts'
import { drawMark } from './mark.ts'
import { drawOpening } from './opening.ts'
import type { OverviewContent } from './pdf-content.ts'
import { drawReadingPage } from './reading-page.ts'
import type { Sheet } from './sheet.ts'
import { lineHeight, styles } from './styles.ts'
import type { Column } from './table.ts'
import { drawPiece, drawTable } from './table.ts'
import { brandCell, pooledCell, verdictCell, verdictPiece } from './verdict-cells.ts'
import { narrowedWords, wordsIn } from './words.ts'

const INDENT = 14

/** Every brand and every figure of the report, what stands out, and what needs a person. */
export function drawOverview(sheet: Sheet, content: OverviewContent): void {
  const words = wordsIn(content.language)
  const { text, language } = words
  const { comparisons: answer, brands, historyComplete } = content
  const metrics = content.metrics.filter(({ primary }) => primary)
  const keys = new Set(metrics.map(({ key }) => key))
  const cells = answer.comparisons.filter(({ metric }) => keys.has(metric))
  const shown = brands.filter(({ id }) => cells.some(({ brand }) => brand.id === id))
  drawOpening(sheet, content, {
    title: content.title ?? text('nav.overview'),
    headline: brands.length === 0 ? '' : headline(cells, historyComplete, text),
    brands: shown,
    answer,
    notices: [narrowedWords(answer, content.days, language)],
  })
  if (shown.length === 0) return sheet.paragraph('P', text('pdf.empty'), styles.body)
  drawTally(sheet, words, cells)
  drawTable(sheet, columnsOf(words, metrics), rowsOf(), { lastIsTotal: answer.pooled.length > 0 })
  drawFindings(sheet, words, cells, metrics)
  drawAttention(sheet, content, shown, cells)
  drawPooled()
  drawReadingPage(sheet, content, { comparisons: cells, metrics })

  function rowsOf() {
    const rows = orderBrands(shown, cells, content.order, language).map((brand) => [
      brandCell(words, brand, cells),
      ...metrics.map((metric) => {
        const cell = cells.find((one) => one.brand.id === brand.id && one.metric === metric.key)
        return verdictCell(words, cell, metric)
      }),
    ])
    if (answer.pooled.length === 0) return rows
    const together = metrics.map((metric) =>
      pooledCell(
        words,
        answer.pooled.find((pooled) => pooled.metric === metric.key),
      ),
    )
    const name = { pieces: [{ words: text('grid.pooled'), style: styles.strong }] }
    return [...rows, [name, ...together]]
  }

  function drawPooled(): void {
    const told = metrics.flatMap((metric) => answer.pooled.filter((pooled) => pooled.metric === metric.key))
    if (told.length === 0) return
    sheet.heading(text('pooled.title'))
    for (const { state, sentence } of told) drawMarked(sheet, state, sentence[language])
  }
}

function columnsOf({ text, language }: Words, metrics: readonly MetricDescription[]): Column[] {
  const note = ({ kind, better }: MetricDescription) =>
    [
      ...(kind === 'count' ? [text('unit.per_week')] : []),
      ...(better === 'neutral' ? [] : [text(`better.${better}`)]),
    ].join(' · ')
  return [
    { heading: text('grid.brand'), share: 0.95 },
    ...metrics.map((metric) => ({ heading: metric.name[language], note: note(metric), share: 1 })),
  ]
}

/** How many figures ended in which state, as a strip of marks. */
function drawTally(sheet: Sheet, words: Words, cells: readonly Comparison[]): void {
  const tally = tallyOf(cells.filter((cell) => !isArriving(cell)))
  const { y } = sheet
  let x = sheet.left - 5
  sheet.inside('L', () => {
    for (const [state, n] of entriesOf(tally)) {
      const piece = verdictPiece(words, state, null)
      const said = { ...piece, words: `${piece.words} ${n}`, style: { ...piece.style, size: 9 } }
      const room = sheet.widthOf(said.words, said.style) + said.style.size + 16
      const draw = () => drawPiece(sheet, said, { x, y, width: room, align: 'left' })
      sheet.inside('LI', () => sheet.inside('LBody', draw))
      x += room + 4
    }
  })
  sheet.y += lineHeight(styles.body) + 6
}

function entriesOf(tally: ReturnType<typeof tallyOf>) {
  return stateOrder.filter((state) => tally[state] > 0).map((state) => [state, tally[state]] as const)
}

/** The called changes in whole sentences. */
function drawFindings(
  sheet: Sheet,
  { text, language }: Words,
  cells: readonly Comparison[],
  metrics: readonly MetricDescription[],
): void {
  const called = findings(cells, metrics)
  if (called.length === 0) return
  sheet.heading(text('findings.title'))
  for (const { state, brand, sentence } of called)
    drawMarked(sheet, state, namingBrand(sentence[language], brand.name))
}

/** Most sentences name their brand; the others are told whose they are. */
function namingBrand(sentence: string, brand: string): string {
  return sentence.includes(brand) ? sentence : `${brand}: ${sentence}`
}

/** What a person should look at beside what got worse, which stands above. */
function drawAttention(
  sheet: Sheet,
  content: OverviewContent,
  shown: readonly BrandSummary[],
  cells: readonly Comparison[],
): void {
  const { text } = wordsIn(content.language)
  const brands = shown.map(({ id, name, zone, cutover }): ReportBrand => ({
    id,
    name,
    zone,
    move: cutover,
    compared: false,
    windows: null,
    rows: cells
      .filter((cell) => cell.brand.id === id)
      .map((cell) => ({ metric: cell.metric, cell, whole: null, week: null, weekBefore: null })),
  }))
  const items = attentionOf(brands, { dataCompleteTo: content.comparisons.dataCompleteTo, now: content.now })
  const open = items.filter(({ kind }) => kind !== 'worse')
  sheet.heading(text('pdf.attention'))
  if (open.length === 0) sheet.paragraph('P', text('pdf.nothingNeeded'), styles.body)
  for (const item of open)
    drawMarked(sheet, item.kind === 'stale' ? 'warning' : 'clock', attentionText(item, content))
}

/** A sentence with its mark before it. */
export function drawMarked(sheet: Sheet, mark: Parameters<typeof drawMark>[1], words: string): void {
  const inner = sheet.width - INDENT
  const height = sheet.heightOf(words, inner, styles.body)
  sheet.need(height)
  drawMark(sheet, mark, sheet.left, sheet.y + 2, styles.body.size)
  sheet.write('P', words, { x: sheet.left + INDENT, y: sheet.y, width: inner, style: styles.body })
  sheet.y += height + 4
}

import { chartText } from '../../charts/weekly-chart-text.ts'
import { weeklyKeyEntries } from '../../charts/weekly-key.ts'
import { weeklyLine } from '../../charts/weekly-line.ts'
import type { SeriesAnswer } from '../../contract-detail.ts'
import type { Goal } from '../../contract-goal.ts'
import type { BrandSummary, Comparison, MetricDescription } from '../../contract.ts'
import { addDays } from '../../periods/day.ts'
import { formatDay, formatMetricValue } from '../../text/format.ts'
import { goalIcons, goalWords } from '../../text/goal-words.ts'
import { methodText } from '../../text/method-texts.ts'
import { headline, isJudgedState, isNotMoved } from '../../text/verdicts.ts'
import { lightColours } from '../pictures/light-colours.ts'
import { drawChart } from './canvas/draw-chart.ts'
import { drawValues, valuesHeight, valuesOf } from './figure-values.ts'
import type { Entry } from './key.ts'
import { drawKey, keyHeight, weeklySwatch } from './key.ts'
import { drawOpening } from './opening.ts'
import type { BrandContent } from './pdf-content.ts'
import { drawReadingPage } from './reading-page.ts'
import type { Sheet } from './sheet.ts'
import { lineHeight, styles } from './styles.ts'
import type { Cell, Column } from './table.ts'
import { drawPiece, drawTable, tableHeight } from './table.ts'
import { effectCell, outcomeCell, verdictPiece, windowCell } from './verdict-cells.ts'
import type { Words } from './words.ts'
import { narrowedWords, wordsIn } from './words.ts'

const CHART = { height: 142, scale: 0.62 }

type Figure = {
  metric: MetricDescription
  comparison: Comparison
  series: SeriesAnswer
  goal: Goal | null
}

/** One brand: its figures at a glance, then each with its weeks and what to keep in mind, then the further ones. */
export function drawBrand(sheet: Sheet, content: BrandContent): void {
  const words = wordsIn(content.language)
  const { text, language } = words
  const { brand, comparisons: answer, historyComplete } = content
  const known = content.metrics.flatMap((metric) => {
    const comparison = answer.comparisons.find((cell) => cell.metric === metric.key)
    return comparison ? [{ metric, comparison }] : []
  })
  const primary = known.filter(({ metric }) => metric.primary)
  // The further figure that is opened on the page comes after the others.
  const figures = [...primary, ...known.filter(({ metric }) => !metric.primary)].flatMap(
    ({ metric }): Figure[] => {
      const series = content.series.find(({ comparison }) => comparison.metric === metric.key)
      const goal = content.goals.find((one) => one.metric === metric.key) ?? null
      return series ? [{ metric, comparison: series.comparison, series, goal }] : []
    },
  )
  const cells = primary.map(({ comparison }) => comparison)
  drawOpening(sheet, content, {
    title: brand.name,
    headline: headline(cells, historyComplete, text),
    brands: [brand],
    answer,
    notices: [narrowedWords(answer, content.days, language)],
  })
  sheet.paragraph('P', moveWords(words, brand, cells), styles.body, 6)
  if (known.length === 0) sheet.paragraph('P', text('brand.noFigures'), styles.body)
  else {
    sheet.heading(text('pdf.glance'), 60)
    drawTable(sheet, ...figureTable(words, primary, { withDays: false }))
  }
  for (const figure of figures) drawFigure(sheet, words, figure, brand)
  const further = known.filter(({ metric }) => !metric.primary)
  if (further.length > 0) {
    const [columns, rows] = figureTable(words, further, { withDays: true })
    sheet.heading(text('further.title'), tableHeight(sheet, columns, rows) + 20)
    sheet.paragraph('P', text('pdf.further'), styles.small)
    drawTable(sheet, columns, rows)
  }
  drawReadingPage(sheet, content, {
    comparisons: known.map(({ comparison }) => comparison),
    metrics: figures.map(({ metric }) => metric),
  })
}

/** When it moved, how that is known, and what is left out. */
function moveWords(
  { text, language }: Words,
  { cutover, zone }: BrandSummary,
  cells: readonly Comparison[],
): string {
  if (!cutover)
    return text(cells.length > 0 && cells.every(isNotMoved) ? 'brand.notMovedLead' : 'brand.moveUnknownLead')
  const { wentLiveOn, rampEnd } = cutover
  const ramp =
    rampEnd === null || rampEnd <= wentLiveOn
      ? text('brand.rampNone')
      : text('figure.window', {
          from: formatDay(wentLiveOn, language, 'short'),
          to: formatDay(addDays(rampEnd, -1), language, 'short'),
        })
  const how = text(cutover.rampSource === 'measured' ? 'brand.rampMeasured' : 'brand.rampAssumed')
  return [
    `${text('brand.cutover')}: ${formatDay(wentLiveOn, language)} (${text(`brand.${cutover.source}`)})`,
    `${text('brand.ramp')}: ${ramp} (${how})`,
    `${text('brand.zone')}: ${zone}`,
  ].join(' · ')
}

/** @param withDays the days of each window, where they stand nowhere else */
function figureTable(
  words: Words,
  figures: readonly { metric: MetricDescription; comparison: Comparison }[],
  { withDays }: { withDays: boolean },
): [columns: Column[], rows: Cell[][]] {
  const { text, language } = words
  const columns = [
    { heading: text('pdf.figure'), share: 1.15 },
    { heading: text('compareTable.outcome'), share: 1.2 },
    { heading: text('compareTable.before'), share: 1.3 },
    { heading: text('compareTable.after'), share: 1.3 },
    { heading: text('compareTable.effect'), share: 1.1 },
  ]
  const rows = figures.map(({ metric, comparison }) => [
    { pieces: [{ words: metric.name[language], style: styles.strong }] },
    outcomeCell(words, comparison),
    windowCell(words, comparison.before, metric, { withDays }),
    windowCell(words, comparison.after ?? comparison.now, metric, { withDays }),
    effectCell(words, comparison),
  ])
  return [columns, rows]
}

/** Verdict, sentence, values, weeks and caveats of one figure, together on one page. */
function drawFigure(sheet: Sheet, words: Words, figure: Figure, brand: BrandSummary): void {
  const { text, language } = words
  const { comparison, series } = figure
  const sentence = isNotMoved(comparison) ? '' : comparison.sentence[language]
  const values = valuesOf(words, figure)
  const hasChart = series.weeks.some(({ value }) => value !== null)
  const key = keyOf(words, figure)
  const caveats = caveatsOf(words, comparison)
  const height =
    lineHeight(styles.heading) +
    (sentence === '' ? 0 : sheet.heightOf(sentence, sheet.width, styles.body)) +
    (figure.goal ? lineHeight(styles.body) + 3 : 0) +
    valuesHeight(sheet, values) +
    (hasChart ? CHART.height + keyHeight(sheet, key) : 14) +
    caveats.reduce((sum, caveat) => sum + sheet.heightOf(caveat, sheet.width - 10, styles.small), 0)
  sheet.y += 10
  if (!sheet.need(height + 20)) sheet.line(sheet.left, sheet.left + sheet.width, sheet.y - 6)
  drawHead(sheet, words, figure)
  if (sentence !== '') sheet.paragraph('P', sentence, styles.body, 5)
  drawGoal(sheet, words, figure)
  drawValues(sheet, values)
  if (hasChart) {
    const place = { x: sheet.left, y: sheet.y, width: sheet.width, ...CHART }
    sheet.figure(altOf(words, figure, brand), place, () => drawWeeks(sheet, words, figure, place))
    sheet.y += CHART.height
    drawKey(sheet, key)
  } else sheet.paragraph('P', text('chart.none'), styles.small)
  for (const caveat of caveats) drawCaveat(sheet, caveat)
}

function keyOf(words: Words, figure: Figure): Entry[] {
  const { goal, metric } = figure
  const entries = weeklyKeyEntries(words, figure).map((entry): Entry => ({
    swatch: weeklySwatch(entry),
    words: entry.words,
  }))
  if (!goal) return entries
  const said = words.text('goal.legend', { words: goalWords(words, metric, goal) })
  return [...entries, { swatch: { kind: 'line', colour: lightColours.ink, dash: [1, 2] }, words: said }]
}

/** What the brand wants the figure to be, and whether its latest weeks are there. */
function drawGoal(sheet: Sheet, words: Words, { goal, metric }: Figure): void {
  if (!goal) return
  const { text } = words
  const said = `${text('goal.title')}: ${goalWords(words, metric, goal)} – ${text(`goal.${goal.state}`)}`
  const piece = { words: said, style: styles.body, mark: goalIcons[goal.state] }
  const place = { x: sheet.left - 5, y: sheet.y, width: sheet.width, align: 'left' } as const
  sheet.y += drawPiece(sheet, piece, place) + 3
}

function drawHead(sheet: Sheet, { text, language }: Words, { metric, comparison }: Figure): void {
  const { left, width, y } = sheet
  const name = metric.name[language]
  sheet.write('H2', name, { x: left, y, width: width * 0.6, style: styles.heading })
  sheet.doc.outline.addItem(name)
  if (!isNotMoved(comparison)) {
    const { state, grade } = comparison
    const piece = verdictPiece({ text }, state, isJudgedState(state) ? grade : null)
    const shown = { ...piece, style: { ...piece.style, size: 9 } }
    const at = left + Math.min(width * 0.6, sheet.widthOf(name, styles.heading)) + 6
    drawPiece(sheet, shown, { x: at, y: y + 2, width: left + width - at, align: 'left' })
  }
  sheet.y += lineHeight(styles.heading) + 2
}

function drawWeeks(
  sheet: Sheet,
  words: Words,
  { metric, comparison, series, goal }: Figure,
  place: Parameters<typeof drawChart>[2],
): void {
  const { asOf, weeks, marks, detail } = series
  drawChart(
    sheet.doc,
    (looks) =>
      weeklyLine({
        series: { asOf, comparison, weeks, marks, course: detail?.course ?? null },
        kind: metric.kind,
        goal: goal && {
          value: goal.value,
          words: words.text('goal.line', {
            value: formatMetricValue(goal.value, metric.kind, words.language),
          }),
        },
        text: chartText(words, metric),
        ...looks,
      }),
    place,
  )
}

function altOf(
  { text, language }: Words,
  { metric, comparison, series }: Figure,
  brand: BrandSummary,
): string {
  const { weeks } = series
  return text('chart.label', {
    metric: metric.name[language],
    brand: brand.name,
    from: formatDay(weeks[0].from, language),
    to: formatDay(addDays(weeks[weeks.length - 1].to, -1), language),
    sentence: comparison.sentence[language],
  })
}

/** How it was compared, and what the sentence does not already say. */
function caveatsOf({ text, language }: Words, comparison: Comparison): string[] {
  if (isNotMoved(comparison)) return []
  const said = comparison.sentence[language]
  const others = comparison.reasons.map((reason) => reason[language]).filter((words) => !said.includes(words))
  const method =
    comparison.method && isJudgedState(comparison.state)
      ? [text('pdf.method', { method: methodText(comparison.method).name[language] })]
      : []
  return [...method, ...others]
}

function drawCaveat(sheet: Sheet, words: string): void {
  const inner = sheet.width - 10
  const height = sheet.heightOf(words, inner, styles.small)
  sheet.need(height)
  const at = sheet.y + lineHeight(styles.small) / 2
  sheet.ornament(() => sheet.doc.circle(sheet.left + 3, at, 1.2).fill(lightColours['ink-soft']))
  sheet.write('P', words, { x: sheet.left + 10, y: sheet.y, width: inner, style: styles.small })
  sheet.y += height + 1
}

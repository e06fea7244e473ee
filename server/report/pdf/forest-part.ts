import { forestChart, forestEnds } from '../../charts/forest-chart.ts'
import type { ForestRow } from '../../charts/forest-chart.ts'
import { forestLooks } from '../../charts/forest-looks.ts'
import { forestText } from '../../charts/forest-text.ts'
import type { Comparison, Effect, PooledComparison } from '../../contract.ts'
import { effectInWords } from '../../text/effect-words.ts'
import { rangeEnds, rangeWords, waitingWords } from '../../text/figure-words.ts'
import type { ForestOrder } from '../../text/forest-order.ts'
import { orderForest } from '../../text/forest-order.ts'
import { marginWords } from '../../text/sentence-parts.ts'
import { isNotMoved } from '../../text/verdicts.ts'
import { lightColours } from '../pictures/light-colours.ts'
import { drawChart } from './canvas/draw-chart.ts'
import type { Entry } from './key.ts'
import { drawKey } from './key.ts'
import type { CompareContent } from './pdf-content.ts'
import type { Sheet } from './sheet.ts'
import { shorten } from './shorten.ts'
import { lineHeight, styles } from './styles.ts'
import { drawPiece } from './table.ts'
import { notMovedPiece, verdictPiece } from './verdict-cells.ts'
import type { Words } from './words.ts'

const ROW = 30
const AXIS_PX = 28
const SCALE = 0.66
/** Room for the names to the left of the ranges, and for the sizes to their right. */
const NAME = 210
const SIZE = 150
/** Rows on one page. */
const MOST_ROWS = 11

type Shown = Pick<Comparison, 'state' | 'grade'> & { name: string; effect: Effect }

/** Every brand's effect with its range on one scale, all brands together below. */
export function drawForest(sheet: Sheet, words: Words, { metric, comparisons }: CompareContent): void {
  const { text, language } = words
  const order = orderForest(comparisons.comparisons, metric, language)
  const pooled = comparisons.pooled.find((one) => one.metric === metric.key) ?? null
  const rows: Shown[] = order.rows.map(({ brand, state, grade, effect }) => ({
    ...{ name: brand.name, state, grade, effect },
  }))
  const together = rows.length > 0 && pooled ? togetherRow(words, pooled) : null
  sheet.heading(text('forest.title'), ROW * Math.min(rows.length, 3) + 40)
  sheet.paragraph('P', orderWords(words, order), styles.small)
  const looked = rows.map(({ name, effect, state }): ForestRow => {
    const [colour, mark] = forestLooks[state]
    return { name, effect, colour: lightColours[colour], mark }
  })
  const ends = forestEnds({ rows: looked, pooled: together?.effect ?? null, margin: metric.margin })
  for (let first = 0; first < rows.length; first += MOST_ROWS) {
    const isLast = first + MOST_ROWS >= rows.length
    drawPart(first, isLast)
  }
  if (rows.length > 0) {
    drawKey(sheet, keyOf())
    if (pooled) sheet.paragraph('P', pooled.sentence[language], styles.body)
    if (!metric.primary || !pooled) sheet.paragraph('P', text('forest.pooledNone'), styles.small)
  }
  drawWithout(sheet, words, comparisons.comparisons)

  function drawPart(first: number, isLast: boolean): void {
    const part = rows.slice(first, first + MOST_ROWS)
    const last = isLast ? together : null
    const all = last ? [...part, last] : part
    const height = all.length * ROW + AXIS_PX * SCALE
    sheet.need(height + 14)
    const { left, width, y } = sheet
    all.forEach((row, index) => drawRow(row, y + index * ROW, row === last))
    const place = { x: left + NAME, y, width: width - NAME - SIZE, height, scale: SCALE }
    sheet.figure(altOf(all), place, () =>
      drawChart(
        sheet.doc,
        (looks) =>
          forestChart({
            rows: looked.slice(first, first + MOST_ROWS),
            pooled: last?.effect ?? null,
            margin: metric.margin,
            text: forestText(words, metric),
            place: 0.5,
            ends,
            ...looks,
          }),
        place,
      ),
    )
    sheet.y += height
    const axis = `${text('forest.less')}   ${text('forest.axis')}   ${text('forest.more')}`
    const axisPlace = { x: place.x, y: sheet.y, width: place.width, style: styles.small }
    sheet.y += sheet.write('P', axis, { ...axisPlace, align: 'center' }) + 4
  }

  function drawRow({ name, state, grade, effect }: Shown, y: number, isTogether: boolean): void {
    const { left, width } = sheet
    sheet.line(left, left + width, y + ROW)
    const style = isTogether ? styles.strong : styles.body
    drawPiece(
      sheet,
      { words: shorten(sheet, name, style, NAME - 10), style },
      { x: left - 5, y: y + 2, width: NAME, align: 'left' },
    )
    drawPiece(sheet, verdictPiece(words, state, grade), {
      ...{ x: left - 5, y: y + 2 + lineHeight(styles.body), width: NAME, align: 'left' },
    })
    const x = left + width - SIZE
    const called = state !== 'no_clear_change'
    drawPiece(
      sheet,
      { words: effectInWords(effect, metric, language, text), style: called ? styles.strong : styles.body },
      { x, y: y + 2, width: SIZE, align: 'right' },
    )
    drawPiece(
      sheet,
      { words: rangeWords(effect, language, text), style: styles.small },
      { x, y: y + 2 + lineHeight(styles.body), width: SIZE, align: 'right' },
    )
  }

  function altOf(all: readonly Shown[]): string {
    const said = all.map(({ name, state, effect }) =>
      text('forest.rowLabel', {
        brand: name,
        state: text(`state.${state}`),
        effect: effectInWords(effect, metric, language, text),
        ...rangeEnds(effect, language),
      }),
    )
    return text('forest.label', { metric: metric.name[language], rows: said.join(' ') })
  }

  function keyOf(): Entry[] {
    const margin = marginWords(metric, language)
    return [
      {
        swatch: { kind: 'line', colour: lightColours['ink-soft'], dash: [] },
        words: text('forest.keyNone'),
      },
      {
        swatch: { kind: 'box', colour: lightColours['before-window'] },
        words: text('forest.keyMargin', { margin }),
      },
      ...(together ? [{ swatch: { kind: 'diamond' } as const, words: text('forest.keyPooled') }] : []),
    ]
  }
}

function togetherRow({ text }: Words, { state, grade, effect }: PooledComparison): Shown | null {
  return effect && { name: text('forest.pooled'), state, grade, effect }
}

function orderWords({ text, language }: Words, { certainty, clear }: ForestOrder): string {
  if (certainty !== 'clear') return text(`forest.${certainty}`)
  const brands = new Intl.ListFormat(language, { type: 'conjunction' }).format(
    clear.map(({ brand }) => brand.name),
  )
  return text('forest.clear', { brands, n: clear.length })
}

/** Brands without a result, each with its short reason. */
function drawWithout(sheet: Sheet, words: Words, comparisons: readonly Comparison[]): void {
  const { text, language } = words
  const without = comparisons.filter(
    ({ effect, state }) => effect === null || state === 'not_enough_data' || state === 'not_comparable',
  )
  if (without.length === 0) return
  sheet.need(40)
  sheet.paragraph('H3', text('forest.without'), styles.subheading, 2)
  for (const comparison of without) {
    const isUnmoved = isNotMoved(comparison)
    const reason = isUnmoved ? null : waitingWords(comparison, language, text)
    const piece = isUnmoved ? notMovedPiece(words) : verdictPiece(words, comparison.state, null)
    const said = `${comparison.brand.name} – ${piece.words}${reason ? `. ${reason}` : ''}`
    const style = styles.small
    sheet.need(lineHeight(style))
    const place = { x: sheet.left - 5, y: sheet.y, width: sheet.width + 10, align: 'left' } as const
    sheet.y += drawPiece(sheet, { ...piece, words: said, style }, place) + 1
  }
}

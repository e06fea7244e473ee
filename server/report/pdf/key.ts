import type { LineLook } from '../../charts/aligned-chart.ts'
import type { KeyEntry } from '../../charts/weekly-key.ts'
import { lightColours } from '../pictures/light-colours.ts'
import { Hatch } from './canvas/hatch.ts'
import { pdfCanvas } from './canvas/pdf-canvas.ts'
import type { Sheet } from './sheet.ts'
import { lineHeight, styles } from './styles.ts'

export type Swatch =
  | { kind: 'box'; colour: string }
  | { kind: 'hatch' }
  | { kind: 'line'; colour: string; dash: number[] }
  | { kind: 'ring'; colour: string }
  | { kind: 'diamond' }
  | { kind: 'number'; number: string; look?: LineLook }
export type Entry = { swatch: Swatch; words: string }

const SWATCH = 14
const GAP = 4
const BETWEEN = 14
const ROW = lineHeight(styles.small) + 1

export const weeklySwatch = ({ swatch, number }: KeyEntry): Swatch => {
  switch (swatch) {
    case 'before':
      return { kind: 'box', colour: lightColours['before-window'] }
    case 'after':
      return { kind: 'box', colour: lightColours['after-window'] }
    case 'ramp':
      return { kind: 'hatch' }
    case 'expected':
      return { kind: 'line', colour: lightColours.expected, dash: [3, 2] }
    case 'expected-band':
      return { kind: 'box', colour: lightColours['expected-band'] }
    case 'running':
      return { kind: 'ring', colour: lightColours.after }
    case 'mark':
      return { kind: 'number', number }
  }
}

/** What the looks in a chart mean, side by side in as many lines as it takes. */
export function drawKey(sheet: Sheet, entries: readonly Entry[]): void {
  if (entries.length === 0) return
  const widths = entries.map(({ words }) => SWATCH + GAP + sheet.widthOf(words, styles.small))
  let x = sheet.left
  sheet.inside('L', () =>
    entries.forEach(({ swatch, words }, index) => {
      if (x > sheet.left && x + widths[index] > sheet.left + sheet.width) {
        x = sheet.left
        sheet.y += ROW
      }
      drawSwatch(sheet, swatch, x, sheet.y)
      const width = sheet.width - SWATCH - GAP
      sheet.inside('LI', () =>
        sheet.write('LBody', words, { x: x + SWATCH + GAP, y: sheet.y, width, style: styles.small }),
      )
      x += widths[index] + BETWEEN
    }),
  )
  sheet.y += ROW + 4
}

/** How many points a key takes. */
export function keyHeight(sheet: Sheet, entries: readonly Entry[]): number {
  let [x, rows] = [0, entries.length > 0 ? 1 : 0]
  for (const { words } of entries) {
    const width = SWATCH + GAP + sheet.widthOf(words, styles.small)
    if (x > 0 && x + width > sheet.width) [x, rows] = [0, rows + 1]
    x += width + BETWEEN
  }
  return rows * ROW + 4
}

function drawSwatch(sheet: Sheet, swatch: Swatch, x: number, y: number): void {
  const { doc } = sheet
  const top = y + 2
  const height = 7
  const middle = top + height / 2
  sheet.ornament(() => {
    const context = pdfCanvas(doc, { width: SWATCH, height }).getContext()
    context.beginPath()
    switch (swatch.kind) {
      case 'box':
        context.fillStyle = swatch.colour
        context.fillRect(x, top, SWATCH, height)
        context.strokeStyle = swatch.colour
        context.strokeRect(x, top, SWATCH, height)
        break
      case 'hatch':
        context.fillStyle = new Hatch(lightColours.ramp, 3)
        context.fillRect(x, top, SWATCH, height)
        break
      case 'line':
        context.strokeStyle = swatch.colour
        context.lineWidth = 1.5
        context.setLineDash(swatch.dash)
        context.moveTo(x, middle)
        context.lineTo(x + SWATCH, middle)
        context.stroke()
        break
      case 'ring':
        context.strokeStyle = swatch.colour
        context.lineWidth = 1.2
        context.arc(x + SWATCH / 2, middle, 2.6, 0, 2 * Math.PI)
        context.stroke()
        break
      case 'diamond':
        context.fillStyle = lightColours.ink
        context.moveTo(x, middle)
        context.lineTo(x + SWATCH / 2, top)
        context.lineTo(x + SWATCH, middle)
        context.lineTo(x + SWATCH / 2, top + height)
        context.closePath()
        context.fill()
        break
      case 'number':
        drawNumber(sheet, swatch, { x, y: top, middle })
    }
  })
}

function drawNumber(
  { doc, widthOf }: Sheet,
  { number, look }: Extract<Swatch, { kind: 'number' }>,
  { x, y, middle }: { x: number; y: number; middle: number },
): void {
  const style = { ...styles.smallStrong, size: 6.5 }
  const width = widthOf(number, style)
  const context = pdfCanvas(doc, { width: SWATCH, height: SWATCH }).getContext()
  context.strokeStyle = look?.colour ?? lightColours['ink-soft']
  context.lineWidth = look ? 1.6 : 0.7
  if (look) {
    context.setLineDash(look.dash.map((length) => length / 2))
    context.moveTo(x, middle)
    context.lineTo(x + SWATCH, middle)
  } else context.arc(x + SWATCH / 2, middle, 4.6, 0, 2 * Math.PI)
  context.stroke()
  if (look) return
  doc.font(style.weight).fontSize(style.size).fillColor(lightColours['ink-soft'])
  doc.text(number, x + (SWATCH - width) / 2, y - 0.6, { lineBreak: false })
}

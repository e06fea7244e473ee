import { icons } from '../../charts/icon-shapes.ts'
import { lightColours } from '../pictures/light-colours.ts'
import type { ColourName } from '../pictures/light-colours.ts'
import type { Sheet } from './sheet.ts'

export type MarkName = keyof typeof icons

const SIZE = 16

export const markColours: Partial<Record<MarkName, ColourName>> = {
  improved: 'good',
  worse: 'bad',
  higher: 'moved',
  lower: 'moved',
  warning: 'warn',
}

/** The shape the pages show beside the word: each differs in outline, so that no colour is needed. */
export function drawMark(sheet: Sheet, name: MarkName, x: number, y: number, size: number): void {
  const { doc } = sheet
  const colour = lightColours[markColours[name] ?? 'ink-soft']
  sheet.ornament(() => {
    doc
      .translate(x, y)
      .scale(size / SIZE)
      .undash()
    doc.lineCap('round').lineJoin('round').fillOpacity(1).strokeOpacity(1)
    for (const { tag, attributes } of icons[name]) {
      if (tag === 'circle') doc.circle(Number(attributes.cx), Number(attributes.cy), Number(attributes.r))
      else doc.path(String(attributes.d))
      if (attributes.class === 'fill') doc.fill(colour)
      else doc.lineWidth(1.6).stroke(attributes.class === 'cut' ? lightColours.surface : colour)
    }
  })
}

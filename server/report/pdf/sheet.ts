import { readFileSync } from 'node:fs'
import PDFDocument from 'pdfkit'
import type { Language } from '../../contract.ts'
import { fontFile } from '../../platform/fonts.ts'
import { lightColours } from '../pictures/light-colours.ts'
import { plainLetters } from './plain-letters.ts'
import type { TextStyle } from './styles.ts'
import { lineHeight, styles } from './styles.ts'
import { wrapWords } from './wrap-words.ts'

export type Sheet = ReturnType<typeof createSheet>
type Tag =
  | 'Document'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'P'
  | 'L'
  | 'LI'
  | 'LBody'
  | 'Table'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Span'
  | 'Figure'
type Element = PDFKit.PDFStructureElement
type Place = {
  x: number
  y: number
  width: number
  style: TextStyle
  align?: 'left' | 'right' | 'center'
  /** What a reader who listens is told of it. */
  about?: About
}
/** `expanded`: what a short form stands for. `bbox`: where a figure lies. */
export type About = {
  alt?: string
  expanded?: string
  scope?: 'Column' | 'Row'
  bbox?: [number, number, number, number]
}

const MARGIN = 38
const FOOT = 30
/**
 * What the types of the package do not know: the kind of document that can be read aloud throughout, and to begin
 * without a font of its own, which could not hold Korean.
 */
const untyped: object = { subset: 'PDF/UA', font: null }

/**
 * A4 pages that fill from the top: everything on them is either tagged, so that it can be read aloud in order, or
 * marked as ornament.
 * @param footer stands at the foot of every page, beside its number
 */
export function createSheet(options: {
  layout: 'portrait' | 'landscape'
  language: Language
  title: string
  footer: string
  /** @example (2, 5) => '2 / 5' */
  pageNumber(page: number, pages: number): string
}) {
  const doc = new PDFDocument({
    size: 'A4',
    layout: options.layout,
    margin: 0,
    bufferPages: true,
    pdfVersion: '1.7',
    tagged: true,
    lang: options.language,
    displayTitle: true,
    info: { Title: options.title, Creator: 'Cutover', Producer: 'Cutover' },
    ...untyped,
  })
  // The package takes bytes wherever it takes a file.
  for (const weight of ['regular', 'semibold'] as const)
    doc.registerFont(weight, plainLetters(readFileSync(fontFile(weight))))
  const left = MARGIN
  const width = doc.page.width - 2 * MARGIN
  const top = MARGIN - 8
  const bottom = doc.page.height - FOOT - 12
  const root = doc.struct('Document')
  doc.addStructure(root)
  const parents: Element[] = [root]
  let y = top

  const sheet = {
    doc,
    left,
    width,
    bottom,
    get y() {
      return y
    },
    set y(next: number) {
      y = next
    },

    /** Goes on to a new page where less than `height` is left. */
    need(height: number): boolean {
      if (y + height <= bottom || y === top) return false
      sheet.newPage()
      return true
    },
    newPage(): void {
      doc.addPage()
      y = top
    },

    linesOf(words: string, within: number, style: TextStyle): string[] {
      doc.font(style.weight).fontSize(style.size)
      return wrapWords(words, within, (part) => doc.widthOfString(part))
    },
    widthOf(words: string, style: TextStyle): number {
      return doc.font(style.weight).fontSize(style.size).widthOfString(words)
    },
    heightOf(words: string, within: number, style: TextStyle): number {
      return sheet.linesOf(words, within, style).length * lineHeight(style)
    },

    /** Writes at a place; what it returns is the height taken. */
    write(tag: Tag, words: string, place: Place): number {
      const { style } = place
      const lines = sheet.linesOf(words, place.width, style)
      sheet.tagged(tag, () => drawLines(lines, place), place.about)
      return lines.length * lineHeight(style)
    },

    /** Writes below what is there, over the whole width. */
    paragraph(tag: Tag, words: string, style: TextStyle, gap = 4): void {
      const height = sheet.heightOf(words, width, style)
      sheet.need(height)
      sheet.write(tag, words, { x: left, y, width, style })
      y += height + gap
    },

    /**
     * @param follows height of what should stand on the same page below it
     * @param atLeast the same where that is more than a page holds
     */
    heading(words: string, follows = 40, atLeast = 80): void {
      const height = lineHeight(styles.heading)
      y += 8
      sheet.need(height + (height + follows + 20 <= bottom - top ? follows : atLeast))
      sheet.write('H2', words, { x: left, y, width, style: styles.heading })
      doc.outline.addItem(words)
      y += height + 4
    },

    /** Content of its own place in the reading order. */
    tagged(tag: Tag, draw: () => void, about: About = {}): void {
      parents[parents.length - 1].add(doc.struct(tag, about, [draw]))
    },

    /** Everything `work` writes belongs to one element, such as a table or a row of it. */
    inside(tag: Tag, work: () => void, about: About = {}): void {
      const element = doc.struct(tag, about)
      parents[parents.length - 1].add(element)
      parents.push(element)
      work()
      parents.pop()
      element.end()
    },

    /** What is only to look at. */
    ornament(draw: () => void): void {
      doc.markContent('Artifact', { type: 'Layout' })
      doc.save()
      draw()
      doc.restore()
      doc.endMarkedContent()
    },

    /** A picture over a place, in words for whoever does not see it. */
    figure(
      alt: string,
      { x, y: from, width: wide, height }: { x: number; y: number; width: number; height: number },
      draw: () => void,
    ): void {
      sheet.tagged('Figure', draw, { alt, bbox: [x, from, x + wide, from + height] })
    },

    line(fromX: number, toX: number, atY: number): void {
      sheet.ornament(() => doc.moveTo(fromX, atY).lineTo(toX, atY).lineWidth(0.75).stroke(lightColours.line))
    },

    /** The finished file. */
    finish(): Uint8Array {
      const { start, count } = doc.bufferedPageRange()
      for (let page = start; page < start + count; page += 1) {
        doc.switchToPage(page)
        writeFoot(page + 1, count)
      }
      root.end()
      doc.end()
      // Nothing of it is written later than this: the whole file waits to be read.
      return new Uint8Array(doc.read())
    },
  }
  return sheet

  function drawLines(lines: readonly string[], { x, y: from, width: within, style, align }: Place): void {
    doc.font(style.weight).fontSize(style.size).fillOpacity(1).fillColor(lightColours[style.colour])
    lines.forEach((words, index) => {
      const room = within - doc.widthOfString(words)
      const shift = align === 'right' ? room : align === 'center' ? room / 2 : 0
      const lead = (lineHeight(style) - style.size * 1.2) / 2
      doc.text(words, x + shift, from + index * lineHeight(style) + lead, { lineBreak: false })
    })
  }

  function writeFoot(page: number, pages: number): void {
    const at = doc.page.height - FOOT
    doc.markContent('Artifact', { type: 'Pagination' })
    const place = { x: left, y: at, width, style: styles.small }
    doc
      .moveTo(left, at - 5)
      .lineTo(left + width, at - 5)
      .lineWidth(0.75)
      .strokeOpacity(1)
    doc.stroke(lightColours.line)
    drawLines(sheet.linesOf(options.footer, width - 60, styles.small).slice(0, 1), place)
    drawLines([options.pageNumber(page, pages)], { ...place, align: 'right' })
    doc.endMarkedContent()
  }
}

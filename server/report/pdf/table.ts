import { lightColours } from '../pictures/light-colours.ts'
import type { ColourName } from '../pictures/light-colours.ts'
import type { MarkName } from './mark.ts'
import { drawMark } from './mark.ts'
import type { About, Sheet } from './sheet.ts'
import type { TextStyle } from './styles.ts'
import { lineHeight, styles } from './styles.ts'

/** A letter in a box, and what it stands for. */
export type Badge = { letter: string; words: string }
/**
 * A piece of a cell on lines of its own; a mark stands before its first word, a grade in a box after its last. `more`
 * stands beside it, smaller, or below where there is no room.
 */
export type Piece = {
  words: string
  style: TextStyle
  mark?: MarkName
  badge?: Badge | null
  more?: string | null
}
export type Cell = { pieces: Piece[]; ground?: ColourName }
export type Column = { heading: string; note?: string; share: number; align?: 'left' | 'right' }

const PADDING = { x: 5, y: 3.5 }
const MARK_ROOM = 3
const MORE_GAP = 4
const moreStyle: TextStyle = { ...styles.small, size: 7 }

/** A table over the whole width; its headings stand again on every page, and no row is torn in two. */
export function drawTable(
  sheet: Sheet,
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  { lastIsTotal = false } = {},
): void {
  const widths = widthsOf(sheet, columns)
  const headings = headingsOf(columns)
  const heightOf = (cells: readonly Cell[]) => rowHeight(sheet, cells, widths)
  sheet.inside('Table', () => {
    sheet.need(tableHeight(sheet, columns, rows.slice(0, 1)))
    drawRow(headings, 'TH')
    rows.forEach((cells, index) => {
      if (sheet.need(heightOf(cells))) drawRow(headings, 'TH')
      drawRow(cells, 'TD', lastIsTotal && index === rows.length - 1)
    })
  })
  sheet.y += 6

  function drawRow(cells: readonly Cell[], tag: 'TH' | 'TD', isTotal = false): void {
    const height = heightOf(cells)
    const { y } = sheet
    drawGrounds(cells, { y, height, isHead: tag === 'TH', isTotal })
    sheet.inside('TR', () => {
      let x = sheet.left
      cells.forEach((cell, index) => {
        const place = { x, y: y + PADDING.y, width: widths[index], align: columns[index].align ?? 'left' }
        drawCell(sheet, cell, place, kindOf(tag, index))
        x += widths[index]
      })
    })
    sheet.y += height
  }

  function drawGrounds(
    cells: readonly Cell[],
    { y, height, isHead, isTotal }: { y: number; height: number; isHead: boolean; isTotal: boolean },
  ): void {
    const { doc, left, width } = sheet
    sheet.ornament(() => {
      doc.fillOpacity(1).strokeOpacity(1).undash()
      if (isHead || isTotal) doc.rect(left, y, width, height).fill(lightColours['surface-soft'])
      let x = left
      cells.forEach(({ ground }, index) => {
        if (ground) doc.rect(x + 1, y + 1, widths[index] - 2, height - 2).fill(lightColours[ground])
        x += widths[index]
      })
      doc.lineWidth(isHead ? 1 : 0.5)
      doc.moveTo(left, y + height).lineTo(left + width, y + height)
      doc.stroke(lightColours[isHead ? 'line-strong' : 'line'])
      if (isTotal)
        doc
          .moveTo(left, y)
          .lineTo(left + width, y)
          .lineWidth(1)
          .stroke(lightColours['line-strong'])
    })
  }
}

/** How many points a table takes where it is not broken. */
export function tableHeight(
  sheet: Sheet,
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
): number {
  const widths = widthsOf(sheet, columns)
  return [headingsOf(columns), ...rows].reduce((sum, cells) => sum + rowHeight(sheet, cells, widths), 0)
}

/** The first cell of a row names it. */
function kindOf(tag: 'TH' | 'TD', index: number): { tag: 'TH' | 'TD'; about?: About } {
  if (tag === 'TH') return { tag, about: { scope: 'Column' } }
  return index === 0 ? { tag: 'TH', about: { scope: 'Row' } } : { tag }
}

function widthsOf(sheet: Sheet, columns: readonly Column[]): number[] {
  const total = columns.reduce((sum, { share }) => sum + share, 0)
  return columns.map(({ share }) => (share / total) * sheet.width)
}

function headingsOf(columns: readonly Column[]): Cell[] {
  return columns.map(({ heading, note }) => ({
    pieces: [
      { words: heading, style: styles.smallStrong },
      ...(note ? [{ words: note, style: { ...styles.small, size: 6.5 } }] : []),
    ],
  }))
}

function rowHeight(sheet: Sheet, cells: readonly Cell[], widths: readonly number[]): number {
  const heights = cells.map((cell, index) => cellHeight(sheet, cell, widths[index]))
  return Math.max(...heights) + 2 * PADDING.y
}

function cellHeight(sheet: Sheet, { pieces }: Cell, width: number): number {
  return pieces.reduce((sum, piece) => sum + pieceHeight(sheet, piece, width), 0)
}

function pieceHeight(sheet: Sheet, piece: Piece, width: number): number {
  const { words, style, more } = piece
  const height = sheet.heightOf(words, roomOf(sheet, piece, width), style)
  if (!more || fitsBeside(sheet, piece, width)) return height
  return height + sheet.heightOf(more, width - 2 * PADDING.x, moreStyle)
}

/** True where both stand on one line. */
function fitsBeside(sheet: Sheet, piece: Piece, width: number): boolean {
  const { words, style, more } = piece
  const taken = sheet.widthOf(words, style) + MORE_GAP + sheet.widthOf(more ?? '', moreStyle)
  return taken <= roomOf(sheet, piece, width)
}

function roomOf(sheet: Sheet, piece: Piece, width: number): number {
  return width - 2 * PADDING.x - markRoom(piece) - badgeRoom(sheet, piece)
}

function markRoom({ mark, style }: Piece): number {
  return mark ? style.size + MARK_ROOM : 0
}

function badgeRoom(sheet: Sheet, { badge, style }: Piece): number {
  return badge ? sheet.widthOf(badge.letter, smaller(style)) + 9 : 0
}

function smaller(style: TextStyle): TextStyle {
  return { ...style, size: style.size - 1, weight: 'semibold', colour: 'ink-soft' }
}

function drawCell(
  sheet: Sheet,
  { pieces }: Cell,
  place: { x: number; y: number; width: number; align: 'left' | 'right' },
  { tag, about }: { tag: 'TH' | 'TD'; about?: About },
): void {
  const draw = () => {
    let { y } = place
    for (const piece of pieces) y += drawPiece(sheet, piece, { ...place, y })
  }
  sheet.inside(tag, draw, about)
}

/** @returns the height taken */
export function drawPiece(
  sheet: Sheet,
  piece: Piece,
  { x, y, width, align }: { x: number; y: number; width: number; align: 'left' | 'right' },
): number {
  const { words, style, mark, badge, more } = piece
  const room = roomOf(sheet, piece, width)
  const from = x + PADDING.x + markRoom(piece)
  const lead = (lineHeight(style) - style.size) / 2
  if (mark) drawMark(sheet, mark, x + PADDING.x, y + lead, style.size)
  const height = sheet.write('P', words, { x: from, y, width: room, style, align })
  if (badge) {
    const lines = sheet.linesOf(words, room, style)
    const lastLine = y + (lines.length - 1) * lineHeight(style)
    drawBadge(sheet, badge, from + sheet.widthOf(lines[lines.length - 1], style) + 3, lastLine, style)
  }
  if (!more) return height
  if (fitsBeside(sheet, piece, width)) {
    const beside = from + sheet.widthOf(words, style) + MORE_GAP
    const lower = y + (lineHeight(style) - lineHeight(moreStyle)) / 2 + (style.size - moreStyle.size) * 0.3
    sheet.write('P', more, { x: beside, y: lower, width: room, style: moreStyle })
    return height
  }
  const below = { x: x + PADDING.x, y: y + height, width: width - 2 * PADDING.x, style: moreStyle, align }
  return height + sheet.write('P', more, below)
}

/** A grade as a letter in a box, as on the pages. */
export function drawBadge(
  sheet: Sheet,
  { letter, words }: Badge,
  x: number,
  y: number,
  beside: TextStyle,
): void {
  const style = smaller(beside)
  const width = sheet.widthOf(letter, style) + 6
  const height = style.size + 3
  const top = y + (lineHeight(beside) - height) / 2
  sheet.ornament(() =>
    sheet.doc
      .roundedRect(x, top, width, height, 2)
      .lineWidth(0.7)
      .strokeOpacity(1)
      .undash()
      .stroke(lightColours['line-strong']),
  )
  const place = { x: x + 3, y: top + (height - lineHeight(style)) / 2, width, style }
  sheet.write('Span', letter, { ...place, about: { expanded: words } })
}

/** One thing a picture shows: where it lies, in the window's own measure, and how it is painted there. */
export type Mark = {
  left: number
  top: number
  right: number
  bottom: number
  paint: (context: CanvasRenderingContext2D) => void
}

type Line = { text: string; left: number; right: number; top: number; bottom: number }

/** The lines of a text where the browser broke them. */
export function textMarks(node: Text, style: CSSStyleDeclaration): Mark[] {
  const { color, letterSpacing } = style
  const font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
  return linesOf(node).map((line) => ({
    ...line,
    paint(context) {
      context.font = font
      context.letterSpacing = letterSpacing === 'normal' ? '0px' : letterSpacing
      context.fillStyle = color
      const { fontBoundingBoxAscent: above, fontBoundingBoxDescent: below } = context.measureText(line.text)
      const spare = line.bottom - line.top - above - below
      context.fillText(line.text, line.left, line.top + spare / 2 + above)
    },
  }))
}

function linesOf(node: Text): Line[] {
  const lines: Line[] = []
  const range = document.createRange()
  let at = 0
  for (const letter of node.data) {
    range.setStart(node, at)
    at += letter.length
    range.setEnd(node, at)
    const place = range.getBoundingClientRect()
    // White space that is not shown has no width.
    if (place.width === 0) continue
    const line = lines.at(-1)
    if (line && Math.abs(line.top - place.top) < place.height / 2 && place.left >= line.left) {
      line.text += letter
      line.right = Math.max(line.right, place.right)
    } else {
      const { left, right, top, bottom } = place
      lines.push({ text: letter, left, right, top, bottom })
    }
  }
  return lines
}

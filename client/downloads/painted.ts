import { boxMarks } from './painted-box.ts'
import type { Mark } from './painted-text.ts'
import { textMarks } from './painted-text.ts'

/** What belongs to the page and not to the picture, or stands in the picture's own heading. */
const LEFT_OUT = '.unseen, .figure-tools, .map-reading, details, figcaption, caption.unseen, select, input'

/**
 * What the page shows of an element, as marks to paint in their order: grounds, borders, words, simple vector shapes and
 * canvases, where and how they are now. Browsers give no other picture of a part of a page.
 */
export function marksOf(element: Element): Mark[] {
  if (element.matches(LEFT_OUT)) return []
  const style = getComputedStyle(element)
  if (style.display === 'none' || style.visibility === 'hidden') return []
  if (element instanceof HTMLCanvasElement) return [canvasMark(element)]
  if (element instanceof SVGGeometryElement) return shapeMarks(element, style)
  const own = element instanceof SVGElement ? [] : boxMarks(element, style)
  return [
    ...own,
    ...[...element.childNodes].flatMap((child) => {
      if (child instanceof Text) return textMarks(child, style)
      return child instanceof Element ? marksOf(child) : []
    }),
  ]
}

function canvasMark(canvas: HTMLCanvasElement): Mark {
  const { left, top, right, bottom, width, height } = canvas.getBoundingClientRect()
  return { left, top, right, bottom, paint: (context) => context.drawImage(canvas, left, top, width, height) }
}

function shapeMarks(shape: SVGGeometryElement, style: CSSStyleDeclaration): Mark[] {
  const matrix = shape.getScreenCTM()
  const path = pathOf(shape)
  if (matrix === null || path === null) return []
  const { left, top, right, bottom } = shape.getBoundingClientRect()
  const paint = (context: CanvasRenderingContext2D) => {
    context.save()
    context.transform(matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)
    if (style.fill !== 'none') {
      context.fillStyle = style.fill
      context.fill(path)
    }
    if (style.stroke !== 'none') {
      context.strokeStyle = style.stroke
      context.lineWidth = Number.parseFloat(style.strokeWidth) || 1
      const dash =
        style.strokeDasharray === 'none' ? [] : style.strokeDasharray.split(',').map(Number.parseFloat)
      context.setLineDash(dash)
      context.stroke(path)
    }
    context.restore()
  }
  return [{ left, top, right, bottom, paint }]
}

function pathOf(shape: SVGGeometryElement): Path2D | null {
  if (shape instanceof SVGPathElement) return new Path2D(shape.getAttribute('d') ?? '')
  if (!(shape instanceof SVGCircleElement)) return null
  const path = new Path2D()
  path.arc(shape.cx.baseVal.value, shape.cy.baseVal.value, shape.r.baseVal.value, 0, 2 * Math.PI)
  return path
}

import { color } from 'chart.js/helpers'
import type { FontWeight } from '../../../platform/fonts.ts'
import type { Step } from './arc-curves.ts'
import { arcCurves } from './arc-curves.ts'
import { Hatch } from './hatch.ts'

type Paint = { colour: string; opacity: number }
type State = {
  fillStyle: unknown
  strokeStyle: unknown
  lineWidth: number
  lineCap: 'butt' | 'round' | 'square'
  lineJoin: 'miter' | 'round' | 'bevel'
  lineDashOffset: number
  miterLimit: number
  globalAlpha: number
  font: string
  textAlign: 'start' | 'end' | 'left' | 'right' | 'center'
  textBaseline: 'top' | 'hanging' | 'middle' | 'alphabetic' | 'ideographic' | 'bottom'
  dash: number[]
}

const atFirst: State = {
  fillStyle: '#000000',
  strokeStyle: '#000000',
  lineWidth: 1,
  lineCap: 'butt',
  lineJoin: 'miter',
  lineDashOffset: 0,
  miterLimit: 10,
  globalAlpha: 1,
  font: '10px sans-serif',
  textAlign: 'start',
  textBaseline: 'alphabetic',
  dash: [],
}

/**
 * What chart.js asks of a canvas, drawn as lines, curves and letters into a page: sharp at any size, and its words stay
 * words. It can what our charts need; pictures, gradients and shadows are not among it.
 * @param width, height of the drawing in its own units
 */
export function pdfCanvas(doc: PDFKit.PDFDocument, { width, height }: { width: number; height: number }) {
  const canvas = { width, height, getContext: () => context }
  const kept: State[] = []
  let path: Step[] = []

  const context = {
    ...structuredClone(atFirst),
    canvas,

    save() {
      kept.push(stateOf(context))
      doc.save()
    },
    restore() {
      const state = kept.pop()
      if (state === undefined) return
      Object.assign(context, state)
      doc.restore()
    },
    // The page is white, and as large as it is.
    clearRect() {},
    setTransform() {},
    resetTransform() {},
    translate: (x: number, y: number) => void doc.translate(x, y),
    scale: (x: number, y: number) => void doc.scale(x, y),
    rotate: (radians: number) => void doc.rotate((radians * 180) / Math.PI),

    beginPath() {
      path = []
    },
    closePath: () => void path.push({ to: 'close' }),
    moveTo: (x: number, y: number) => void path.push({ to: 'move', x, y }),
    lineTo: (x: number, y: number) => void path.push({ to: path.length === 0 ? 'move' : 'line', x, y }),
    bezierCurveTo: (x1: number, y1: number, x2: number, y2: number, x: number, y: number) =>
      void path.push({ to: 'curve', x1, y1, x2, y2, x, y }),
    rect(x: number, y: number, w: number, h: number) {
      path.push({ to: 'move', x, y }, { to: 'line', x: x + w, y }, { to: 'line', x: x + w, y: y + h })
      path.push({ to: 'line', x, y: y + h }, { to: 'close' })
    },
    arc(x: number, y: number, radius: number, from: number, to: number, isCounterclockwise = false) {
      const { startX, startY, curves } = arcCurves({ x, y, radius }, from, to, isCounterclockwise)
      path.push({ to: path.length === 0 ? 'move' : 'line', x: startX, y: startY }, ...curves)
    },

    fill: () => fillPath(path),
    stroke: () => strokePath(path),
    clip() {
      trace(path)
      doc.clip()
    },
    fillRect: (x: number, y: number, w: number, h: number) => fillPath(boxOf(x, y, w, h)),
    strokeRect: (x: number, y: number, w: number, h: number) => strokePath(boxOf(x, y, w, h)),

    setLineDash(dash: number[]) {
      context.dash = [...dash]
    },
    getLineDash: () => [...context.dash],

    measureText(words: string | null) {
      setFont()
      // Labels that are not shown are measured too, and have no words.
      return { width: words === null ? 0 : doc.widthOfString(words) }
    },
    fillText: (words: string, x: number, y: number) => writeText(words, x, y, false),
    strokeText: (words: string, x: number, y: number) => writeText(words, x, y, true),
  }
  return canvas

  function trace(steps: readonly Step[]): void {
    for (const step of steps) {
      if (step.to === 'move') doc.moveTo(step.x, step.y)
      else if (step.to === 'line') doc.lineTo(step.x, step.y)
      else if (step.to === 'curve') doc.bezierCurveTo(step.x1, step.y1, step.x2, step.y2, step.x, step.y)
      else doc.closePath()
    }
  }

  function fillPath(steps: readonly Step[]): void {
    if (steps.length === 0) return
    const { fillStyle } = context
    if (fillStyle instanceof Hatch) return hatchPath(steps, fillStyle)
    const paint = paintOf(fillStyle)
    if (paint === null) return
    trace(steps)
    doc.fillOpacity(paint.opacity).fill(paint.colour)
  }

  function strokePath(steps: readonly Step[]): void {
    const paint = paintOf(context.strokeStyle)
    if (paint === null || steps.length === 0 || context.lineWidth <= 0) return
    doc.lineWidth(context.lineWidth).lineCap(context.lineCap).lineJoin(context.lineJoin)
    doc.miterLimit(context.miterLimit)
    // The package's own `dash` knows no odd patterns.
    doc.addContent(`[${context.dash.join(' ')}] ${context.lineDashOffset} d`)
    trace(steps)
    doc.strokeOpacity(paint.opacity).stroke(paint.colour)
  }

  function hatchPath(steps: readonly Step[], { colour, distance }: Hatch): void {
    const points = steps.flatMap((step) => (step.to === 'close' ? [] : [step]))
    const [left, right] = [Math.min(...points.map(({ x }) => x)), Math.max(...points.map(({ x }) => x))]
    const [top, bottom] = [Math.min(...points.map(({ y }) => y)), Math.max(...points.map(({ y }) => y))]
    const paint = paintOf(colour)
    if (paint === null) return
    doc.save()
    trace(steps)
    doc.clip()
    // All lines lie on one grid, so that two areas side by side look like one.
    const first = Math.floor((left + top) / distance) * distance
    for (let sum = first; sum <= right + bottom; sum += distance)
      doc.moveTo(sum - bottom, bottom).lineTo(sum - top, top)
    doc.lineWidth(1).undash().strokeOpacity(paint.opacity).stroke(paint.colour)
    doc.restore()
  }

  function writeText(words: string, x: number, y: number, isOutline: boolean): void {
    const paint = paintOf(isOutline ? context.strokeStyle : context.fillStyle)
    if (paint === null || words === '') return
    setFont()
    const width = doc.widthOfString(words)
    const shift = { left: 0, start: 0, center: width / 2, right: width, end: width }[context.textAlign]
    doc.save()
    doc.fillOpacity(paint.opacity).fillColor(paint.colour)
    doc.strokeOpacity(paint.opacity).strokeColor(paint.colour)
    if (isOutline) doc.lineWidth(context.lineWidth).lineJoin('round').undash()
    doc.text(words, x - shift, y, {
      lineBreak: false,
      baseline: baselines[context.textBaseline],
      stroke: isOutline,
      fill: true,
    })
    doc.restore()
  }

  function setFont(): void {
    const { weight, size } = fontOf(context.font)
    doc.font(weight).fontSize(size)
  }

  /** Null for what cannot be seen. */
  function paintOf(style: unknown): Paint | null {
    const parsed = typeof style === 'string' ? color(style) : null
    if (parsed === null || !parsed.valid) return null
    const { r, g, b, a } = parsed.rgb
    const opacity = (a ?? 1) * context.globalAlpha
    const hex = [r, g, b].map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')
    return opacity > 0 ? { colour: `#${hex}`, opacity } : null
  }
}

const baselines = {
  top: 'top',
  hanging: 'hanging',
  middle: 'middle',
  alphabetic: 'alphabetic',
  ideographic: 'ideographic',
  bottom: 'bottom',
} as const

function stateOf(state: State): State {
  const names = Object.keys(atFirst) as (keyof State)[]
  return Object.fromEntries(names.map((name) => [name, state[name]])) as State
}

function boxOf(x: number, y: number, w: number, h: number): Step[] {
  return [
    { to: 'move', x, y },
    { to: 'line', x: x + w, y },
    { to: 'line', x: x + w, y: y + h },
    { to: 'line', x, y: y + h },
    { to: 'close' },
  ]
}

/** @example fontOf('bold 11px Pretendard') // { weight: 'semibold', size: 11 } */
export function fontOf(font: string): { weight: FontWeight; size: number } {
  const size = Number(/([\d.]+)px/.exec(font)?.[1] ?? 10)
  return { weight: /\b(bold|[6-9]00)\b/.test(font) ? 'semibold' : 'regular', size }
}

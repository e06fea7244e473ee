import { namedColours } from '../charts/colours.ts'
import { Chart } from '../charts/registered-chart.ts'
import { marksOf } from './painted.ts'
import type { Mark } from './painted-text.ts'

const SCALE = 2
const MARGIN_PX = 24
const LEAST_WIDTH_PX = 320
const TITLE_PX = 18
const LINE_PX = 13
const LEADING = 1.4
const AFTER_HEADING_PX = 14

/** A chart of the figure has not been drawn: its picture would be empty. */
export class NotDrawnError extends Error {
  override name = 'NotDrawnError'
}

/**
 * A figure as the page shows it, twice as fine, under a heading of its own.
 * @param lines what stands below the title: days, as of when
 * @throws NotDrawnError while a chart in it is still being drawn
 */
export async function picture(root: HTMLElement, title: string, lines: readonly string[]): Promise<Blob> {
  const charts = [...root.querySelectorAll('canvas')].map((canvas) => {
    const chart = Chart.getChart(canvas)
    if (!chart) throw new NotDrawnError('The chart has not been drawn yet; try again once it is')
    return chart
  })
  charts.forEach(sharpen)
  root.classList.add('picturing')
  let canvas: HTMLCanvasElement
  try {
    canvas = paintAll(root, title, lines)
  } finally {
    root.classList.remove('picturing')
    charts.forEach(restore)
  }
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) =>
        blob ? resolve(blob) : reject(new Error('The browser made no picture; make the window smaller')),
      'image/png',
    )
  })
}

/** As many points as the picture has; nobody points at anything. */
function sharpen(chart: Chart): void {
  chart.setActiveElements([])
  chart.tooltip?.setActiveElements([], { x: 0, y: 0 })
  chart.options.devicePixelRatio = SCALE
  chart.resize()
  chart.update('none')
}

/** As many points as the screen has, whichever screen that will be. */
function restore(chart: Chart): void {
  delete chart.options.devicePixelRatio
  chart.resize()
  chart.update('none')
}

function paintAll(root: HTMLElement, title: string, lines: readonly string[]): HTMLCanvasElement {
  const marks = marksOf(root)
  if (marks.length === 0) throw new NotDrawnError('There is nothing to see yet; try again once there is')
  const { left, top, right, bottom } = edgesOf(marks)
  const width = Math.max(LEAST_WIDTH_PX, right - left)
  const colours = namedColours(root, ['surface', 'ink', 'ink-soft'])
  const family = getComputedStyle(root).fontFamily
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d')
  if (!context) throw new Error('The browser gives no canvas; close some pages and try again')
  const heading = [
    { words: title, size: TITLE_PX, font: `700 ${TITLE_PX}px ${family}`, colour: colours.ink },
    ...lines.map((words) => ({
      words,
      size: LINE_PX,
      font: `400 ${LINE_PX}px ${family}`,
      colour: colours['ink-soft'],
    })),
  ].flatMap(({ words, ...look }) =>
    broken(context, words, look.font, width).map((text) => ({ text, ...look })),
  )
  const headingHeight = heading.reduce((sum, { size }) => sum + size * LEADING, AFTER_HEADING_PX)

  // Measuring comes first: giving a canvas its size empties it and forgets the font.
  canvas.width = Math.ceil((width + 2 * MARGIN_PX) * SCALE)
  canvas.height = Math.ceil((bottom - top + headingHeight + 2 * MARGIN_PX) * SCALE)
  context.scale(SCALE, SCALE)
  context.fillStyle = colours.surface
  context.fillRect(0, 0, canvas.width, canvas.height)
  let y = MARGIN_PX
  for (const { text, size, font, colour } of heading) {
    context.font = font
    context.fillStyle = colour
    context.fillText(text, MARGIN_PX, y + size)
    y += size * LEADING
  }
  context.translate(MARGIN_PX - left, MARGIN_PX + headingHeight - top)
  for (const mark of marks) mark.paint(context)
  return canvas
}

function edgesOf(marks: readonly Mark[]): Pick<Mark, 'left' | 'top' | 'right' | 'bottom'> {
  return {
    left: Math.min(...marks.map(({ left }) => left)),
    top: Math.min(...marks.map(({ top }) => top)),
    right: Math.max(...marks.map(({ right }) => right)),
    bottom: Math.max(...marks.map(({ bottom }) => bottom)),
  }
}

/** Words in lines no longer than `width`. */
function broken(context: CanvasRenderingContext2D, words: string, font: string, width: number): string[] {
  context.font = font
  const lines: string[] = []
  for (const word of words.split(' ')) {
    const line = lines.at(-1)
    const longer = line === undefined ? word : `${line} ${word}`
    if (line === undefined || context.measureText(longer).width > width) lines.push(word)
    else lines[lines.length - 1] = longer
  }
  return lines
}

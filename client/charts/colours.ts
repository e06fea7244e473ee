import type { ChartColours } from '../../server/charts/chart-colours.ts'

const HATCH_PX = 8

/** The colours of the present theme, from the style sheet's own custom properties. */
export function readColours(canvas: HTMLCanvasElement): ChartColours {
  // A property's own text may be a choice between light and dark; only a used colour is one a canvas understands.
  const colour = (name: string) => {
    canvas.style.color = `var(--${name})`
    return getComputedStyle(canvas).color
  }
  const colours = chartColours(colour)
  canvas.style.removeProperty('color')
  return colours
}

function chartColours(colour: (name: string) => string): ChartColours {
  return {
    surface: colour('surface'),
    text: colour('ink-soft'),
    grid: colour('line'),
    before: colour('before'),
    after: colour('after'),
    beforeWindow: colour('before-window'),
    afterWindow: colour('after-window'),
    ramp: hatch(colour('ramp')),
    cutover: colour('ink'),
    expected: colour('expected'),
    expectedBand: colour('expected-band'),
    tooltip: colour('tooltip'),
    tooltipText: colour('tooltip-ink'),
  }
}

/** Slanted lines, so that the settling-in period is told apart without colour. */
function hatch(colour: string): CanvasPattern | string {
  const tile = document.createElement('canvas')
  tile.width = HATCH_PX
  tile.height = HATCH_PX
  const context = tile.getContext('2d')
  if (!context) return colour
  context.strokeStyle = colour
  context.lineWidth = 1.5
  for (const start of [-HATCH_PX, 0, HATCH_PX]) {
    context.moveTo(start, HATCH_PX)
    context.lineTo(start + HATCH_PX, 0)
  }
  context.stroke()
  return context.createPattern(tile, 'repeat') ?? colour
}

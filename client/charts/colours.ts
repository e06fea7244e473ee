import type { ChartColours } from '../../server/charts/chart-colours.ts'

const HATCH_PX = 8

/** The colours of the present theme, from the style sheet's own custom properties. */
export function readColours(canvas: HTMLCanvasElement): ChartColours {
  return withColours(canvas, chartColours)
}

/** Further colours by the names of their custom properties. @example namedColours(canvas, ['good', 'bad']).good */
export function namedColours<Name extends string>(
  canvas: HTMLElement,
  names: readonly Name[],
): Record<Name, string> {
  return withColours(canvas, (colour) => {
    const entries = names.map((name) => [name, colour(name)] as const)
    return Object.fromEntries(entries) as Record<Name, string>
  })
}

function withColours<Colours>(
  canvas: HTMLElement,
  read: (colour: (name: string) => string) => Colours,
): Colours {
  // A property's own text may be a choice between light and dark; only a used colour is one a canvas understands.
  const colours = read((name) => {
    canvas.style.color = `var(--${name})`
    return getComputedStyle(canvas).color
  })
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

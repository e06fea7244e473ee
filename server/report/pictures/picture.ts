import { createCanvas, GlobalFonts } from '@napi-rs/canvas'
import type { ChartConfiguration, ChartItem } from 'chart.js'
import type { ChartColours } from '../../charts/chart-colours.ts'
import { fontFamily, fontFile } from '../../platform/fonts.ts'
import { palettePng } from './palette-png.ts'
import { lightChartColours, lightColours } from './light-colours.ts'
import { Chart } from './registered-chart.ts'

const HATCH_PX = 8

/** What a chart's configuration is made of beside its numbers and words. */
export type Looks = { colours: ChartColours; fontFamily: string }
/** Makes a chart's configuration in the looks it is given. */
export type ChartMaker<Points, Label> = (looks: Looks) => ChartConfiguration<'line', Points, Label>

/**
 * A chart as PNG, on white, with the letters of our own font file: what a host has installed makes no difference.
 * @param width, height in CSS pixels; the picture has `scale` times as many
 */
export function picture<Points, Label>({
  chart,
  width,
  height,
  scale,
}: {
  chart: ChartMaker<Points, Label>
  width: number
  height: number
  scale: number
}): Buffer {
  registerFonts()
  const canvas = createCanvas(width, height)
  const configuration = chart({ colours: lightChartColours(hatch()), fontFamily })
  // It has of a browser's canvas what chart.js uses.
  const drawn = new Chart(canvas as unknown as ChartItem, {
    ...configuration,
    options: {
      ...configuration.options,
      animation: false,
      responsive: false,
      // chart.js itself makes the canvas so many times larger.
      devicePixelRatio: scale,
      events: [],
    },
    plugins: [...(configuration.plugins ?? []), whiteGround],
  })
  // Before it is gone: chart.js gives the canvas back its size.
  const image = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
  drawn.destroy()
  return palettePng(image.data, image.width, image.height)
}

/** The families that canvases of this process can draw with. */
export function registeredFamilies(): string[] {
  registerFonts()
  return GlobalFonts.families.map(({ family }) => family)
}

function registerFonts(): void {
  if (GlobalFonts.has(fontFamily)) return
  for (const weight of ['regular', 'semibold'] as const) {
    // Without it the canvas falls back to whatever the host has, which on a bare host has no Korean.
    if (!GlobalFonts.registerFromPath(fontFile(weight), fontFamily))
      throw new Error(`picture: the font ${fontFile(weight)} cannot be read; reinstall the package`)
  }
}

const whiteGround = {
  id: 'whiteGround',
  beforeDraw({ ctx, width, height }: Pick<Chart, 'ctx' | 'width' | 'height'>) {
    ctx.save()
    ctx.fillStyle = lightColours.surface
    ctx.fillRect(0, 0, width, height)
    ctx.restore()
  },
}

/** Slanted lines, so that the settling-in period is told apart without colour. */
function hatch(): ChartColours['ramp'] {
  const tile = createCanvas(HATCH_PX, HATCH_PX)
  const context = tile.getContext('2d')
  context.strokeStyle = lightColours.ramp
  context.lineWidth = 1.5
  for (const start of [-HATCH_PX, 0, HATCH_PX]) {
    context.moveTo(start, HATCH_PX)
    context.lineTo(start + HATCH_PX, 0)
  }
  context.stroke()
  return context.createPattern(tile, 'repeat')
}

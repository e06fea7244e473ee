import type { ChartItem } from 'chart.js'
import type { Fill } from '../../../charts/chart-colours.ts'
import { fontFamily } from '../../../platform/fonts.ts'
import { lightChartColours, lightColours } from '../../pictures/light-colours.ts'
import type { ChartMaker } from '../../pictures/picture.ts'
import { Chart } from '../../pictures/registered-chart.ts'
import { Hatch } from './hatch.ts'
import { pdfCanvas } from './pdf-canvas.ts'

const HATCH_PX = 6

/**
 * Draws a chart into the present page.
 * @param place in points; `scale` points are one CSS pixel of the chart
 */
export function drawChart<Points, Label>(
  doc: PDFKit.PDFDocument,
  chart: ChartMaker<Points, Label>,
  { x, y, width, height, scale }: { x: number; y: number; width: number; height: number; scale: number },
): void {
  const size = { width: width / scale, height: height / scale }
  const colours = lightChartColours(hatchAsFill())
  const configuration = chart({ colours, fontFamily })
  doc.save()
  doc.translate(x, y).scale(scale)
  // It has of a canvas what chart.js uses.
  const drawn = new Chart(pdfCanvas(doc, size) as unknown as ChartItem, {
    ...configuration,
    options: {
      ...configuration.options,
      animation: false,
      responsive: false,
      devicePixelRatio: 1,
      events: [],
    },
  })
  doc.restore()
  drawn.destroy()
}

/** Only our own canvas meets it: chart.js hands it on as it is. */
function hatchAsFill(): Fill {
  return new Hatch(lightColours.ramp, HATCH_PX) as unknown as Fill
}

import type { ChartColours } from './chart-colours.ts'

const FONT_SIZE = 12

/** How the box looks in which a chart says what is under the pointer: the same in all charts. */
export function tooltipLook({
  colours,
  fontFamily,
}: {
  colours: Pick<ChartColours, 'tooltip' | 'tooltipText'>
  fontFamily: string
}) {
  return {
    displayColors: false,
    backgroundColor: colours.tooltip,
    titleColor: colours.tooltipText,
    bodyColor: colours.tooltipText,
    padding: 10,
    titleFont: { family: fontFamily, size: FONT_SIZE, weight: 'bold' as const },
    bodyFont: { family: fontFamily, size: FONT_SIZE },
  }
}

import type { Plugin } from 'chart.js'

type Label = { name: string; number: string; colour: string }
type Look = { narrowPx: number; font: string; halo: string }

const LINE_PX = 14
const GAP_PX = 9
const HALO_PX = 3

/** Names each line where it ends, or numbers it where there is no room; names that would touch are pushed apart. */
export function endLabels(labels: readonly Label[], { narrowPx, font, halo }: Look): Plugin<'line'> {
  return {
    id: 'endLabels',
    afterDatasetsDraw(chart) {
      const { ctx, chartArea, width } = chart
      const isNarrow = width < narrowPx
      const places = labels.flatMap(({ name, number, colour }, index) => {
        const end = chart
          .getDatasetMeta(index)
          .data.findLast(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))
        return end ? [{ words: isNarrow ? number : name, colour, x: end.x + GAP_PX, y: end.y }] : []
      })
      ctx.save()
      ctx.font = font
      ctx.textBaseline = 'middle'
      ctx.lineJoin = 'round'
      const measured = places.map((place) => ({ ...place, width: ctx.measureText(place.words).width }))
      for (const { words, colour, x, y } of apart(measured, chartArea)) {
        ctx.strokeStyle = halo
        ctx.lineWidth = HALO_PX
        ctx.strokeText(words, x, y)
        ctx.fillStyle = colour
        ctx.fillText(words, x, y)
      }
      ctx.restore()
    },
  }
}

type Place = { x: number; y: number; width: number }

/** The same places moved up or down until none touches another; all within the area. */
export function apart<Placed extends Place>(
  places: readonly Placed[],
  { top, bottom }: { top: number; bottom: number },
): Placed[] {
  const settled: Placed[] = []
  for (const place of places.toSorted((a, b) => a.y - b.y)) {
    const above = settled.filter(
      (other) => place.x < other.x + other.width && other.x < place.x + place.width,
    )
    const lowest = Math.max(top + LINE_PX / 2, ...above.map(({ y }) => y + LINE_PX))
    settled.push({ ...place, y: Math.max(place.y, lowest) })
  }
  const over = Math.max(0, ...settled.map(({ y }) => y + LINE_PX / 2 - bottom))
  return over === 0 ? settled : settled.map((place) => ({ ...place, y: place.y - over }))
}

import { alignedChart } from '../../charts/aligned-chart.ts'
import type { AlignedLine, LineLook } from '../../charts/aligned-chart.ts'
import { alignedText, distanceWords } from '../../charts/aligned-text.ts'
import { lineShape, seriesColours } from '../../charts/line-looks.ts'
import type { AlignedBrand } from '../../contract-aligned.ts'
import { isCalled } from '../../text/forest-order.ts'
import { lightColours } from '../pictures/light-colours.ts'
import { drawChart } from './canvas/draw-chart.ts'
import type { Entry } from './key.ts'
import { drawKey } from './key.ts'
import type { CompareContent } from './pdf-content.ts'
import type { Sheet } from './sheet.ts'
import { shorten } from './shorten.ts'
import { styles } from './styles.ts'
import type { Words } from './words.ts'

const ALIGNED = { height: 250, scale: 0.66 }
/** What the chart keeps free for a name beside the end of its line, in points. */
const NAME_ROOM = 118 * ALIGNED.scale
const nameStyle = { ...styles.smallStrong, size: 11 * ALIGNED.scale }

type MovedBrand = AlignedBrand & { move: NonNullable<AlignedBrand['move']> }

/** The brands' weeks counted from their own moves, each held against its own level before. */
export function drawAligned(sheet: Sheet, words: Words, content: CompareContent): void {
  const { text, language } = words
  const { aligned, metric, comparisons } = content
  const lined = aligned.brands.filter((one): one is MovedBrand => (one.move?.level ?? null) !== null)
  const called = new Set(comparisons.comparisons.filter(isCalled).map(({ brand }) => brand.id))
  const lines = lined.flatMap(({ brand, move }, place): AlignedLine[] =>
    content.lines.includes(brand.id)
      ? [
          {
            ...{ name: brand.name, number: place + 1, weeks: move.weeks },
            look: lookOf(place, called.has(brand.id)),
          },
        ]
      : [],
  )
  const rampWeeks = Math.max(0, ...lined.map(({ move }) => Math.ceil(move.rampWeeks ?? 0)))
  sheet.heading(text('aligned.title'), lines.length > 0 ? ALIGNED.height + 60 : 20)
  if (lines.length === 0) return sheet.paragraph('P', text('aligned.none'), styles.body)
  const told = [
    text(aligned.unit === 'ratio' ? 'aligned.textRatio' : 'aligned.textPoints', { n: -aligned.firstWeek }),
    ...(metric.kind === 'duration' ? [text('aligned.log')] : []),
    ...(lines.some(({ look }) => look.isBold) ? [text('aligned.bold')] : []),
    text('aligned.descriptive'),
  ]
  sheet.paragraph('P', told.join(' '), styles.small)
  const place = { x: sheet.left, y: sheet.y, width: sheet.width, ...ALIGNED }
  sheet.figure(altOf(), place, () =>
    drawChart(
      sheet.doc,
      (looks) =>
        alignedChart({
          // The key below has the whole names.
          lines: lines.map((line) => ({ ...line, name: shorten(sheet, line.name, nameStyle, NAME_ROOM) })),
          unit: aligned.unit,
          isLogarithmic: metric.kind === 'duration',
          firstWeek: aligned.firstWeek,
          lastWeek: aligned.lastWeek,
          rampWeeks,
          text: alignedText(words, metric, aligned.unit),
          ...looks,
        }),
      place,
    ),
  )
  sheet.y += ALIGNED.height
  const axis = { x: sheet.left, y: sheet.y, width: sheet.width, style: styles.small }
  sheet.y += sheet.write('P', text('aligned.axis'), { ...axis, align: 'center' }) + 2
  drawKey(sheet, [
    ...lines.map(({ name, number, look }): Entry => ({
      swatch: { kind: 'number', number: String(number), look },
      words: name,
    })),
    ...(rampWeeks > 0
      ? [{ swatch: { kind: 'hatch' } as const, words: text('aligned.ramp', { n: rampWeeks }) }]
      : []),
    {
      swatch: { kind: 'line', colour: lightColours['ink-soft'], dash: [] },
      words: text('aligned.asBefore'),
    },
  ])
  sheet.paragraph('P', text('aligned.running'), styles.small)

  function altOf(): string {
    const rows = lines.flatMap(({ name, weeks }) => {
      const last = weeks.findLast((week) => week.complete && week.distance !== null)
      if (!last || last.distance === null) return []
      const value = distanceWords(last.distance, aligned.unit, language)
      return [text('aligned.rowLabel', { brand: name, value, week: last.week + 1 })]
    })
    return text('aligned.label', {
      metric: metric.name[language],
      n: lines.length,
      first: -aligned.firstWeek,
      last: aligned.lastWeek + 1,
      rows: rows.join(' '),
    })
  }
}

function lookOf(place: number, isBold: boolean): LineLook {
  const colour = lightColours[seriesColours[place % seriesColours.length]]
  return { ...lineShape(place), colour, isBold }
}

import { createCanvas, loadImage } from '@napi-rs/canvas'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { chartText } from '../../../server/charts/weekly-chart-text.ts'
import { weeklyLine } from '../../../server/charts/weekly-line.ts'
import { catalog } from '../../../server/metrics/catalog.ts'
import { addDays } from '../../../server/periods/day.ts'
import { lightColours } from '../../../server/report/pictures/light-colours.ts'
import { picture, registeredFamilies } from '../../../server/report/pictures/picture.ts'
import { textIn } from '../../../server/text/catalogue.ts'
import { packageDirectory } from '../../rules/package-files.ts'
import { cellOf } from '../../http/account.ts'

const size = { width: 400, height: 200, scale: 2 }

describe('a chart as a picture', () => {
  it('is drawn with the letters of our own font', () => {
    expect(registeredFamilies()).toContain('Pretendard')
  })

  it('has as many pixels as its size and scale say', async () => {
    const image = await loadImage(weekly())

    expect([image.width, image.height]).toEqual([800, 400])
  })

  it('shows its line and its words on white', async () => {
    const counts = await coloursOf(weekly())

    expect(counts.get(lightColours.surface)).toBeGreaterThan(200_000)
    expect(counts.get(lightColours.after)).toBeGreaterThan(1000)
    expect(counts.get(lightColours['ink-soft'])).toBeGreaterThan(50)
  })
})

describe('the colours of what the server draws', () => {
  it('are those of the light scheme of the pages', () => {
    const style = readFileSync(join(packageDirectory, 'client/styles/tokens.css'), 'utf8')

    for (const [name, colour] of Object.entries(lightColours))
      expect(style).toContain(`--${name}: light-dark(${colour}, `)
  })
})

function weekly(): Buffer {
  const metric = catalog.find(({ key }) => key === 'first_reply')
  if (!metric) throw new Error('there is no first reply in the catalogue')
  const weeks = Array.from({ length: 20 }, (_, index) => ({
    from: addDays('2026-05-04', index * 7),
    to: addDays('2026-05-11', index * 7),
    value: 90 + 10 * (index % 3),
    n: 400,
    complete: true,
  }))
  const series = {
    asOf: '2026-11-15T23:30:00.000Z',
    comparison: cellOf(1, 'first_reply'),
    weeks,
    marks: [
      { kind: 'cutover' as const, day: '2026-05-04', name: { en: 'Move', ko: '전환' } },
      { kind: 'ramp_end' as const, day: '2026-05-18', name: { en: 'End', ko: '끝' } },
    ],
    course: null,
  }
  const text = chartText({ text: textIn('ko'), language: 'ko' }, metric)
  return picture({ ...size, chart: (looks) => weeklyLine({ series, kind: 'duration', text, ...looks }) })
}

/** How many pixels have which colour, as '#rrggbb'. */
async function coloursOf(png: Buffer): Promise<Map<string, number>> {
  const image = await loadImage(png)
  const canvas = createCanvas(image.width, image.height)
  const context = canvas.getContext('2d')
  context.drawImage(image, 0, 0)
  const { data } = context.getImageData(0, 0, image.width, image.height)
  const counts = new Map<string, number>()
  for (let at = 0; at < data.length; at += 4) {
    const colour = `#${[0, 1, 2].map((part) => data[at + part].toString(16).padStart(2, '0')).join('')}`
    counts.set(colour, (counts.get(colour) ?? 0) + 1)
  }
  return counts
}

import { buildPeer } from './peer.ts'
import { servePlainPage } from './plain-page.ts'
import type { Visitor } from './visit.ts'
import { medianOf, openFresh } from './visit.ts'

const VISITS = 9
const METRIC = 'first_reply'

/** Notes when the first chart can be seen: a canvas that is painted, or a line of SVG. Text, so that it goes as it is. */
const watch = `
  const paper = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
  const isPainted = (canvas) => {
    if (!canvas || canvas.width === 0 || canvas.height === 0) return false
    paper.clearRect(0, 0, 300, 150)
    paper.drawImage(canvas, 0, 0, 300, 150)
    return paper.getImageData(0, 0, 300, 150).data.some((value) => value !== 0)
  }
  window.drawn = new Promise((resolve) => {
    const look = () => {
      const line = document.querySelector('svg [aria-label="line"] path')
      if (line || isPainted(document.querySelector('canvas'))) resolve(performance.now())
      else requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
`

/**
 * From the first byte asked for to the first chart drawn, nothing kept in the browser: our brand page, the least a page
 * can do with the same numbers, and a page of another tool. Each is visited in turn.
 */
export async function chartTimes(visitor: Visitor): Promise<string[]> {
  const series = await seriesOf(visitor)
  const plain = await servePlainPage(series)
  const peer = await buildPeer(series)
  const visits: Record<string, string> = {
    'Cutover, brand page': `${visitor.url}/brands/${visitor.brandId}?lang=en`,
    'Chart.js on a bare page (the least)': plain.url,
    ...('url' in peer ? { [peer.name]: peer.url } : {}),
  }
  const times = new Map(Object.keys(visits).map((name): [string, number[]] => [name, []]))
  for (let visit = 0; visit <= VISITS; visit += 1)
    for (const [name, address] of Object.entries(visits)) {
      const time = await timeToChart(visitor, address)
      // The first round warms up whatever is warm for everybody who comes later.
      if (visit > 0) times.get(name)?.push(time)
    }
  await plain.close()
  if ('url' in peer) await peer.close()
  const least = medianOf(times.get('Chart.js on a bare page (the least)') ?? [])
  return [
    `Time to the first drawn chart, median of ${VISITS} visits with an empty cache:`,
    ...[...times].map(([name, all]) => {
      const middle = medianOf(all)
      return `  ${name}: ${middle.toFixed(0)} ms, ${(middle / least).toFixed(1)} times the least`
    }),
    ...('missing' in peer ? [`  ${peer.missing}`] : []),
  ]
}

async function seriesOf({ url, cookie, brandId }: Visitor): Promise<string> {
  const answer = await fetch(`${url}/api/v1/comparisons/${brandId}/${METRIC}`, { headers: { cookie } })
  if (!answer.ok) throw new Error(`seriesOf: answered ${answer.status}`)
  return answer.text()
}

async function timeToChart(visitor: Visitor, address: string): Promise<number> {
  const page = await openFresh(visitor, (opened) => opened.addInitScript({ content: watch }).then(() => {}))
  await page.goto(address)
  const time: number = await page.evaluate('window.drawn')
  await page.context().close()
  return time
}

import type { Visitor } from './visit.ts'
import { kilobytes, medianOf, openFresh, quantileOf } from './visit.ts'

const ROUNDS = 100
const WARM_UP = 5

/** How long the server takes for all answers of a page, one after the other, beside as many empty ones. */
export async function serverTimes(visitor: Visitor): Promise<string[]> {
  const pages: [name: string, path: string][] = [
    ['Overview', '/'],
    ['Brand', `/brands/${visitor.brandId}`],
    ['Compare', '/compare'],
    ['Bot', '/bot'],
    ['CSAT', '/csat'],
    ['Team', `/team?brand=${visitor.brandId}`],
    ['Conversations', '/conversations'],
    ['Data health', '/data-health'],
    ['Glossary', '/glossary'],
  ]
  const lines = ['Server time for the answers of a page, asked for one after the other, each page 100 times:']
  for (const [name, path] of pages) {
    const addresses = await answersOf(visitor, path)
    const empty: number[] = []
    const full: number[] = []
    let bytes = 0
    for (let round = -WARM_UP; round < ROUNDS; round += 1) {
      // In turn, so that whatever else the machine does slows both down.
      const [emptyTime] = await timeOf(
        visitor,
        addresses.map(() => '/healthz'),
      )
      const [time, received] = await timeOf(visitor, addresses)
      if (round < 0) continue
      empty.push(emptyTime)
      full.push(time)
      bytes = received
    }
    const [middle, slow] = [medianOf(full), quantileOf(full, 0.99)]
    lines.push(
      `  ${name}: ${addresses.length} answers, ${kilobytes(bytes)} unpacked, p50 ${middle.toFixed(1)} ms, p99 ${slow.toFixed(1)} ms; ${(middle / medianOf(empty)).toFixed(1)} times what as many empty answers take`,
    )
  }
  return lines
}

/** What a page asks the server for until it is drawn. */
async function answersOf(visitor: Visitor, path: string): Promise<string[]> {
  const asked: string[] = []
  const page = await openFresh(visitor, async (opened) => {
    opened.on('request', (request) => {
      const { pathname, search } = new URL(request.url())
      if (pathname.startsWith('/api/v1/') && !pathname.endsWith('/events')) asked.push(pathname + search)
    })
    await Promise.resolve()
  })
  await page.goto(visitor.url + path)
  await page.locator('main h1').waitFor()
  await page.locator('main [aria-busy]').waitFor({ state: 'detached' })
  await page.context().close()
  return asked
}

/** Milliseconds and bytes of these answers, one after the other. */
async function timeOf(
  { url, cookie }: Visitor,
  addresses: readonly string[],
): Promise<[milliseconds: number, bytes: number]> {
  let bytes = 0
  const begun = performance.now()
  for (const address of addresses) {
    const answer = await fetch(url + address, { headers: { cookie } })
    if (!answer.ok) throw new Error(`timeOf: ${address} was answered ${answer.status}`)
    bytes += (await answer.arrayBuffer()).byteLength
  }
  return [performance.now() - begun, bytes]
}

import { demoPassword } from '../../demo-people.ts'
import { launchBrowser } from '../../browser/chromium.ts'
import { startDemoWeb } from '../../support/demo-web.ts'
import { chartTimes } from './chart-times.ts'
import { pageWeights } from './page-weights.ts'
import { serverTimes } from './server-times.ts'

/** What a page costs: bytes until it is there, the server's time, and the time until the first chart is drawn. */
export async function web(): Promise<string[]> {
  const server = await startDemoWeb(Number(process.env.BENCH_SCALE ?? 0.05))
  const browser = await launchBrowser()
  try {
    const cookie = await signIn(server.url)
    const visitor = { url: server.url, cookie, browser, brandId: await movedBrand(server.url, cookie) }
    return [...(await pageWeights(visitor)), ...(await serverTimes(visitor)), ...(await chartTimes(visitor))]
  } finally {
    await browser.close()
    await server.close()
  }
}

async function signIn(url: string): Promise<string> {
  const answer = await fetch(`${url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email: 'admin@demo.example', password: demoPassword }),
  })
  if (!answer.ok) throw new Error(`signIn: answered ${answer.status}`)
  return answer.headers.getSetCookie()[0].split(';')[0]
}

async function movedBrand(url: string, cookie: string): Promise<number> {
  const answer = await fetch(`${url}/api/v1/brands`, { headers: { cookie } })
  const { brands } = (await answer.json()) as {
    brands: { id: number; cutover: { wentLiveOn: string } | null }[]
  }
  const moved = brands.find(({ cutover }) => cutover !== null && cutover.wentLiveOn < '2026-08-01')
  if (!moved) throw new Error('movedBrand: no brand moved long ago; raise BENCH_SCALE')
  return moved.id
}

import type { Visitor } from './visit.ts'
import { kilobytes, openFresh } from './visit.ts'

type Weight = { requests: number; bytes: number }

const kinds: Record<string, string> = {
  Document: 'HTML',
  Script: 'JavaScript',
  Stylesheet: 'CSS',
  Fetch: 'answers',
}

/** What goes over the wire for the first page and for a page of charts, compressed, headers included. */
export async function pageWeights(visitor: Visitor): Promise<string[]> {
  const lines: string[] = []
  for (const [name, path, ready] of [
    ['First page', '/?lang=en', 'h1'],
    ['Brand page with its charts', `/brands/${visitor.brandId}?lang=en`, 'canvas'],
  ])
    lines.push(`${name}: ${wordsOf(await weigh(visitor, path, ready))}`)
  return lines
}

async function weigh(visitor: Visitor, path: string, ready: string): Promise<Map<string, Weight>> {
  const weights = new Map<string, Weight>()
  const kindOf = new Map<string, string>()
  const page = await openFresh(visitor, async (opened, context) => {
    const wire = await context.newCDPSession(opened)
    await wire.send('Network.enable')
    wire.on('Network.responseReceived', ({ requestId, type }) =>
      kindOf.set(requestId, kinds[type] ?? 'other'),
    )
    wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const kind = kindOf.get(requestId) ?? 'other'
      const { requests, bytes } = weights.get(kind) ?? { requests: 0, bytes: 0 }
      weights.set(kind, { requests: requests + 1, bytes: bytes + encodedDataLength })
    })
  })
  await page.goto(visitor.url + path)
  await page.locator(`main ${ready}`).first().waitFor()
  // What the page fetches once it is there belongs to it as well.
  await page.waitForTimeout(1500)
  await page.context().close()
  return weights
}

function wordsOf(weights: Map<string, Weight>): string {
  const all = [...weights.values()]
  const requests = all.reduce((sum, one) => sum + one.requests, 0)
  const bytes = all.reduce((sum, one) => sum + one.bytes, 0)
  const parts = [...weights].map(([kind, weight]) => `${kind} ${kilobytes(weight.bytes)}`)
  return `${requests} requests, ${kilobytes(bytes)} (${parts.join(', ')})`
}

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { beforeAll, describe, expect, it } from 'vitest'
import type { DatabaseContent } from '../../support/database-content.ts'
import { testNow } from '../../support/test-context.ts'
import { createSmallWorld } from '../../zendesk-sim/world/create-small-world.ts'
import { differences, disturbedReading, undisturbedContent } from './disturbed-account.ts'

const world = createSmallWorld(testNow, { scale: 0.03 })

let wanted: DatabaseContent

beforeAll(async () => {
  wanted = await undisturbedContent(world)
})

describe('an account whose links name another host', () => {
  it('is read to the end, and the other host is never asked', { timeout: 120_000 }, async () => {
    const { asked, url, close } = await foreignHost()

    const { content } = await disturbedReading(world, {
      linkHost: url,
      pageRows: 100,
    })

    expect(asked).toEqual([])
    expect(differences(content, wanted)).toEqual([])
    close()
  })

  it('and an answer that redirects there is told, not followed', { timeout: 120_000 }, async () => {
    const { asked, url, close } = await foreignHost()
    let redirects = 0

    const { content, said, leaks } = await disturbedReading(world, {
      faults: ({ path }) =>
        path.includes('/incremental/') && redirects++ < 2
          ? { kind: 'status', status: 302, headers: { Location: url } }
          : null,
    })

    expect(asked).toEqual([])
    expect(said.join()).toContain('redirects')
    expect(leaks).toEqual([])
    expect(differences(content, wanted)).toEqual([])
    close()
  })
})

/** Another host that notes what it is asked. */
async function foreignHost(): Promise<{ asked: string[]; url: string; close(): void }> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.end('{}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { asked, url: `http://127.0.0.1:${port}`, close: () => void server.close() }
}

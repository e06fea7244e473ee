import { afterEach, describe, expect, it } from 'vitest'
import { at, openSimulator } from './call-simulator.ts'
import { aBotTicket, aChat, aTicket, aWorld, day, hour, now, outdoor } from './tiny-world.ts'

let close: () => Promise<void> = () => Promise.resolve()
afterEach(() => close())

describe('the count of tickets', () => {
  it('is by brand, channel, scope and creation', async () => {
    const simulator = await openSimulator({
      world: aWorld(
        [aChat(now - 2 * day, { id: '2611.1.a', ticketId: 21, ticketBrandId: outdoor })],
        [
          aTicket(now - 2 * day, { id: 11 }),
          aTicket(now - hour, { id: 12 }),
          aBotTicket(now - 2 * day, { id: 13, handedOffAt: null }),
          aTicket(now - 2 * day, { id: 14, deletedAt: now - day }),
        ],
      ),
      clock: { now: () => now },
    })
    close = simulator.close
    const { support } = simulator
    const count = async (query: string) =>
      at((await support(`/api/v2/search/count?query=${encodeURIComponent(query)}`)).json, 'count')
    const window = 'created>=2026-11-14T00:00:00Z created<2026-11-15T00:00:00Z'

    expect(await count(`type:ticket brand:${outdoor} via:native_messaging ${window}`)).toBe(1)
    expect(await count(`type:ticket brand:${outdoor} via:chat ${window}`)).toBe(1)
    expect(
      await count(`type:ticket brand:${outdoor} via:native_messaging ${window} support_type:ai_agent`),
    ).toBe(1)
    expect(await count('type:ticket')).toBe(3)
    expect((await support('/api/v2/search/count?query=%3F%3F')).status).toBe(422)
  })
})

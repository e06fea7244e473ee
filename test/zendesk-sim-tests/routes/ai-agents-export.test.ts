import { afterEach, describe, expect, it } from 'vitest'
import { demoCredentials } from '../../zendesk-sim/credentials.ts'
import { at, openSimulator, postJson } from './call-simulator.ts'
import { aTicket, aWorld, day, hour, minute, now } from './tiny-world.ts'

let close: () => Promise<void> = () => Promise.resolve()
afterEach(() => close())

const path = '/ai-agents/api/data-export/v3/get-signed-urls'
const botId = 'b0700001'

/** Five conversations with the bot on 14 November (UTC) and one 40 days before. */
async function open(clock = { now: () => now }) {
  const starts = [...[1, 2, 3, 4, 5].map((hours) => now - 2 * day + hours * hour), now - 40 * day]
  const tickets = starts.map((startedAt, index) =>
    aTicket(startedAt, { id: 11 + index, bot: true, botMessages: 1, handedOffAt: null }),
  )
  const simulator = await openSimulator({ world: aWorld([], tickets), clock })
  close = simulator.close
  const sign = (date: string, headers: Record<string, string> = {}) =>
    postJson(
      simulator.url + path,
      { date },
      { authorization: demoCredentials.aiAgentsKey, botId, organizationId: 'demo', ...headers },
    )
  return { ...simulator, sign }
}

describe('the data export of AI agents', () => {
  it('takes the bare key and refuses it behind "Bearer"', async () => {
    const { sign } = await open()

    expect((await sign('2026-11-14')).status).toBe(200)
    expect(
      (await sign('2026-11-14', { authorization: `Bearer ${demoCredentials.aiAgentsKey}` })).status,
    ).toBe(401)
  })

  it('has nothing for an unknown bot, an empty day, today and a day long gone', async () => {
    const { sign } = await open()

    expect((await sign('2026-11-14', { botId: 'nobody' })).status).toBe(404)
    expect((await sign('2026-11-13')).status).toBe(404)
    expect((await sign('2026-11-16')).status).toBe(404)
    expect((await sign('2026-10-07')).status).toBe(404)
  })

  it('signs an address that needs no credential, with keys in capitals, an older copy and a test row', async () => {
    const { sign } = await open()
    const signed = await sign('2026-11-14')

    const file = await fetch(String(at(signed.json, 'urls', 0)))
    const rows: unknown = await file.json()

    expect(at(rows, 0)).toMatchObject({ BOT_ID: botId, TEST_MODE: false, CHANNEL: 'messaging' })
    expect(rows).toHaveLength(7)
    expect(at(rows, 5)).toMatchObject({
      CONVERSATION_ID: at(rows, 0, 'CONVERSATION_ID'),
      CONVERSATION_STATUS: 'No status',
    })
    expect(at(rows, 6, 'TEST_MODE')).toBe(true)
  })

  it('lets the file of a day grow for a day', async () => {
    const { sign } = await open({ now: () => now - day + hour })
    const signed = await sign('2026-11-14')

    const rows: unknown = await (await fetch(String(at(signed.json, 'urls', 0)))).json()

    expect(rows).toHaveLength(5)
  })

  it('refuses an address whose time has passed or that nobody signed', async () => {
    let moment = now
    const { sign } = await open({ now: () => moment })
    const address = String(at((await sign('2026-11-14')).json, 'urls', 0))

    moment = now + day + minute

    expect((await fetch(address)).status).toBe(403)
    expect((await fetch(address.replace(/sig=\w+/, 'sig=0'))).status).toBe(403)
  })
})

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkConnection } from '../../jobs/check-connection.ts'
import type { Config } from '../../server/platform/config.ts'
import { frozenClock } from '../../server/platform/clock.ts'
import { readPermissionChecks, storePermissionChecks } from '../../server/store/permission-checks.ts'
import { storeSecrets } from '../../server/store/secrets.ts'
import { isConnectionCode } from '../../server/text/connection.ts'
import { storeConversations } from '../../server/store/conversations.ts'
import { writeAccountSettings } from '../../server/store/settings.ts'
import { demoSettings } from '../zendesk-sim/demo-settings.ts'
import type { SimulatorOptions } from '../zendesk-sim/server.ts'
import { startSimulator } from '../zendesk-sim/server.ts'
import { createSmallWorld } from '../zendesk-sim/world/create-small-world.ts'
import { ticketFacts } from '../support/conversation-facts.ts'
import type { TestContext } from '../support/test-context.ts'
import { testConfig, testContext, testNow } from '../support/test-context.ts'

const world = createSmallWorld(testNow)
const apiToken = { kind: 'token', email: 'admin@demo.example', apiToken: 'demo-api-token' } as const
let zendesk: Awaited<ReturnType<typeof startSimulator>> | null = null
let ctx: TestContext

afterEach(async () => {
  await zendesk?.close()
  zendesk = null
})

describe('an account that lets everything be read', () => {
  beforeEach(() => account({}))

  it('is told so, stream by stream', async () => {
    withOneTicket()

    expect(await checkConnection(ctx, new AbortController().signal)).toEqual({ allowed: 11 })
    expect(found()).toEqual({
      credential: 'allowed credential_oauth',
      account: 'allowed account_allowed',
      chats: 'allowed chats_allowed',
      'tickets-agent': 'allowed tickets_allowed',
      'tickets-ai-agent': 'allowed ai_agent_tickets_allowed',
      'ticket-details': 'allowed ticket_details_allowed',
      'satisfaction-ratings': 'allowed satisfaction_ratings_allowed',
      'survey-responses': 'allowed survey_responses_allowed',
      engagements: 'allowed engagements_allowed',
      'bot-conversations': expect.stringMatching(/^allowed bot_conversations_(allowed|no_file)$/),
      reconciliation: 'allowed reconciliation_allowed',
    })
  })

  it('is asked little: two exports, and one page of one row each', async () => {
    withOneTicket()

    await checkConnection(ctx, new AbortController().signal)

    const asked = zendesk?.requests.map(({ path }) => path) ?? []
    expect(asked.filter((path) => path.includes('/incremental/tickets'))).toHaveLength(2)
    expect(asked.length).toBeLessThan(16)
  })

  it('cannot tell about single tickets before there is one', async () => {
    await checkConnection(ctx, new AbortController().signal)

    expect(found()['ticket-details']).toBe('unknown ticket_details_untried')
  })
})

describe('a credential that opens too little', () => {
  it('belongs to an agent: what agents may read stays allowed', async () => {
    await account({ role: 'agent' })

    await checkConnection(ctx, new AbortController().signal)

    expect(found()).toMatchObject({
      credential: 'refused credential_not_admin',
      account: 'allowed account_allowed',
      chats: 'allowed chats_allowed',
      'tickets-agent': 'refused tickets_403',
      'survey-responses': 'refused survey_responses_403',
      reconciliation: 'allowed reconciliation_allowed',
    })
  })

  it('has a scope that gets a token and then nothing: the scope is named, with Zendesk’s own words', async () => {
    await account({ grantedScope: 'hc:read' })

    await checkConnection(ctx, new AbortController().signal)

    const [credential, brands] = readPermissionChecks(ctx.db)
    expect(credential).toMatchObject({
      state: 'refused',
      code: 'scope_missing',
      detail: 'You are missing the following required scopes: read',
    })
    expect(brands).toMatchObject({ state: 'refused', code: 'scope_missing' })
    expect(found().chats).toBe('allowed chats_allowed')
  })

  it('is wrong: Zendesk answers a stranger, which is not taken for a yes', async () => {
    await account({}, { credential: { ...apiToken, apiToken: 'wrong' } })

    await checkConnection(ctx, new AbortController().signal)

    expect(found()).toMatchObject({
      credential: 'refused credential_anonymous',
      account: 'unknown credential_first',
      'tickets-agent': 'unknown credential_first',
      chats: 'allowed chats_allowed',
    })
  })

  it('is an OAuth client with another secret: it is asked about once', async () => {
    const credential = { kind: 'oauth', clientId: 'cutover-demo', clientSecret: 'wrong' } as const
    await account({}, { credential })

    await checkConnection(ctx, new AbortController().signal)

    expect(found()).toMatchObject({
      credential: 'refused token_invalid_client',
      reconciliation: 'unknown credential_first',
    })
    expect(zendesk?.requests.filter(({ path }) => path === '/oauth/tokens')).toHaveLength(1)
  })

  it('does not show who it belongs to: no administrator is claimed that no answer proves', async () => {
    await account({})
    const forbidden = { kind: 'status', status: 403, body: '{"error":"Forbidden"}' } as const
    zendesk?.setFaults(({ path }) => (/users\/me|\/incremental\/tickets/.test(path) ? forbidden : null))

    await checkConnection(ctx, new AbortController().signal)

    expect(found()).toMatchObject({ credential: 'refused tickets_403', account: 'allowed account_allowed' })
  })

  it('does not show who it belongs to, but reads what only administrators may', async () => {
    await account({})
    const forbidden = { kind: 'status', status: 403, body: '{"error":"Forbidden"}' } as const
    zendesk?.setFaults(({ path }) => (path.includes('users/me') ? forbidden : null))

    await checkConnection(ctx, new AbortController().signal)

    expect(found().credential).toBe('allowed credential_oauth')
  })

  it('is missing', async () => {
    await account({}, { credential: { kind: 'oauth', clientId: 'cutover-demo', clientSecret: null } })

    await checkConnection(ctx, new AbortController().signal)

    expect(found().credential).toBe('not_configured credential_missing')
  })
})

describe('an API token', () => {
  it('is allowed, with the day it ends', async () => {
    await account({}, { credential: apiToken })

    await checkConnection(ctx, new AbortController().signal)

    expect(found()).toMatchObject({
      credential: 'allowed api_token_ends',
      account: 'allowed account_allowed',
    })
  })

  it('is not sent after that day', async () => {
    await account({}, { credential: apiToken }, Date.parse('2027-05-01T00:00:00Z'))

    await checkConnection(ctx, new AbortController().signal)

    expect(found().credential).toBe('refused api_token_ended')
    expect(zendesk?.requests.filter(({ credential }) => credential === 'basic')).toEqual([])
  })
})

describe('sources an account has not, or nobody has set up', () => {
  it('are absent or refused, each with its own sentence', async () => {
    await account({ features: { chat: false, satisfactionRatings: false, aiAgents: false } })

    await checkConnection(ctx, new AbortController().signal)

    expect(found()).toMatchObject({
      credential: 'allowed credential_oauth',
      chats: 'absent chats_404',
      'satisfaction-ratings': 'refused satisfaction_ratings_403',
    })
    for (const { code } of readPermissionChecks(ctx.db)) expect(isConnectionCode(code), code).toBe(true)
  })

  it('are not configured', async () => {
    await account({}, { chatToken: null }, testNow, null)

    await checkConnection(ctx, new AbortController().signal)

    expect(found()).toMatchObject({
      chats: 'not_configured chats_not_configured',
      'bot-conversations': 'not_configured bot_conversations_not_configured',
    })
  })

  it('are configured by what is stored', async () => {
    await account({}, { chatToken: null })
    const secrets = new Map([['ZENDESK_CHAT_TOKEN', 'demo-chat-token'] as const])
    storeSecrets(ctx.db, secrets, { appSecret: ctx.config.appSecret, now: testNow })

    await checkConnection(ctx, new AbortController().signal)

    expect(found().chats).toBe('allowed chats_allowed')
  })

  it('Chat may be read with a client of its own', async () => {
    const chatClient = { clientId: 'cutover-demo-chat', clientSecret: 'demo-chat-client-secret' }
    await account({}, { chatToken: null, chatClient })

    await checkConnection(ctx, new AbortController().signal)

    expect(found().chats).toBe('allowed chats_allowed')
  })
})

describe('a check', () => {
  it('replaces the one before', async () => {
    await account({})
    storePermissionChecks(ctx.db, [
      { subject: 'from before', state: 'unknown', code: 'upstream', detail: null, checked_at: 1 },
    ])

    await checkConnection(ctx, new AbortController().signal)

    expect(found()).not.toHaveProperty('from before')
    expect(readPermissionChecks(ctx.db)[0]?.checked_at).toBe(testNow)
  })

  it('that is stopped leaves the one before', async () => {
    await account({})

    await expect(checkConnection(ctx, AbortSignal.abort(new Error('stopped')))).rejects.toThrow('stopped')
    expect(readPermissionChecks(ctx.db)).toEqual([])
  })

  it('of an account that does not answer says so', async () => {
    await account({})
    zendesk?.setFaults(() => ({ kind: 'status', status: 502 }))

    await checkConnection(ctx, new AbortController().signal)

    expect(found()).toMatchObject({ credential: 'unknown no_answer', chats: 'unknown no_answer' })
  })
})

async function account(
  simulated: Partial<SimulatorOptions>,
  connection: Partial<Config['zendesk']> = {},
  now = testNow,
  apiKey: string | null = 'demo-ai-agents-key',
): Promise<void> {
  const clock = frozenClock(now)
  zendesk = await startSimulator({ world, clock, limits: 'off', ...simulated })
  ctx = testContext({
    clock,
    config: {
      zendesk: { ...testConfig().zendesk, rateWindowScale: 6_000, ...connection, baseUrl: zendesk.url },
      aiAgents: { ...testConfig().aiAgents, baseUrl: `${zendesk.url}/ai-agents/api`, apiKey },
    },
  })
  writeAccountSettings(ctx.db, demoSettings(world), now)
}

function withOneTicket(): void {
  storeConversations(ctx.db, [ticketFacts({ ticket_id: world.tickets[0]?.id ?? 0 })])
}

/** State and code by subject. */
function found(): Record<string, string> {
  return Object.fromEntries(
    readPermissionChecks(ctx.db).map(({ subject, state, code }) => [subject, `${state} ${code}`]),
  )
}

import { describe, expect, it } from 'vitest'
import { frozenClock } from '../../../server/platform/clock.ts'
import type { Config } from '../../../server/platform/config.ts'
import { createCredentials } from '../../../jobs/zendesk/credentials.ts'
import type { PostForToken } from '../../../jobs/zendesk/fetch-token.ts'
import { testConfig, testNow } from '../../support/test-context.ts'

const support = { bucket: 'account', path: '/api/v2/brands' } as const
const chat = { bucket: 'chat', path: '/api/v2/chat/account' } as const
const aiAgents = { bucket: 'ai-agents', path: '/data-export/v3/get-signed-urls' } as const
const apiToken = { kind: 'token', email: 'ops@acme.example', apiToken: 'the-api-token' } as const
const chatClient = { clientId: 'chat client', clientSecret: 'chat secret' } as const

describe('each part of Zendesk', () => {
  it('gets its own credential', async () => {
    const { credentials } = having({}, [issued('support-token')])

    expect(await credentials.authorization(support)).toBe('Bearer support-token')
    expect(await credentials.authorization(chat)).toBe('Bearer demo-chat-token')
    expect(await credentials.authorization(aiAgents)).toBe('demo-ai-agents-key')
  })

  it('gets none when the request names another part', async () => {
    const { credentials } = having({}, [issued('support-token')])

    expect(() => credentials.authorization({ ...chat, path: '/api/v2/tickets' })).toThrow(
      'another credential',
    )
    expect(() => credentials.authorization({ ...support, path: '/api/v2/chat/chats' })).toThrow(
      'another credential',
    )
  })
})

describe('an OAuth client', () => {
  it('asks for the scope "read" and sends nothing else than the standard names', async () => {
    const { credentials, posted } = having({}, [issued('t')])

    await credentials.authorization(support)

    expect(posted).toEqual([
      {
        path: '/oauth/tokens',
        encoding: 'json',
        body: {
          grant_type: 'client_credentials',
          client_id: 'cutover-demo',
          client_secret: 'demo-client-secret',
          scope: 'read',
          expires_in: 1800,
        },
      },
    ])
  })

  it.each([
    ['without an end', '{"access_token":"t"}'],
    ['whose end is null', '{"access_token":"t","expires_in":null}'],
    ['whose end makes no sense', '{"access_token":"t","expires_in":-1}'],
  ])('gets a token %s', async (_what, text) => {
    const { credentials, posted } = having({}, [{ status: 200, text }])

    expect(await credentials.authorization(support)).toBe('Bearer t')
    expect(await credentials.authorization(support)).toBe('Bearer t')
    expect(posted).toHaveLength(1)
  })

  it('asks without naming a life where the account does not know that', async () => {
    const refused = { status: 400, text: '{"error":"invalid_request"}' }
    const { credentials, posted } = having({}, [refused, issued('t')])

    expect(await credentials.authorization(support)).toBe('Bearer t')
    expect(posted[1]?.body).not.toHaveProperty('expires_in')
  })

  it.each([
    [401, '{"error":"invalid_client"}', 'token_invalid_client'],
    [400, '{"error":"invalid_client"}', 'token_invalid_client'],
    [400, '{"error":"unauthorized_client"}', 'token_invalid_client'],
    [400, '{"error":"invalid_scope"}', 'token_invalid_scope'],
    [403, '<html>no</html>', 'token_refused'],
    [404, '{"error":"InvalidEndpoint"}', 'token_404'],
    [302, '', 'redirected'],
  ])('refused with %i %s is explained', async (status, text, code) => {
    const { credentials } = having({}, [{ status, text }])

    await expect(credentials.authorization(support)).rejects.toMatchObject({
      name: 'UpstreamError',
      code,
      status,
    })
  })

  it('without its secret is explained before anything is sent', async () => {
    const credential = { kind: 'oauth', clientId: 'client', clientSecret: null } as const
    const { credentials, posted } = having({ credential }, [])

    await expect(credentials.authorization(support)).rejects.toThrow(
      'set ZENDESK_CLIENT_SECRET (or ZENDESK_API_TOKEN) in the environment, or store it with npm run admin -- connect',
    )
    expect(posted).toEqual([])
  })
})

describe('an API token', () => {
  it('is sent up to the last day of API tokens, and no longer', async () => {
    const lastDay = having({ credential: apiToken }, [], '2027-04-30T23:59:59Z')
    const dayAfter = having({ credential: apiToken }, [], '2027-05-01T00:00:00Z')

    expect(await lastDay.credentials.authorization(support)).toBe(
      `Basic ${Buffer.from('ops@acme.example/token:the-api-token').toString('base64')}`,
    )
    await expect(dayAfter.credentials.authorization(support)).rejects.toMatchObject({
      code: 'api_token_ended',
    })
  })

  it('is not renewed', async () => {
    const { credentials } = having({ credential: apiToken }, [])

    expect(credentials.renew(await credentials.authorization(support))).toBe(false)
  })
})

describe('Chat', () => {
  it('takes a token of its own client, asked for with a form', async () => {
    const { credentials, posted } = having({ chatToken: null, chatClient }, [
      issued('chat-1'),
      issued('chat-2'),
    ])

    const first = await credentials.authorization(chat)

    expect(first).toBe('Bearer chat-1')
    expect(posted[0]).toMatchObject({ path: '/oauth2/chat/token', encoding: 'form' })
    expect(credentials.renew(first)).toBe(true)
    expect(await credentials.authorization(chat)).toBe('Bearer chat-2')
  })

  it('keeps its renewals apart from those of Support', async () => {
    const { credentials, posted } = having({ chatToken: null, chatClient }, [
      issued('support-1'),
      issued('chat-1'),
      issued('chat-2'),
    ])
    await credentials.authorization(support)
    credentials.renew(await credentials.authorization(chat))

    await credentials.authorization(chat)

    expect(await credentials.authorization(support)).toBe('Bearer support-1')
    expect(posted).toHaveLength(3)
  })

  it('that gives its client no token is explained', async () => {
    const { credentials } = having({ chatToken: null, chatClient }, [
      { status: 400, text: '{"error":"invalid_client"}' },
    ])

    await expect(credentials.authorization(chat)).rejects.toMatchObject({ code: 'chat_token_refused' })
  })

  it('without any token is explained, with both ways to give one', async () => {
    const { credentials } = having({ chatToken: null }, [])

    await expect(credentials.authorization(chat)).rejects.toThrow(
      /^ZENDESK_CHAT_TOKEN is missing.*set it in the environment or store it with npm run admin -- connect/,
    )
  })
})

describe('texts from outside', () => {
  it('lose every credential in use', async () => {
    const { credentials } = having({ credential: apiToken }, [])
    const basic = Buffer.from('ops@acme.example/token:the-api-token').toString('base64')

    const shown = credentials.hide(
      `${basic} the-api-token demo-chat-token demo-ai-agents-key ops@acme.example fine`,
    )

    expect(shown).toBe('[hidden] [hidden] [hidden] [hidden] [hidden] fine')
  })

  it('lose the token that was just issued', async () => {
    const { credentials } = having({}, [issued('just-issued')])
    await credentials.authorization(support)

    expect(credentials.hide('no: just-issued')).toBe('no: [hidden]')
  })
})

function issued(token: string) {
  return { status: 201, text: JSON.stringify({ access_token: token, expires_in: 1800 }) }
}

function having(
  zendesk: Partial<Config['zendesk']>,
  answers: readonly { status: number; text: string }[],
  now: string | number = testNow,
) {
  const posted: { path: string; body: unknown; encoding: string }[] = []
  const queue = [...answers]
  const post: PostForToken = (path, body, encoding) => {
    posted.push({ path, body, encoding })
    const answer = queue.shift()
    return answer ? Promise.resolve(answer) : Promise.reject(new Error('no more answers'))
  }
  const config = { ...testConfig(), zendesk: { ...testConfig().zendesk, ...zendesk } }
  return { credentials: createCredentials(config, frozenClock(now), post), posted }
}

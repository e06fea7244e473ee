import { afterEach, describe, expect, it } from 'vitest'
import { at, openSimulator, postToken, takeToken } from './call-simulator.ts'
import { now } from './tiny-world.ts'

let close: () => Promise<void> = () => Promise.resolve()
afterEach(() => close())

async function open(options: Parameters<typeof openSimulator>[0] = {}) {
  const simulator = await openSimulator(options)
  close = simulator.close
  return simulator
}

describe('access to the Support API', () => {
  it('is given for client credentials: 201 and thirty minutes', async () => {
    const { url } = await open()

    const answer = await postToken(url)

    expect(answer.status).toBe(201)
    expect(answer.json).toMatchObject({ token_type: 'bearer', scope: 'read', expires_in: 1800 })
  })

  it('is refused to an unknown client, another grant and an unknown scope', async () => {
    const { url } = await open()

    expect((await postToken(url, { client_secret: 'wrong' })).status).toBe(401)
    expect((await postToken(url, { grant_type: 'password' })).status).toBe(400)
    expect((await postToken(url, { scope: 'everything' })).json).toMatchObject({ error: 'invalid_scope' })
  })

  it('ends with the token: invalid_token once its time has passed', async () => {
    let moment = now
    const { support } = await open({ clock: { now: () => moment }, tokenLifetimeSeconds: 300 })
    expect((await support('/api/v2/brands')).status).toBe(200)

    moment += 300_000

    const answer = await support('/api/v2/brands')
    expect(answer.status).toBe(401)
    expect(answer.json).toMatchObject({ error: 'invalid_token' })
  })

  it('ends when every token is revoked', async () => {
    const { support, revokeTokens } = await open()

    revokeTokens()

    expect((await support('/api/v2/brands')).status).toBe(401)
  })

  it('needs the global scope: a smaller one gives a token that opens nothing', async () => {
    const { url, call } = await open()
    const token = await takeToken(url, { scope: 'tickets:read' })

    const answer = await call('/api/v2/brands', `Bearer ${token}`)

    expect(answer.status).toBe(403)
    expect(at(answer.json, 'description')).toBe('You are missing the following required scopes: read')
  })

  it('is given for an e-mail address and API token too', async () => {
    const credentials = { email: 'admin@demo.example', apiToken: 'legacy' }
    const { call } = await open({ credentials })
    const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`

    expect((await call('/api/v2/brands', basic('admin@demo.example/token:legacy'))).status).toBe(200)
    expect((await call('/api/v2/brands', basic('admin@demo.example/token:other'))).json).toEqual({
      error: "Couldn't authenticate you",
    })
  })

  it('is refused without credentials, though users/me answers an anonymous user', async () => {
    const { call } = await open()

    expect((await call('/api/v2/brands', null)).status).toBe(401)
    const me = await call('/api/v2/users/me.json', null)
    expect(me.status).toBe(200)
    expect(me.json).toMatchObject({ user: { id: null, name: 'Anonymous user' } })
  })

  it('has another error shape below /guide', async () => {
    const { call } = await open()

    const answer = await call('/api/v2/guide/survey_responses', null)

    expect(answer.json).toEqual({
      errors: [{ code: 'Unauthorized', status: '401', title: 'Unauthorized to access the resource' }],
    })
  })

  it('answers 404 where there is no such endpoint', async () => {
    const { support } = await open()

    expect((await support('/api/v2/nonsense')).json).toEqual({
      error: 'InvalidEndpoint',
      description: 'Not found',
    })
  })
})

describe('access to the Chat API', () => {
  it('is given for the chat token and refused to a Support token, and the reverse', async () => {
    const { call, chat, support } = await open()

    expect((await chat('/api/v2/chat/departments')).status).toBe(200)
    expect((await support('/api/v2/chat/departments')).status).toBe(401)
    expect((await call('/api/v2/brands', 'Bearer demo-chat-token')).status).toBe(401)
  })

  it('does not exist in an account without Chat', async () => {
    const { chat } = await open({ features: { chat: false } })

    expect((await chat('/api/v2/chat/agents')).status).toBe(404)
  })
})

describe('the log of requests', () => {
  it('keeps the kind of the credential, never its text', async () => {
    const { requests, support, token } = await open()

    await support('/api/v2/brands?page[size]=1')

    const last = requests.at(-1)
    expect(last).toMatchObject({
      method: 'GET',
      path: '/api/v2/brands',
      query: 'page[size]=1',
      status: 200,
      credential: 'bearer',
    })
    expect(JSON.stringify(requests)).not.toContain(token)
  })
})

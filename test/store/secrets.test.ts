import { beforeEach, describe, expect, it } from 'vitest'
import {
  forgetSecret,
  lockedSecrets,
  resealSecrets,
  secretSources,
  storeSecrets,
  withStoredSecrets,
} from '../../server/store/secrets.ts'
import { keepSecret, requesterHashKey } from '../../server/store/settings.ts'
import type { Database } from '../../server/store/database.ts'
import { testConfig, testContext, testNow } from '../support/test-context.ts'

const appSecret = 'a secret for tests that is long enough'
const newSecret = 'another secret that is long enough'
const bare = {
  ...testConfig(),
  zendesk: {
    ...testConfig().zendesk,
    credential: { kind: 'oauth', clientId: 'client', clientSecret: null },
    chatToken: null,
  },
  aiAgents: { ...testConfig().aiAgents, apiKey: null },
} as const
let db: Database

beforeEach(() => {
  db = testContext().db
})

describe('stored secrets', () => {
  it('lie in the database encrypted, and come back where the environment holds none', () => {
    store(new Map([['ZENDESK_CLIENT_SECRET', 'stored-client-secret'] as const]))

    expect(JSON.stringify(db.prepare('select * from secret').all())).not.toContain('stored-client-secret')
    expect(withStoredSecrets(db, bare).zendesk.credential).toEqual({
      kind: 'oauth',
      clientId: 'client',
      clientSecret: 'stored-client-secret',
    })
  })

  it('stand behind the environment', () => {
    store(new Map([['ZENDESK_CHAT_TOKEN', 'stored'] as const]))

    expect(withStoredSecrets(db, testConfig()).zendesk.chatToken).toBe('demo-chat-token')
    expect(withStoredSecrets(db, bare).zendesk.chatToken).toBe('stored')
  })

  it('a stored Chat token gives way to a Chat client named in the environment', () => {
    store(
      new Map([
        ['ZENDESK_CHAT_TOKEN', 'stored'],
        ['ZENDESK_CHAT_CLIENT_SECRET', 'stored too'],
      ] as const),
    )
    const chatClient = { clientId: 'chat', clientSecret: null }

    const { zendesk } = withStoredSecrets(db, { ...bare, zendesk: { ...bare.zendesk, chatClient } })

    expect(zendesk.chatToken).toBe(null)
    expect(zendesk.chatClient).toEqual({ clientId: 'chat', clientSecret: 'stored too' })
  })

  it('are told by where they come from, never by what they are', () => {
    store(
      new Map([
        ['ZENDESK_CLIENT_SECRET', 'a'],
        ['AI_AGENTS_API_KEY', 'b'],
      ] as const),
    )

    expect(secretSources(db, { ...bare, zendesk: testConfig().zendesk })).toEqual({
      ZENDESK_CLIENT_SECRET: 'environment, over a stored one',
      ZENDESK_API_TOKEN: 'not set',
      ZENDESK_CHAT_TOKEN: 'environment',
      ZENDESK_CHAT_CLIENT_SECRET: 'not set',
      AI_AGENTS_API_KEY: 'stored',
    })
  })

  it('can be forgotten', () => {
    store(new Map([['ZENDESK_CHAT_TOKEN', 'stored'] as const]))

    expect(forgetSecret(db, 'ZENDESK_CHAT_TOKEN')).toBe(true)
    expect(forgetSecret(db, 'ZENDESK_CHAT_TOKEN')).toBe(false)
    expect(withStoredSecrets(db, bare).zendesk.chatToken).toBe(null)
  })
})

describe('a changed APP_SECRET', () => {
  beforeEach(() => {
    store(new Map([['ZENDESK_CLIENT_SECRET', 'stored'] as const]))
    keepSecret(db, requesterHashKey, appSecret, () => 'the key of hashes', testNow)
  })

  it('is told by name of what it no longer opens', () => {
    expect(lockedSecrets(db, appSecret)).toEqual([])
    expect(lockedSecrets(db, newSecret)).toEqual(['ZENDESK_CLIENT_SECRET', 'requester_hash_key'])
    expect(() => withStoredSecrets(db, { ...bare, appSecret: newSecret })).toThrow(
      'ZENDESK_CLIENT_SECRET does not open with this APP_SECRET: it was stored under another one',
    )
  })

  it('is followed by re-encrypting everything with the old one, requesters staying who they are', () => {
    expect(resealSecrets(db, { before: appSecret, appSecret: newSecret, now: testNow })).toBe(2)

    expect(lockedSecrets(db, newSecret)).toEqual([])
    expect(keepSecret(db, requesterHashKey, newSecret, () => 'a new one', testNow)).toBe('the key of hashes')
    expect(resealSecrets(db, { before: appSecret, appSecret: newSecret, now: testNow })).toBe(0)
  })

  it('changes nothing when the old one given is wrong', () => {
    expect(() => resealSecrets(db, { before: 'wrong', appSecret: newSecret, now: testNow })).toThrow(
      'does not open',
    )
    expect(lockedSecrets(db, appSecret)).toEqual([])
  })
})

function store(secrets: Parameters<typeof storeSecrets>[1]): void {
  storeSecrets(db, secrets, { appSecret, now: testNow })
}

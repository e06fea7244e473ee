import { beforeEach, describe, expect, it } from 'vitest'
import { checkCommand } from '../../server/admin/check-command.ts'
import { connectCommand } from '../../server/admin/connect-command.ts'
import { rotateSecretCommand } from '../../server/admin/rotate-secret-command.ts'
import type { SecretInput } from '../../server/admin/secret-input.ts'
import { readAudit } from '../../server/store/audit.ts'
import { storePermissionChecks } from '../../server/store/permission-checks.ts'
import { lockedSecrets, withStoredSecrets } from '../../server/store/secrets.ts'
import type { Config } from '../../server/platform/config.ts'
import type { TestContext } from '../support/test-context.ts'
import { testConfig, testContext, testNow } from '../support/test-context.ts'

const withoutSecrets: Partial<Config> = {
  zendesk: {
    ...testConfig().zendesk,
    credential: { kind: 'oauth', clientId: 'client', clientSecret: null },
    chatToken: null,
  },
  aiAgents: { ...testConfig().aiAgents, apiKey: null },
}
let ctx: TestContext

beforeEach(() => {
  ctx = testContext({ config: withoutSecrets })
})

describe('connect', () => {
  it('stores what is piped in, says which names and never what', async () => {
    const told = await connect(
      [],
      piped('ZENDESK_CLIENT_SECRET=first-secret\n# Chat\nZENDESK_CHAT_TOKEN = second \n'),
    )

    const { zendesk } = withStoredSecrets(ctx.db, ctx.config)
    expect(zendesk.credential).toMatchObject({ clientSecret: 'first-secret' })
    expect(zendesk.chatToken).toBe('second')
    expect(told).toContain('ZENDESK_CLIENT_SECRET, ZENDESK_CHAT_TOKEN stored, encrypted under APP_SECRET')
    expect(told + JSON.stringify(readAudit(ctx.db, 9))).not.toMatch(/first-secret|second/)
  })

  it('asks a person for each, and leaves what is answered with Enter', async () => {
    const asked: string[] = []
    await connect([], {
      canAsk: true,
      ask: (question) => {
        asked.push(question)
        return Promise.resolve(question.startsWith('AI_AGENTS_API_KEY') ? 'key' : '')
      },
      readAll: () => Promise.reject(new Error('nothing is piped in')),
    })

    expect(asked).toHaveLength(5)
    expect(withStoredSecrets(ctx.db, ctx.config).aiAgents.apiKey).toBe('key')
    expect(withStoredSecrets(ctx.db, ctx.config).zendesk.chatToken).toBe(null)
  })

  it('takes what the environment holds, and says that it stays in use', async () => {
    ctx = testContext()

    const told = await connect(['--from-env'], piped(''))

    expect(told).toContain('ZENDESK_CLIENT_SECRET, ZENDESK_CHAT_TOKEN, AI_AGENTS_API_KEY stored')
    expect(told).toContain('stays in use as long as it names')
    const stored = withStoredSecrets(ctx.db, { ...ctx.config, ...withoutSecrets })
    expect(stored.zendesk.credential).toMatchObject({ clientSecret: 'demo-client-secret' })
  })

  it('refuses a secret on the command line without repeating it', async () => {
    for (const args of [['ZENDESK_API_TOKEN=abc123'], ['--token', 'abc123'], ['--from-env', 'abc123']]) {
      const error: unknown = await connect(args, piped('')).catch((error: unknown) => error)

      expect(String(error)).toContain('secrets are not taken from the command line')
      expect(String(error)).not.toContain('abc123')
    }
  })

  it('names every line it cannot use by its number, and stores nothing then', async () => {
    const lines =
      'ZENDESK_CHAT_TOKEN=good\nPASSWORD=hidden-word\nnonsense\nAI_AGENTS_API_KEY=\nZENDESK_API_TOKEN=two words'

    const error: unknown = await connect([], piped(lines)).catch((error: unknown) => error)

    expect(String(error)).toMatch(
      /line 2 is not NAME=secret.*\nline 3 is not.*\nline 4 is blank\nline 5 has characters/,
    )
    expect(String(error)).not.toMatch(/hidden-word|nonsense|two words/)
    expect(withStoredSecrets(ctx.db, ctx.config).zendesk.chatToken).toBe(null)
  })

  it('has the connection checked afterwards', async () => {
    await connect([], piped('ZENDESK_CHAT_TOKEN=token'))

    expect(ctx.db.prepare('select name from job_request').pluck().all()).toEqual(['check-connection'])
  })

  it('forgets one by its name', async () => {
    await connect([], piped('ZENDESK_CHAT_TOKEN=token'))

    expect(await connect(['--forget', 'ZENDESK_CHAT_TOKEN'], piped(''))).toBe(
      'ZENDESK_CHAT_TOKEN is no longer stored',
    )
    await expect(connect(['--forget', 'ZENDESK_CHAT_TOKEN'], piped(''))).rejects.toThrow('is not stored')
    await expect(connect(['--forget', 'everything'], piped(''))).rejects.toThrow('--forget takes one of')
  })
})

describe('rotate-secret', () => {
  beforeEach(async () => {
    await connect([], piped('ZENDESK_CHAT_TOKEN=token'))
    ctx = { ...ctx, config: { ...ctx.config, appSecret: 'a new secret that is long enough' } }
  })

  it('re-encrypts with the old secret, which is asked for', async () => {
    expect(await rotate(`${testConfig().appSecret}\n`)).toContain('1 stored secret re-encrypted')

    expect(withStoredSecrets(ctx.db, ctx.config).zendesk.chatToken).toBe('token')
    expect(await rotate('')).toContain('nothing was changed')
  })

  it('says what stays closed when the old secret is another', async () => {
    await expect(rotate('not the old one')).rejects.toThrow(
      'that is not the APP_SECRET under which ZENDESK_CHAT_TOKEN were stored; nothing was changed',
    )
    expect(lockedSecrets(ctx.db, ctx.config.appSecret)).toEqual(['ZENDESK_CHAT_TOKEN'])
  })

  it('waits until the jobs process is stopped', async () => {
    ctx.db.prepare("insert into lease values ('jobs', 'a', 'host', 1, ?)").run(Date.now() + 60_000)

    await expect(rotate(testConfig().appSecret)).rejects.toThrow('stop Cutover first')
  })
})

describe('check', () => {
  it('tells where secrets come from and what the last check found, and asks Zendesk nothing', async () => {
    await connect([], piped('ZENDESK_CHAT_TOKEN=very-secret'))
    storePermissionChecks(ctx.db, [
      {
        subject: 'credential',
        state: 'allowed',
        code: 'credential_oauth',
        detail: null,
        checked_at: testNow,
      },
      { subject: 'chats', state: 'refused', code: 'chats_403', detail: 'no scope', checked_at: testNow },
    ])

    const told = await checkCommand.run(ctx, [])

    expect(told).toMatch(/ZENDESK_CHAT_TOKEN +stored\n/)
    expect(told).toMatch(/ZENDESK_CLIENT_SECRET +not set\n/)
    expect(told).toMatch(/chats +refused +Zendesk Chat refuses the chat history.*\(Zendesk says: no scope\)/)
    expect(told).not.toContain('very-secret')
  })

  it('says which stored secrets are closed to this APP_SECRET', async () => {
    await connect([], piped('ZENDESK_CHAT_TOKEN=token'))
    ctx = { ...ctx, config: { ...ctx.config, appSecret: 'a new secret that is long enough' } }

    expect(await checkCommand.run(ctx, [])).toContain('ZENDESK_CHAT_TOKEN: stored under another APP_SECRET')
  })
})

async function connect(args: readonly string[], input: SecretInput): Promise<string> {
  return connectCommand(() => input).run(ctx, args)
}

async function rotate(old: string): Promise<string> {
  return rotateSecretCommand(() => piped(old)).run(ctx, [])
}

function piped(text: string): SecretInput {
  return {
    canAsk: false,
    ask: () => Promise.reject(new Error('nobody is there')),
    readAll: () => Promise.resolve(text),
  }
}

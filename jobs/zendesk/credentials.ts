import type { Clock } from '../../server/platform/clock.ts'
import type { Config } from '../../server/platform/config.ts'
import { apiTokenEnded } from './api-token.ts'
import type { PostForToken } from './fetch-token.ts'
import { fetchChatToken, fetchSupportToken } from './fetch-token.ts'
import { hideSecrets } from './hide-secrets.ts'
import { explain } from './refusals.ts'
import type { Audience, ZendeskRequest } from './request.ts'
import { audienceOf } from './request.ts'
import type { TokenSource } from './token-source.ts'
import { createTokenSource } from './token-source.ts'

export { PassingFault } from './passing-fault.ts'

export type Credentials = {
  /**
   * Value of the Authorization header for a request: each credential goes to its own part of Zendesk and no other.
   * @throws UpstreamError with what to do where there is no usable one
   */
  authorization(request: Pick<ZendeskRequest, 'bucket' | 'path'>): Promise<string>
  /** After a 401 to a request sent with `refused`: whether asking once more, with a new token, is worth it. */
  renew(refused: string): boolean
  /** After an answer that was not 401. */
  accept(used: string): void
  /** A text from outside without any credential in it, for messages and logs. */
  hide(text: string): string
}

/** Tokens are kept in memory only. `post` sends one request for a token, or throws PassingFault. */
export function createCredentials(
  { zendesk, aiAgents }: Pick<Config, 'zendesk' | 'aiAgents'>,
  clock: Clock,
  post: PostForToken,
): Credentials {
  const { credential, chatToken, chatClient } = zendesk
  const support = credential.kind === 'oauth' ? supportSource(credential, post) : null
  const chat = chatClient ? chatSource(chatClient, post) : null
  const sources = [support, chat].filter((source) => source !== null)

  const givers: Record<Audience, () => Promise<string>> = {
    async support() {
      if (support) return support.header()
      return apiTokenHeader(credential, clock.now())
    },
    async chat() {
      if (chat) return chat.header()
      if (chatToken === null) throw explain('chats_not_configured')
      return `Bearer ${chatToken}`
    },
    async 'ai-agents'() {
      if (aiAgents.apiKey === null) throw explain('bot_conversations_not_configured')
      // The key stands alone: with a scheme before it, it is refused.
      return aiAgents.apiKey
    },
  }

  return {
    authorization: (request) => givers[audienceOf(request)](),
    renew(refused) {
      // A header that no source holds any more was replaced already, unless it never came from one.
      const isFixed = refused === `Bearer ${chatToken}` || refused === aiAgents.apiKey
      if (isFixed || refused.startsWith('Basic ')) return false
      return sources.every((source) => source.renew(refused))
    },
    accept(used) {
      for (const source of sources) source.accept(used)
    },
    hide: (text) => hideSecrets(text, knownSecrets(zendesk, aiAgents, sources)),
  }
}

function supportSource(
  { clientId, clientSecret }: { clientId: string; clientSecret: string | null },
  post: PostForToken,
): TokenSource {
  return createTokenSource(async () => {
    if (clientSecret === null) throw explain('credential_missing')
    return fetchSupportToken({ clientId, clientSecret }, post)
  })
}

function chatSource(
  { clientId, clientSecret }: { clientId: string; clientSecret: string | null },
  post: PostForToken,
): TokenSource {
  return createTokenSource(async () => {
    if (clientSecret === null) throw explain('chat_client_secret_missing')
    return fetchChatToken({ clientId, clientSecret }, post)
  })
}

function apiTokenHeader(credential: Config['zendesk']['credential'], now: number): string {
  if (credential.kind !== 'token' || credential.apiToken === null) throw explain('credential_missing')
  if (apiTokenEnded(now)) throw explain('api_token_ended')
  return `Basic ${pairOf(credential.email, credential.apiToken)}`
}

function pairOf(email: string, apiToken: string): string {
  return Buffer.from(`${email}/token:${apiToken}`).toString('base64')
}

function knownSecrets(
  { credential, chatToken, chatClient }: Config['zendesk'],
  aiAgents: Config['aiAgents'],
  sources: readonly TokenSource[],
): string[] {
  const held = sources.map((source) => source.current()?.replace(/^Bearer /, ''))
  const own =
    credential.kind === 'oauth'
      ? [credential.clientSecret]
      : [
          credential.apiToken,
          credential.email,
          credential.apiToken && pairOf(credential.email, credential.apiToken),
        ]
  const all = [...held, ...own, chatToken, chatClient?.clientSecret, aiAgents.apiKey]
  return all.filter((secret): secret is string => typeof secret === 'string')
}

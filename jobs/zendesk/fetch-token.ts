import { z } from 'zod'
import type { UpstreamError } from '../../server/platform/problem.ts'
import { PassingFault } from './passing-fault.ts'
import { errorName, explain, tokenRefusal } from './refusals.ts'
import type { FetchedToken } from './token-source.ts'
import { amount } from './wire.ts'

/** Sends one request for a token to the account's own host. @throws PassingFault for what passes by itself */
export type PostForToken = (
  path: string,
  body: Readonly<Record<string, string | number>>,
  encoding: 'json' | 'form',
) => Promise<{ status: number; text: string }>

type OAuthClient = { clientId: string; clientSecret: string }

const tokenSchema = z.object({
  access_token: z.string().min(1),
  // Absent where tokens do not end; a refusal then tells.
  expires_in: amount.pipe(z.number().positive()).nullish().catch(null),
})

const TOKEN_SECONDS = 1800

/** A token of the Support API by client credentials; the answer may leave out when it ends. */
export async function fetchSupportToken(client: OAuthClient, post: PostForToken): Promise<FetchedToken> {
  const body = { ...grantOf(client), expires_in: TOKEN_SECONDS }
  const answer = await post('/oauth/tokens', body, 'json')
  if (answer.status !== 400 || errorName(answer.text) !== 'invalid_request') {
    return understandToken(answer, tokenRefusal(answer))
  }
  // Older accounts know no wish for a token's life.
  const plain = await post('/oauth/tokens', grantOf(client), 'json')
  return understandToken(plain, tokenRefusal(plain))
}

/** A token of the Chat API, which has a place of its own to ask for one. */
export async function fetchChatToken(client: OAuthClient, post: PostForToken): Promise<FetchedToken> {
  const answer = await post('/oauth2/chat/token', grantOf(client), 'form')
  return understandToken(answer, explain('chat_token_refused', answer.status))
}

function grantOf({ clientId, clientSecret }: OAuthClient) {
  return {
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
    scope: 'read',
  } as const
}

function understandToken(
  { status, text }: { status: number; text: string },
  refusal: UpstreamError,
): FetchedToken {
  if (status !== 200 && status !== 201) throw refusal
  const parsed = tokenSchema.safeParse(parseJson(text))
  if (!parsed.success) throw new PassingFault('the token answer could not be read')
  return {
    header: `Bearer ${parsed.data.access_token}`,
    lifeMs: (parsed.data.expires_in ?? TOKEN_SECONDS) * 1000,
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

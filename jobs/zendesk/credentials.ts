import { z } from 'zod'
import type { Config } from '../../server/platform/config.ts'
import { UpstreamError } from '../../server/platform/problem.ts'
import { chatTokenMissing, tokenRefusal } from './refusals.ts'
import type { BucketName } from './request.ts'
import { amount } from './wire.ts'

/** Raised for a fault that passes by itself. */
export class PassingFault extends Error {
  override name = 'PassingFault'
  constructor(
    message: string,
    readonly retryAfter: number | null = null,
  ) {
    super(message)
  }
}

export type Credentials = {
  /** Value of the Authorization header for a bucket's requests. */
  authorization(bucket: BucketName): Promise<string>
  /** After a 401: forgets the token `refused` was made of. False where there is nothing new to get. */
  renew(refused: string): boolean
}

const tokenSchema = z.object({
  access_token: z.string().min(1),
  expires_in: amount.pipe(z.number().positive()).nullish(),
})

const TOKEN_SECONDS = 1800
/** A token is replaced when a tenth of its life, at most a minute, is left. */
const EARLY_SHARE = 0.1
const EARLY_MS = 60_000

/** `post` sends one JSON body and gives back status and text, or throws PassingFault. */
export function createCredentials(
  { credential, chatToken }: Config['zendesk'],
  post: (path: string, body: unknown) => Promise<{ status: number; text: string }>,
): Credentials {
  let token: { header: string; renewAt: number } | null = null
  let fetching: Promise<string> | null = null

  async function fetchToken(clientId: string, clientSecret: string): Promise<string> {
    const { status, text } = await post('/oauth/tokens', {
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
      scope: 'read',
      expires_in: TOKEN_SECONDS,
    })
    if (status !== 200 && status !== 201) throw tokenRefusal(status)
    const parsed = tokenSchema.safeParse(parseJson(text))
    if (!parsed.success) throw new PassingFault('the token answer could not be read')
    const lifeMs = (parsed.data.expires_in ?? TOKEN_SECONDS) * 1000
    const header = `Bearer ${parsed.data.access_token}`
    token = { header, renewAt: performance.now() + lifeMs - Math.min(EARLY_MS, lifeMs * EARLY_SHARE) }
    return header
  }

  return {
    async authorization(bucket) {
      if (bucket === 'chat') {
        if (chatToken === null) throw new UpstreamError(chatTokenMissing, null)
        return `Bearer ${chatToken}`
      }
      if (credential.kind === 'token') {
        const pair = `${credential.email}/token:${credential.apiToken}`
        return `Basic ${Buffer.from(pair).toString('base64')}`
      }
      if (token && performance.now() < token.renewAt) return token.header
      fetching ??= fetchToken(credential.clientId, credential.clientSecret).finally(() => (fetching = null))
      return fetching
    },
    renew(refused) {
      if (credential.kind === 'token' || refused === `Bearer ${chatToken}`) return false
      if (token?.header === refused) token = null
      return true
    },
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

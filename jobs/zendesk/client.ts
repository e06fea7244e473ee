import type { Clock } from '../../server/platform/clock.ts'
import type { Config } from '../../server/platform/config.ts'
import type { Logger } from '../../server/platform/logger.ts'
import type { Asking } from './asking.ts'
import { createAsking } from './asking.ts'
import type { Credentials } from './credentials.ts'
import { createCredentials } from './credentials.ts'
import { errorTitle, refusal } from './refusals.ts'
import type { ZendeskRequest } from './request.ts'
import { encodeBody, failPassing, parseBody, send } from './sending.ts'

export type ZendeskClient = {
  /**
   * The JSON body of one answer, asked for until there is one.
   * @throws UpstreamError with what to do, when asking again would not help
   */
  get(request: ZendeskRequest): Promise<unknown>
}

/** After these many faults a request is made in its smaller form, if it has one. */
const TRIES_IN_FULL = 2

/** Of many requests under way one may find the token that replaced its own revoked too. */
const MOST_RENEWALS = 3

/** All reading from Support and Chat goes through here: credentials, budgets, waits and retries. */
export function createZendeskClient(options: {
  config: Config
  clock: Clock
  logger: Logger
  signal: AbortSignal
  /** Shared with other clients of one run; its own unless given. */
  asking?: Asking
}): ZendeskClient {
  const { logger, signal } = options
  const { zendesk } = options.config
  const asking = options.asking ?? createAsking({ rateWindowScale: zendesk.rateWindowScale, logger, signal })
  const credentials = createAccountCredentials(options)
  const patience = { timeoutMs: zendesk.timeoutMs, signal }

  async function ask(request: ZendeskRequest, renewals: number): Promise<unknown> {
    let authorization = ''
    const answer = await asking.within(request, async () => {
      authorization = await credentials.authorization(request)
      return send(addressOf(zendesk.baseUrl, request), { headers: { authorization } }, patience)
    })
    if (answer.status === 401 && renewals > 0 && credentials.renew(authorization)) {
      return ask(request, renewals - 1)
    }
    if (answer.status !== 401) credentials.accept(authorization)
    if (answer.status >= 300) {
      throw refusal(request.subject, answer.status, errorTitle(answer.text, credentials.hide))
    }
    return parseBody(answer.text)
  }

  return {
    get: (request) =>
      asking.untilAnswered(request, (faults) =>
        ask(faults < TRIES_IN_FULL ? request : smaller(request), MOST_RENEWALS),
      ),
  }
}

function smaller(request: ZendeskRequest): ZendeskRequest {
  return { ...request, query: { ...request.query, ...request.smaller } }
}

/** The account's credentials; tokens are asked for at the configured address only. */
export function createAccountCredentials({
  config,
  clock,
  signal,
}: {
  config: Config
  clock: Clock
  signal: AbortSignal
}): Credentials {
  return createCredentials(config, clock, async (path, body, encoding) =>
    failPassing(
      await send(
        addressBelow(config.zendesk.baseUrl, path),
        { method: 'POST', ...encodeBody(body, encoding) },
        { timeoutMs: config.zendesk.timeoutMs, signal },
      ),
    ),
  )
}

function addressOf(baseUrl: string, { path, query = {} }: ZendeskRequest): URL {
  const url = addressBelow(baseUrl, path)
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value))
  return url
}

/** An address on the configured host; credentials are sent to no other. */
function addressBelow(baseUrl: string, path: string): URL {
  const base = new URL(baseUrl)
  const url = new URL(path, base)
  if (url.origin !== base.origin) throw new Error(`addressBelow: ${url.host} is not ${base.host}`)
  return url
}

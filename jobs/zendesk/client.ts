import type { Clock } from '../../server/platform/clock.ts'
import type { Config } from '../../server/platform/config.ts'
import type { Logger } from '../../server/platform/logger.ts'
import { UpstreamError } from '../../server/platform/problem.ts'
import { createCredentials, PassingFault } from './credentials.ts'
import { createRateBudgets } from './rate-budget.ts'
import { errorTitle, refusal } from './refusals.ts'
import type { ZendeskRequest } from './request.ts'
import { backOffMs, retryAfterMs, wait } from './waiting.ts'

export type ZendeskClient = {
  /**
   * The JSON body of one answer, asked for until there is one.
   * @throws UpstreamError with what to do, when asking again would not help
   */
  get(request: ZendeskRequest): Promise<unknown>
}

const MOST_FAULTS = 6
/** Waits Zendesk itself asked for do not count as faults, but nothing is asked for ever. */
const MOST_REQUESTED_WAITS = 50
const TIME_OUT_MS = 90_000

/** All reading from Zendesk goes through here: credentials, budgets, waits and retries. */
export function createZendeskClient(options: {
  config: Config
  clock: Clock
  logger: Logger
  signal: AbortSignal
}): ZendeskClient {
  const { logger, signal } = options
  const { zendesk } = options.config
  const budgets = createRateBudgets(zendesk.rateWindowScale)
  const credentials = createCredentials(zendesk, (path, body) =>
    send(
      addressBelow(zendesk.baseUrl, path),
      { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } },
      signal,
    ).then(failPassing),
  )

  async function ask(request: ZendeskRequest, mayRenew: boolean): Promise<unknown> {
    const budget = budgets[request.bucket]
    await budget.take(request.share ?? 1, signal)
    let answer: Answer | null = null
    let authorization: string
    try {
      // After the wait for the budget: a token may have ended meanwhile.
      authorization = await credentials.authorization(request.bucket)
      answer = await send(addressOf(zendesk.baseUrl, request), { headers: { authorization } }, signal)
    } finally {
      budget.settle(answer?.headers ?? null)
    }
    if (answer.status === 429 || answer.status === 503) {
      const asked = retryAfterMs(answer.headers)
      if (asked !== null) budget.pause(asked)
    }
    failPassing(answer)
    if (answer.status === 401 && mayRenew && credentials.renew(authorization)) return ask(request, false)
    if (answer.status >= 300) throw refusal(request.subject, answer.status, errorTitle(answer.text))
    return parseBody(answer.text)
  }

  return {
    async get(request) {
      let faults = 0
      let requestedWaits = 0
      for (;;) {
        try {
          return await ask(request, true)
        } catch (error) {
          if (signal.aborted || !(error instanceof PassingFault)) throw error
          if (error.retryAfter !== null && requestedWaits++ < MOST_REQUESTED_WAITS) {
            await wait(error.retryAfter, signal)
            continue
          }
          if (++faults >= MOST_FAULTS) throw givenUp(request, error)
          logger.debug({ path: request.path, fault: error.message, faults }, 'asking Zendesk again')
          await wait(backOffMs(faults - 1, zendesk.rateWindowScale), signal)
        }
      }
    },
  }
}

type Answer = { status: number; headers: Headers; text: string }

async function send(url: URL, init: RequestInit, signal: AbortSignal): Promise<Answer> {
  try {
    const response = await fetch(url, {
      ...init,
      // Credentials never follow to another address.
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIME_OUT_MS)]),
    })
    return { status: response.status, headers: response.headers, text: await response.text() }
  } catch (error) {
    signal.throwIfAborted()
    throw new PassingFault(describeNetworkFault(error))
  }
}

/** Passes an answer on unless its status is one that passes by itself. */
function failPassing(answer: Answer): Answer {
  const { status } = answer
  if (status === 429 || status >= 500)
    throw new PassingFault(`status ${status}`, retryAfterMs(answer.headers))
  if (status === 408 || status === 409) throw new PassingFault(`status ${status}`)
  return answer
}

function parseBody(text: string): unknown {
  if (text.trim() === '') throw new PassingFault('an empty answer')
  try {
    return JSON.parse(text)
  } catch {
    throw new PassingFault(
      text.trimStart().startsWith('<') ? 'a web page instead of JSON' : 'an answer that was cut off',
    )
  }
}

/** The cause's code, such as ECONNREFUSED; never the message, which may hold the address with its query. */
function describeNetworkFault(error: unknown): string {
  if (error instanceof DOMException && error.name === 'TimeoutError') return 'no answer in time'
  const cause: unknown = error instanceof Error ? error.cause : null
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : null
  return typeof code === 'string' ? `no connection (${code})` : 'the connection broke'
}

function givenUp({ subject }: ZendeskRequest, fault: PassingFault): UpstreamError {
  return new UpstreamError(
    `Zendesk did not answer ${subject} after ${MOST_FAULTS} tries, the last time with ${fault.message}; the next run goes on from here. If it lasts, look at status.zendesk.com and at this machine's network`,
    null,
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

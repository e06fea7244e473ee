import { UpstreamError } from '../../server/platform/problem.ts'
import type { Subject } from './request.ts'

type Sentences = { 401: string; 403: string; 404: string }

const support = {
  401: 'Zendesk does not accept these credentials: check ZENDESK_CLIENT_ID and ZENDESK_CLIENT_SECRET (or ZENDESK_EMAIL and ZENDESK_API_TOKEN) against Admin Center > Apps and integrations > APIs',
  404: 'Zendesk does not know this address: check that ZENDESK_SUBDOMAIN is the part before .zendesk.com',
}

const sentences: Record<Subject, Sentences> = {
  account: {
    ...support,
    403: 'Zendesk refuses to show brands, groups and agents: tie the OAuth client to an administrator and give it the scope "read"',
  },
  tickets: {
    ...support,
    403: 'Zendesk refuses the incremental ticket export: only administrators may read it, so tie the OAuth client to an administrator and give it the scope "read"',
  },
  'ticket-details': {
    ...support,
    403: 'Zendesk refuses ticket audits: they need the global scope "read" ("tickets:read" is not enough) and a user who sees all tickets',
  },
  'satisfaction-ratings': {
    401: support[401],
    403: 'Zendesk refuses satisfaction ratings: they need an administrator and a plan with CSAT; if the account only uses the newer surveys, this can stay as it is',
    404: 'This account has no satisfaction ratings: switch CSAT on in Admin Center, or leave it if the account only uses the newer surveys',
  },
  'survey-responses': {
    401: support[401],
    403: 'Zendesk refuses CSAT survey responses: they need an administrator and Support Professional, Suite Growth or higher; if the account still uses the older ratings, this can stay as it is',
    404: 'This account has no CSAT surveys: switch them on in Admin Center, or leave it if the account still uses the older ratings',
  },
  engagements: {
    401: support[401],
    403: 'Zendesk refuses omnichannel engagements: they need omnichannel routing and an administrator; without them hand-overs, handling time and concurrency stay empty after the move',
    404: 'This account has no omnichannel engagements: switch omnichannel routing on in Admin Center, or leave it; hand-overs, handling time and concurrency then stay empty after the move',
  },
  'bot-conversations': {
    401: 'AI agents – Advanced does not accept the key: create one under AI agents > Settings > API keys and put it in AI_AGENTS_API_KEY',
    403: 'AI agents – Advanced refuses the data export: create a key that may export data and put it in AI_AGENTS_API_KEY',
    404: 'AI agents – Advanced does not know this address or bot: check AI_AGENTS_BASE_URL and the bot ids in the settings',
  },
  reconciliation: {
    ...support,
    403: 'Zendesk refuses to count tickets: tie the OAuth client to an administrator and give it the scope "read"',
  },
  chats: {
    401: 'Zendesk Chat does not accept the token: create a new one under Chat > Settings > Account > API and put it in ZENDESK_CHAT_TOKEN',
    403: 'Zendesk Chat refuses the chat history: create a token with the scope "read" as an administrator of Chat and put it in ZENDESK_CHAT_TOKEN',
    404: 'This account has no Zendesk Chat: check that ZENDESK_SUBDOMAIN is the part before .zendesk.com and that Chat is still active',
  },
}

export const chatTokenMissing =
  'ZENDESK_CHAT_TOKEN is missing: create a token with the scope "read" under Chat > Settings > Account > API'

/** An error a person can act on, for an answer that trying again will not change. */
export function refusal(subject: Subject, status: number, detail: string | null): UpstreamError {
  const said = detail === null ? '' : ` (Zendesk says: ${detail})`
  if (status === 401 || status === 403 || status === 404) {
    return new UpstreamError(`${sentences[subject][status]}${said}`, status)
  }
  if (status >= 300 && status < 400) {
    return new UpstreamError(
      'Zendesk redirects elsewhere: check ZENDESK_SUBDOMAIN or ZENDESK_BASE_URL',
      status,
    )
  }
  return new UpstreamError(
    `Zendesk answered ${subject} with status ${status}${said}; look at status.zendesk.com`,
    status,
  )
}

/** For an OAuth client that gets no token. */
export function tokenRefusal(status: number): UpstreamError {
  return new UpstreamError(
    status === 404
      ? support[404]
      : 'Zendesk gives this OAuth client no token: check ZENDESK_CLIENT_ID and ZENDESK_CLIENT_SECRET, and that the client is confidential and has the scope "read"',
    status,
  )
}

/** The title of an error body in any of Zendesk's four shapes; null for anything else, HTML included. */
export function errorTitle(body: string): string | null {
  try {
    const parsed: unknown = JSON.parse(body)
    return shorten(findTitle(parsed))
  } catch {
    return null
  }
}

function findTitle(body: unknown): string | null {
  if (typeof body === 'string') return body
  if (Array.isArray(body)) return findTitle(body[0])
  if (typeof body !== 'object' || body === null) return null
  const found: Record<string, unknown> = { ...body }
  for (const key of ['description', 'error_description', 'message', 'title', 'errors', 'error', 'code']) {
    const title = found[key] === undefined ? null : findTitle(found[key])
    if (title) return title
  }
  return null
}

function shorten(text: string | null): string | null {
  return text === null || text === '' ? null : text.slice(0, 200)
}

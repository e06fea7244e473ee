import { UpstreamError } from '../../server/platform/problem.ts'
import type { ConnectionCode } from '../../server/text/connection.ts'
import { connectionSentence } from '../../server/text/connection.ts'
import type { Subject } from './request.ts'

const explained = [401, 403, 404] as const
const sentencesOf: Record<Subject, Record<(typeof explained)[number], ConnectionCode>> = {
  account: { 401: 'account_401', 403: 'account_403', 404: 'account_404' },
  chats: { 401: 'chats_401', 403: 'chats_403', 404: 'chats_404' },
  tickets: { 401: 'tickets_401', 403: 'tickets_403', 404: 'tickets_404' },
  'ticket-details': {
    401: 'ticket_details_401',
    403: 'ticket_details_403',
    404: 'ticket_details_404',
  },
  'satisfaction-ratings': {
    401: 'satisfaction_ratings_401',
    403: 'satisfaction_ratings_403',
    404: 'satisfaction_ratings_404',
  },
  'survey-responses': {
    401: 'survey_responses_401',
    403: 'survey_responses_403',
    404: 'survey_responses_404',
  },
  engagements: { 401: 'engagements_401', 403: 'engagements_403', 404: 'engagements_404' },
  'bot-conversations': {
    401: 'bot_conversations_401',
    403: 'bot_conversations_403',
    404: 'bot_conversations_404',
  },
  reconciliation: {
    401: 'reconciliation_401',
    403: 'reconciliation_403',
    404: 'reconciliation_404',
  },
}

/** The error behind a code; `detail` is what Zendesk said, without anything secret. */
export function explain(
  code: ConnectionCode,
  status: number | null = null,
  detail: string | null = null,
): UpstreamError {
  const said = detail === null ? '' : ` (Zendesk says: ${detail})`
  return new UpstreamError(`${connectionSentence(code, 'en')}${said}`, status, code, detail)
}

/** An error a person can act on, for an answer that trying again will not change. */
export function refusal(subject: Subject, status: number, detail: string | null): UpstreamError {
  const known = explained.find((one) => one === status)
  if (known === 403 && subject !== 'chats' && detail !== null && /required scopes?\b/i.test(detail)) {
    return explain('scope_missing', status, detail)
  }
  if (known !== undefined) return explain(sentencesOf[subject][known], status, detail)
  if (status >= 300 && status < 400) return explain('redirected', status)
  const said = detail === null ? '' : ` (Zendesk says: ${detail})`
  return new UpstreamError(
    `Zendesk answered ${subject} with status ${status}${said}; look at status.zendesk.com`,
    status,
    'unexpected_status',
    detail,
  )
}

/** For an OAuth client that gets no token: the client, its secret, its scope, or the address is wrong. */
export function tokenRefusal({ status, text }: { status: number; text: string }): UpstreamError {
  if (status === 404) return explain('token_404', status)
  if (status >= 300 && status < 400) return explain('redirected', status)
  const name = errorName(text)
  if (name === 'invalid_client' || name === 'unauthorized_client') {
    return explain('token_invalid_client', status)
  }
  return explain(name === 'invalid_scope' ? 'token_invalid_scope' : 'token_refused', status)
}

/** The error's name in an OAuth answer, such as `invalid_scope`; null where there is none. */
export function errorName(body: string): string | null {
  try {
    const parsed: unknown = JSON.parse(body)
    const name = typeof parsed === 'object' && parsed !== null && 'error' in parsed ? parsed.error : null
    return typeof name === 'string' ? name : null
  } catch {
    return null
  }
}

/**
 * The title of an error body in any of Zendesk's four shapes; null for anything else, HTML included. A body may send
 * back what was sent to it: `hide` takes that out, before the text is cut to its length.
 */
export function errorTitle(body: string, hide: (text: string) => string): string | null {
  try {
    const parsed: unknown = JSON.parse(body)
    const title = findTitle(parsed)
    return shorten(title === null ? null : hide(title))
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

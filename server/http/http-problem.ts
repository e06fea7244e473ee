import { STATUS_CODES } from 'node:http'
import type { Problem } from '../contract.ts'
import { ForbiddenError, InvalidRequestError, UpstreamError } from '../platform/problem.ts'

type Fields = readonly { field: string; message: string }[]

/** An answer that is not a success: becomes a problem document (RFC 9457). */
export class HttpProblem extends Error {
  override name = 'HttpProblem'
  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
    readonly more: { fields?: Fields; headers?: Record<string, string> } = {},
  ) {
    super(detail)
  }
}

/** What a body parser or the router says when the request itself is unusable. */
const transportProblems: Record<string, () => HttpProblem> = {
  'entity.parse.failed': () =>
    new HttpProblem(400, 'malformed_json', 'The body is not valid JSON; check brackets, quotes and commas.'),
  'entity.too.large': () =>
    new HttpProblem(413, 'body_too_large', 'The body is larger than 100 kB; send less at once.'),
  'encoding.unsupported': () =>
    new HttpProblem(415, 'unsupported_encoding', 'The body is compressed in an unknown way; send it plain.'),
  'charset.unsupported': () =>
    new HttpProblem(415, 'unsupported_charset', 'The body is not UTF-8; send it as UTF-8.'),
}

/** The problem to answer an error with; null for a bug, of which nothing may be told. */
export function problemOf(error: unknown): HttpProblem | null {
  if (error instanceof HttpProblem) return error
  if (error instanceof InvalidRequestError)
    return new HttpProblem(400, 'invalid_request', error.message, { fields: error.fields })
  if (error instanceof ForbiddenError) return new HttpProblem(403, 'forbidden', error.message)
  if (error instanceof UpstreamError) return new HttpProblem(502, 'upstream_failed', error.message)
  if (!(error instanceof Error)) return null
  if ('type' in error && typeof error.type === 'string' && error.type in transportProblems)
    return transportProblems[error.type]()
  // The router and the body parser mark what is the caller's fault with a status; their words are not for the caller.
  if ('status' in error && typeof error.status === 'number' && error.status >= 400 && error.status < 500)
    return new HttpProblem(400, 'bad_request', 'The request cannot be read; check its address and its body.')
  return null
}

export function problemDocument(problem: HttpProblem): Problem {
  return {
    type: `urn:cutover:problem:${problem.code}`,
    title: STATUS_CODES[problem.status] ?? 'Error',
    status: problem.status,
    detail: problem.message,
    code: problem.code,
    ...(problem.more.fields && problem.more.fields.length > 0 ? { fields: [...problem.more.fields] } : {}),
  }
}

export function notSignedIn(): HttpProblem {
  return new HttpProblem(401, 'not_signed_in', 'Sign in first.')
}

export function notFound(): HttpProblem {
  return new HttpProblem(404, 'not_found', 'There is nothing at this address.')
}

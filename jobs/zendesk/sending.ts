import { PassingFault } from './passing-fault.ts'
import { retryAfterMs } from './waiting.ts'

export type Answer = { status: number; headers: Headers; text: string }

/** How long an answer is waited for, and what ends the wait early. */
export type Patience = { timeoutMs: number; signal: AbortSignal }

/** Sends one request and reads its answer whole. @throws PassingFault when none came */
export async function send(url: URL, init: RequestInit, { timeoutMs, signal }: Patience): Promise<Answer> {
  signal.throwIfAborted()
  // Not AbortSignal.any with AbortSignal.timeout: Node may collect such a time-out, and then it never comes.
  const end = new AbortController()
  const stop = () => end.abort(signal.reason)
  signal.addEventListener('abort', stop)
  const timer = setTimeout(() => end.abort(new DOMException('No answer in time', 'TimeoutError')), timeoutMs)
  try {
    // Credentials never follow to another address.
    const response = await fetch(url, { ...init, redirect: 'manual', signal: end.signal })
    return { status: response.status, headers: response.headers, text: await response.text() }
  } catch (error) {
    signal.throwIfAborted()
    throw new PassingFault(describeNetworkFault(error))
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', stop)
  }
}

/** Passes an answer on unless its status is one that passes by itself. */
export function failPassing(answer: Answer): Answer {
  const { status } = answer
  if (status === 429 || status >= 500)
    throw new PassingFault(`status ${status}`, retryAfterMs(answer.headers))
  if (status === 408 || status === 409) throw new PassingFault(`status ${status}`)
  return answer
}

/** A request's body as JSON or as a form, with the header that says so. */
export function encodeBody(
  body: Readonly<Record<string, unknown>>,
  encoding: 'json' | 'form',
): { body: string; headers: { 'content-type': string } } {
  if (encoding === 'json') {
    return { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
  }
  const fields = Object.entries(body).map(([name, value]): [string, string] => [name, String(value)])
  return {
    body: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  }
}

/** The JSON of an answer. @throws PassingFault for anything else, which the next try may mend */
export function parseBody(text: string): unknown {
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

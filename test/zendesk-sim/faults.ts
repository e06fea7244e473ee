import type { NextFunction, Request, RequestHandler, Response } from 'express'

/**
 * What can go wrong with one answer. `drop` and `truncate` cut the body that would have been sent; `replay` sends the
 * page before once more; `duplicate` and `reverse` double and turn round the rows of the page, `jumble` does both; `hang`
 * answers nothing at all; `echo` sends back what was asked, credentials and all.
 */
export type Fault =
  | { kind: 'status'; status: number; body?: string; headers?: Record<string, string> }
  | { kind: 'drop' }
  | { kind: 'truncate' }
  | { kind: 'empty' }
  | { kind: 'delay'; milliseconds: number }
  | { kind: 'unauthorized' }
  | { kind: 'replay' }
  | { kind: 'duplicate' }
  | { kind: 'reverse' }
  | { kind: 'jumble' }
  | { kind: 'hang' }
  | { kind: 'echo'; status: number; as: 'html' | 'json' }

/** Asked before each request; `count` is how many requests this path has had, this one included. */
export type FaultHook = (request: { path: string; query: string; count: number }) => Fault | null

const htmlErrorPage =
  '<html><head><title>Error</title></head><body><h1>Something went wrong</h1></body></html>'

/** Express middleware that lets `hook` spoil answers. */
export function injectFaults(hook: () => FaultHook | null): RequestHandler {
  const counts = new Map<string, number>()
  const answers = new Map<string, string>()
  return (request: Request, response: Response, next: NextFunction) => {
    const { path, url } = request
    const count = (counts.get(path) ?? 0) + 1
    counts.set(path, count)
    const fault = hook()?.({ path, query: url.slice(path.length + 1), count }) ?? null
    const place = placeOf(request)
    const previous = place === null ? undefined : answers.get(place)
    if (fault?.kind === 'replay' && previous !== undefined) {
      response.set('Content-Type', 'application/json').end(previous)
      return
    }
    if (hook() !== null) keepAnswer(response, (body) => answers.set(placeAfter(request, body) ?? '', body))
    if (fault === null) next()
    else spoil(fault, response, next)
  }
}

/** Where a request goes on in its list; null at a beginning. */
function placeOf(request: Request): string | null {
  const query = new URL(request.originalUrl, 'http://simulator.invalid').searchParams
  const names = ['cursor', 'start_id', 'page[after]', 'page', 'engagement_id_cursor']
  const place = names.map((name) => query.get(name)).find((value) => value)
  return place ? `${request.path} ${query.get('support_type_scope') ?? ''} ${place}` : null
}

/** Where the page after this answer begins. */
function placeAfter(request: Request, body: string): string | null {
  const cursor = /"(?:after_cursor|end_id)":"([^"]+)"/.exec(body)?.[1]
  const engagement = /engagement_id_cursor=(\w+)/.exec(body)?.[1]
  const scope = new URL(request.originalUrl, 'http://simulator.invalid').searchParams.get(
    'support_type_scope',
  )
  const place = cursor ?? engagement
  return place ? `${request.path} ${scope ?? ''} ${place}` : null
}

function spoil(fault: Fault, response: Response, next: NextFunction): void {
  switch (fault.kind) {
    case 'status':
      response
        .status(fault.status)
        .set('Content-Type', 'text/html')
        .set(fault.headers ?? {})
      response.end(fault.body ?? htmlErrorPage)
      return
    case 'unauthorized':
      response
        .status(401)
        .json({ error: 'invalid_token', error_description: 'The access token has expired.' })
      return
    case 'empty':
      response.status(200).set('Content-Type', 'application/json').end()
      return
    case 'delay':
      setTimeout(next, fault.milliseconds)
      return
    case 'hang':
      return
    case 'echo':
      echo(fault, response)
      return
    case 'replay':
      next()
      return
    case 'duplicate':
      changeRows(response, (rows) => rows.flatMap((row) => [row, row]))
      next()
      return
    case 'reverse':
      changeRows(response, (rows) => [...rows].reverse())
      next()
      return
    case 'jumble':
      changeRows(response, (rows) => [...rows, ...rows].reverse())
      next()
      return
    case 'drop':
    case 'truncate':
      cutBody(response, fault.kind)
      next()
  }
}

function cutBody(response: Response, kind: 'drop' | 'truncate'): void {
  response.send = (body: unknown): Response => {
    const text = String(body)
    const half = text.slice(0, Math.floor(text.length / 2))
    response.set('Content-Type', 'application/json')
    if (kind === 'truncate') {
      response.end(half)
      return response
    }
    response.set('Content-Length', String(Buffer.byteLength(text)))
    response.write(half, () => response.socket?.destroy())
    return response
  }
}

function keepAnswer(response: Response, keep: (body: string) => void): void {
  const send = response.send.bind(response)
  response.send = (body: unknown): Response => {
    if (typeof body === 'string' && response.statusCode === 200) keep(body)
    return send(body)
  }
}

/** The rows of a page are its first list. */
function changeRows(response: Response, change: (rows: unknown[]) => unknown[]): void {
  const send = response.send.bind(response)
  response.send = (body: unknown): Response => {
    if (typeof body !== 'string' || !body.startsWith('{')) return send(body)
    const page = JSON.parse(body) as Record<string, unknown>
    const key = Object.keys(page).find((name) => Array.isArray(page[name]))
    return send(key === undefined ? body : JSON.stringify({ ...page, [key]: change(page[key] as unknown[]) }))
  }
}

/** An error page that shows the request, as careless servers send it. */
function echo({ status, as }: { status: number; as: 'html' | 'json' }, response: Response): void {
  const { req: request } = response
  let body = ''
  request.setEncoding('utf8').on('data', (part: string) => (body += part))
  request.on('end', () => {
    const words = `${request.originalUrl} with authorization: ${request.headers.authorization} and ${body}`
    response.status(status).type(as)
    response.end(
      as === 'html' ? `<html>${words}</html>` : JSON.stringify({ error: 'Echo', description: words }),
    )
  })
}

import type { NextFunction, Request, RequestHandler, Response } from 'express'

/** What can go wrong with one answer. `drop` and `truncate` cut the body that would have been sent. */
export type Fault =
  | { kind: 'status'; status: number; body?: string; headers?: Record<string, string> }
  | { kind: 'drop' }
  | { kind: 'truncate' }
  | { kind: 'empty' }
  | { kind: 'delay'; milliseconds: number }
  | { kind: 'unauthorized' }

/** Asked before each request; `count` is how many requests this path has had, this one included. */
export type FaultHook = (request: { path: string; count: number }) => Fault | null

const htmlErrorPage =
  '<html><head><title>Error</title></head><body><h1>Something went wrong</h1></body></html>'

/** Express middleware that lets `hook` spoil answers. */
export function injectFaults(hook: () => FaultHook | null): RequestHandler {
  const counts = new Map<string, number>()
  return (request: Request, response: Response, next: NextFunction) => {
    const count = (counts.get(request.path) ?? 0) + 1
    counts.set(request.path, count)
    const fault = hook()?.({ path: request.path, count }) ?? null
    if (fault === null) next()
    else spoil(fault, response, next)
  }
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

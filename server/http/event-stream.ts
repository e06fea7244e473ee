import type { Request, Response } from 'express'

/** The browser tries again this long after a connection broke. */
const RETRY_MS = 3_000

export type EventStream = {
  /** Sends one value as JSON. False when the other side has not read what it was sent before: try again later. */
  send(json: string): boolean
  /** Keeps proxies from closing a silent connection. */
  beat(): void
  end(): void
}

/**
 * Turns an answer into server-sent events; `closed` is called once when the connection ends, whoever ends it.
 * Compression would hold events back, so the answer forbids it.
 */
export function openEventStream(request: Request, response: Response, closed: () => void): EventStream {
  response.status(200).set({
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store, no-transform',
    'X-Accel-Buffering': 'no',
  })
  response.on('close', closed)
  request.socket.setNoDelay(true)
  response.write(`retry: ${RETRY_MS}\n\n`)
  return {
    send(json) {
      if (response.writableNeedDrain) return false
      response.write(`data: ${json}\n\n`)
      return true
    },
    beat() {
      if (!response.writableNeedDrain) response.write(':\n\n')
    },
    end: () => void response.end(),
  }
}

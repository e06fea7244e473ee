import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import type { Express } from 'express'

export type Question = {
  method?: 'GET' | 'POST'
  /** Path and query. */
  address: string
  /** Names in lower case. */
  headers: Readonly<Record<string, string>>
  body?: unknown
}
/** What was sent: a text as it is, JSON as the value it was to be made of. */
export type Answer = { status: number; body: unknown }

/**
 * Asks an Express app as a server would, without one: no port, no connection, and no bytes of HTTP. JSON is neither
 * written nor read: at a large account that takes as long as storing its rows.
 */
export function answerInProcess(app: Express): (question: Question) => Promise<Answer> {
  const socket = new Socket()
  return ({ method = 'GET', address, headers, body }) =>
    new Promise((resolve) => {
      const request = new IncomingMessage(socket)
      Object.assign(request, { method, url: address, body })
      Object.assign(request.headers, { host: 'simulator.invalid', ...headers })
      const response = new ServerResponse(request)
      const send = (sent: unknown) => {
        resolve({ status: response.statusCode, body: sent })
        return response
      }
      Object.defineProperties(response, { send: { value: send }, json: { value: send } })
      app(request, response)
    })
}

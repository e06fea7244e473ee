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
export type Answer = { status: number; text: string }

/** Asks an Express app as a server would, without one: no port, no connection, and no bytes of HTTP. */
export function answerInProcess(app: Express): (question: Question) => Promise<Answer> {
  const socket = new Socket()
  return ({ method = 'GET', address, headers, body }) =>
    new Promise((resolve) => {
      const request = new IncomingMessage(socket)
      Object.assign(request, { method, url: address, body })
      Object.assign(request.headers, { host: 'simulator.invalid', ...headers })
      const response = new ServerResponse(request)
      const send = (text: unknown) => {
        resolve({ status: response.statusCode, text: String(text) })
        return response
      }
      Object.defineProperty(response, 'send', { value: send })
      app(request, response)
    })
}

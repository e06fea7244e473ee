import { z } from 'zod'
import { frozenClock } from '../../../server/platform/clock.ts'
import { demoCredentials } from '../../zendesk-sim/credentials.ts'
import { startSimulator } from '../../zendesk-sim/server.ts'
import type { SimulatorOptions } from '../../zendesk-sim/server.ts'
import { aWorld, now } from './tiny-world.ts'

export type Answer = { status: number; headers: Headers; text: string; json: unknown }

/** What stands at a path of a JSON value; undefined where nothing does. */
export function at(json: unknown, ...path: (string | number)[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    json,
  )
}

/** One field of every row of a list. */
export function each(json: unknown, list: string, ...path: (string | number)[]): unknown[] {
  const rows = at(json, list)
  return Array.isArray(rows) ? rows.map((row) => at(row, ...path)) : []
}

/** Starts a simulator at `now` without rate limits, unless told otherwise, and calls it as an administrator. */
export async function openSimulator(options: Partial<SimulatorOptions> = {}) {
  const simulator = await startSimulator({
    world: aWorld([]),
    clock: frozenClock(now),
    limits: 'off',
    ...options,
  })
  const token = await takeToken(simulator.url)
  const call = (path: string, authorization: string | null) =>
    read(fetch(simulator.url + path, { headers: authorization === null ? {} : { authorization } }))
  return {
    ...simulator,
    token,
    call,
    support: (path: string) => call(path, `Bearer ${token}`),
    chat: (path: string) => call(path, `Bearer ${demoCredentials.chatToken}`),
  }
}

/** `path` with the query of a link that the simulator wrote: its host is not the one it listens on. */
export function follow(path: string, link: unknown): string {
  return `${path}?${String(link).split('?')[1]}`
}

export async function takeToken(url: string, body: Record<string, unknown> = {}): Promise<string> {
  const answer = await postToken(url, body)
  return z.object({ access_token: z.string() }).parse(JSON.parse(answer.text)).access_token
}

export function postToken(url: string, body: Record<string, unknown> = {}): Promise<Answer> {
  return postJson(`${url}/oauth/tokens`, {
    grant_type: 'client_credentials',
    client_id: demoCredentials.clientId,
    client_secret: demoCredentials.clientSecret,
    scope: 'read',
    ...body,
  })
}

export function postJson(url: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  return read(
    fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    }),
  )
}

async function read(pending: Promise<Response>): Promise<Answer> {
  const response = await pending
  const text = await response.text()
  return { status: response.status, headers: response.headers, text, json: parse(text) }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

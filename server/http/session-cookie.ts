import { createHash } from 'node:crypto'
import type { Request, Response } from 'express'
import type { Config } from '../platform/config.ts'
import { SESSION_MAXIMUM_MS } from '../store/sessions.ts'

/** Over https the name's prefix makes browsers insist on Secure, Path=/ and no Domain. */
export function sessionCookieName(config: Config): string {
  return isHttps(config) ? '__Host-cutover' : 'cutover_session'
}

export function isHttps(config: Config): boolean {
  return config.publicUrl.startsWith('https:')
}

export function setSessionCookie(response: Response, config: Config, token: string): void {
  response.cookie(sessionCookieName(config), token, {
    ...cookieAttributes(config),
    maxAge: SESSION_MAXIMUM_MS,
  })
}

export function clearSessionCookie(response: Response, config: Config): void {
  response.clearCookie(sessionCookieName(config), cookieAttributes(config))
}

/** The hash under which the request's session is kept, or null when it brings none. */
export function sessionTokenHash(request: Request, config: Config): string | null {
  const name = sessionCookieName(config)
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const [key, ...value] = pair.split('=')
    if (key.trim() === name && value.length > 0) return hashToken(value.join('=').trim())
  }
  return null
}

/** Tokens are random and long, so a plain hash keeps them: whoever reads the database cannot sign in with it. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

function cookieAttributes(config: Config) {
  return { httpOnly: true, sameSite: 'lax', secure: isHttps(config), path: '/' } as const
}

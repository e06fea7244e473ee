import type { Clock } from '../../server/platform/clock.ts'
import { stableHex } from './stable-number.ts'

export type AccessToken = { text: string; scope: string; expiresAt: number }

export type TokenStore = {
  issue(scope: string, lifetimeSeconds: number | null): AccessToken & { expiresIn: number }
  /** The token if it is known and has not ended. */
  find(text: string): AccessToken | null
  revokeAll(): void
}

/** Access tokens of the simulated account; they end by the simulated clock. */
export function createTokenStore(clock: Clock, defaultLifetimeSeconds: number, kind: string): TokenStore {
  const tokens = new Map<string, AccessToken>()
  let issued = 0
  return {
    issue(scope, lifetimeSeconds) {
      issued += 1
      const expiresIn = lifetimeSeconds ?? defaultLifetimeSeconds
      const token = {
        text: stableHex(64, kind, issued),
        scope,
        expiresAt: clock.now() + expiresIn * 1000,
      }
      tokens.set(token.text, token)
      return { ...token, expiresIn }
    },
    find(text) {
      const token = tokens.get(text)
      return token !== undefined && token.expiresAt > clock.now() ? token : null
    },
    revokeAll() {
      tokens.clear()
    },
  }
}

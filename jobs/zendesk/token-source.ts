/** An access token as an Authorization header, and how long it may be used. */
export type FetchedToken = { header: string; lifeMs: number }

/** One access token at a time, in memory only: fetched when it is needed, replaced before it ends or when refused. */
export type TokenSource = {
  header(): Promise<string>
  /** After a 401 to `refused`: whether another try is worth it. Many calls for one token replace it once. */
  renew(refused: string): boolean
  /** An answer came that was not 401: this token works. */
  accept(header: string): void
  current(): string | null
}

/** A token is replaced when a tenth of its life, at most a minute, is left. */
const EARLY_SHARE = 0.1
const EARLY_MS = 60_000

/** Ages are measured, never read off the wall clock, which may be wrong. */
export function createTokenSource(fetchToken: () => Promise<FetchedToken>): TokenSource {
  let token: { header: string; renewAt: number; replacesRefused: boolean; works: boolean } | null = null
  let fetching: Promise<string> | null = null
  let lastWasRefused = false

  async function replace(): Promise<string> {
    const askedAt = performance.now()
    const { header, lifeMs } = await fetchToken()
    const renewAt = askedAt + lifeMs - Math.min(EARLY_MS, lifeMs * EARLY_SHARE)
    token = { header, renewAt, replacesRefused: lastWasRefused, works: false }
    lastWasRefused = false
    return header
  }

  return {
    async header() {
      if (token && performance.now() < token.renewAt) return token.header
      fetching ??= replace().finally(() => (fetching = null))
      return fetching
    },
    renew(refused) {
      if (token?.header !== refused) return true
      // A fresh token is refused like the one before: the token is not what is wrong.
      if (token.replacesRefused && !token.works) return false
      token = null
      lastWasRefused = true
      return true
    },
    accept(header) {
      if (token?.header === header) token.works = true
    },
    current: () => token?.header ?? null,
  }
}

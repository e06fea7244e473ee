import type { Database } from './database.ts'
import { statement } from './database.ts'
import type { Person } from './people.ts'
import { readPerson } from './people.ts'

const HOUR_MS = 3_600_000
export const SESSION_IDLE_MS = 12 * HOUR_MS
export const SESSION_MAXIMUM_MS = 7 * 24 * HOUR_MS
/** An active session is written at most this often. */
const EXTENSION_STEP_MS = HOUR_MS / 6

export type Session = { tokenHash: string; csrfToken: string; createdAt: number; expiresAt: number }

type SessionRow = {
  token_hash: string
  person_id: number
  csrf_token: string
  created_at: number
  expires_at: number
}

/** Keeps a new session; the token itself is never stored, only its SHA-256. */
export function createSession(
  db: Database,
  session: { tokenHash: string; csrfToken: string; personId: number; now: number },
): void {
  statement(
    db,
    `insert into session (token_hash, person_id, csrf_token, created_at, expires_at)
     values (:tokenHash, :personId, :csrfToken, :now, :expiresAt)`,
  ).run({ ...session, expiresAt: session.now + SESSION_IDLE_MS })
}

/** The session and its person, or null when it is unknown, over, or the person was disabled. */
export function findSession(
  db: Database,
  tokenHash: string,
  now: number,
): { session: Session; person: Person } | null {
  const row = statement<SessionRow>(
    db,
    'select * from session where token_hash = :tokenHash and expires_at > :now',
  ).get({ tokenHash, now })
  if (!row) return null
  const person = readPerson(db, row.person_id)
  if (!person || person.disabledAt !== null) return null
  const session = {
    tokenHash,
    csrfToken: row.csrf_token,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
  }
  return { session, person }
}

/** Someone is there: the idle time starts anew, up to the longest life a session may have. */
export function extendSession(db: Database, session: Session, now: number): void {
  const expiresAt = Math.min(now + SESSION_IDLE_MS, session.createdAt + SESSION_MAXIMUM_MS)
  if (expiresAt - session.expiresAt < EXTENSION_STEP_MS) return
  statement(db, 'update session set expires_at = :expiresAt where token_hash = :tokenHash').run({
    tokenHash: session.tokenHash,
    expiresAt,
  })
}

export function endSession(db: Database, tokenHash: string): void {
  statement(db, 'delete from session where token_hash = :tokenHash').run({ tokenHash })
}

/** Forgets sessions that are over; returns how many. */
export function pruneSessions(db: Database, now: number): number {
  return statement(db, 'delete from session where expires_at <= :now').run({ now }).changes
}

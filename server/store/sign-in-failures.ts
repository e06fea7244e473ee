import type { Database } from './database.ts'
import { statement } from './database.ts'

/** Writes down one failure for a subject ('email:…' or 'address:…') and gives back its id. */
export function recordSignInFailure(db: Database, subject: string, now: number): number {
  const { lastInsertRowid } = statement(
    db,
    'insert into sign_in_failure (subject, failed_at) values (:subject, :now)',
  ).run({ subject, now })
  return Number(lastInsertRowid)
}

/** When the nth newest failure of a subject since `since` happened, or null when there were fewer. */
export function nthNewestFailure(
  db: Database,
  question: { subject: string; nth: number; since: number; now: number },
): number | null {
  const row = statement<{ failed_at: number }>(
    db,
    `select failed_at from sign_in_failure where subject = :subject and failed_at > :since and failed_at <= :now
     order by failed_at desc, id desc limit 1 offset :skipped`,
  ).get({
    subject: question.subject,
    since: question.since,
    now: question.now,
    skipped: question.nth - 1,
  })
  return row?.failed_at ?? null
}

export function forgetSignInFailure(db: Database, id: number): void {
  statement(db, 'delete from sign_in_failure where id = :id').run({ id })
}

export function forgetSignInFailuresOf(db: Database, subject: string): void {
  statement(db, 'delete from sign_in_failure where subject = :subject').run({ subject })
}

/** Forgets failures up to `before` (epoch ms); returns how many. */
export function pruneSignInFailures(db: Database, before: number): number {
  return statement(db, 'delete from sign_in_failure where failed_at <= :before').run({ before }).changes
}

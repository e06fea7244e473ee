import BetterSqlite3 from 'better-sqlite3'

/** What each way in which SQLite gives up means for whoever runs this program. Nothing of a page is half-kept. */
const sentences: readonly (readonly [RegExp, string])[] = [
  [
    /^SQLITE_FULL/,
    'The disk is full: free space where DATABASE_FILE lies; what was read stays, and the next run goes on from there',
  ],
  [
    /^SQLITE_(BUSY|LOCKED)/,
    'The database is held by another program: close what has DATABASE_FILE open; what was read stays, and the next run goes on from there',
  ],
  [
    /^SQLITE_(IOERR|CANTOPEN|READONLY|PERM)/,
    'The database cannot be written: check the disk and the rights on DATABASE_FILE and its folder; what was read stays',
  ],
  [
    /^SQLITE_(CORRUPT|NOTADB)/,
    'The database is damaged: stop the program and restore the latest backup with: npm run admin -- restore',
  ],
]

/** One sentence for an error a job ended with; what the store says is put in words a person can act on. */
export function describeFailure(error: unknown): string {
  if (error instanceof BetterSqlite3.SqliteError) {
    const known = sentences.find(([codes]) => codes.test(error.code))
    if (known) return `${known[1]} (${error.code})`
  }
  return error instanceof Error ? error.message : String(error)
}

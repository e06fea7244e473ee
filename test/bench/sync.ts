import type { LoadedAccount } from './loaded-account.ts'

const ROWS_PER_TRANSACTION = 1000

/** Reading everything over HTTP, checked and derived, against inserting the same conversations bare. */
export async function sync({
  ctx,
  summary,
  syncMilliseconds,
  conversations,
}: LoadedAccount): Promise<string[]> {
  const rows = summary.streams.reduce((sum, stream) => sum + stream.rows, 0)
  const rowsPerSecond = (rows / syncMilliseconds) * 1000
  const bareMilliseconds = insertBare(ctx.db)
  const barePerSecond = (conversations / bareMilliseconds) * 1000
  const bytes = ctx.db.prepare<[], number>(
    'select page_count * page_size from pragma_page_count, pragma_page_size',
  )
  return [
    `Sync against bare inserts: ${(barePerSecond / rowsPerSecond).toFixed(1)} times slower (${perSecond(rowsPerSecond)} against ${perSecond(barePerSecond)})`,
    `Database: ${((bytes.pluck().get() ?? 0) / conversations).toFixed(0)} bytes per conversation, everything included`,
  ]
}

function insertBare(db: LoadedAccount['ctx']['db']): number {
  const rows = db.prepare('select * from conversation').raw().all()
  const columns = db.prepare('select * from conversation').columns().length
  db.exec('create temporary table bare as select * from conversation where false')
  const insert = db.prepare(`insert into bare values (${Array.from({ length: columns }, () => '?').join()})`)
  const startedAt = performance.now()
  for (let first = 0; first < rows.length; first += ROWS_PER_TRANSACTION) {
    db.transaction(() => {
      for (const row of rows.slice(first, first + ROWS_PER_TRANSACTION)) insert.run(row)
    })()
  }
  const milliseconds = performance.now() - startedAt
  db.exec('drop table bare')
  return milliseconds
}

function perSecond(rows: number): string {
  return `${Math.round(rows).toLocaleString('en')} rows/s`
}

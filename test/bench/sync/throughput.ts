import { createSyncContext } from '../../../jobs/sync.ts'
import type { Stream } from '../../../jobs/streams/index.ts'
import { streams } from '../../../jobs/streams/index.ts'
import { syncStream } from '../../../jobs/sync-stream.ts'
import type { Database } from '../../../server/store/database.ts'
import { inTransaction, openDatabase } from '../../../server/store/database.ts'
import { migrate } from '../../../server/store/migrate.ts'
import { demoCredentials } from '../../zendesk-sim/credentials.ts'
import type { Account } from './start-account.ts'
import { readerOf } from './start-account.ts'

const PAGES = 60
const ROWS_PER_TRANSACTION = 1000
const FROM = 1_700_000_000

/** Understanding, deriving and storing pages that lie ready as text, against bare inserts of the same rows. */
export async function throughput(account: Account): Promise<string[]> {
  const chats = await recordPages(account, chatPages)
  const tickets = await recordPages(account, ticketPages)
  return [
    await compare(account, 'chats', 'chats', chats),
    await compare(account, 'tickets', 'tickets-agent', tickets),
  ]
}

async function compare(
  account: Account,
  what: string,
  name: string,
  pages: readonly string[],
): Promise<string> {
  const { ctx, db, remove } = readerOf(account.url, 60_000)
  const sync = createSyncContext(ctx, new AbortController().signal)
  await syncStream(sync, streamOf('account'))
  const stream = streamOf(name)
  let asked = 0
  const fromText = { ...sync, client: { ...sync.client, get: async () => JSON.parse(pages[asked++]) } }
  const startedAt = performance.now()
  let rows = 0
  for (let i = 0; i < pages.length; i++) {
    const page = await stream.readPage(fromText, { startsAt: 0, endsAt: null, cursor: null })
    inTransaction(db, () => page.write())
    rows += page.rows
  }
  const perSecond = (rows / (performance.now() - startedAt)) * 1000
  const bare = insertBare(db)
  remove()
  const share = ((perSecond / bare) * 100).toFixed(0)
  return `Reading ${what} from pages at hand: ${count(perSecond)} rows/s, ${share} % of bare inserts (${count(bare)} rows/s)`
}

/** The same conversations into an empty table of the same form, indexes included; rows per second. */
function insertBare(db: Database): number {
  const rows = db.prepare('select * from conversation').raw().all()
  const columns = db.prepare('select * from conversation').columns().length
  const other = openDatabase(`${db.name}-bare`)
  migrate(other)
  const insert = other.prepare(
    `insert into conversation values (${Array.from({ length: columns }, () => '?').join()})`,
  )
  const startedAt = performance.now()
  for (let first = 0; first < rows.length; first += ROWS_PER_TRANSACTION) {
    other.transaction(() => {
      for (const row of rows.slice(first, first + ROWS_PER_TRANSACTION)) insert.run(row)
    })()
  }
  const perSecond = (rows.length / (performance.now() - startedAt)) * 1000
  other.close()
  return perSecond
}

type Next = (body: string | null) => string

async function recordPages({ url }: Account, next: Next): Promise<string[]> {
  const { clientId, clientSecret, chatToken } = demoCredentials
  const token = await fetch(`${url}/oauth/tokens`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
      scope: 'read',
    }),
  })
  const { access_token: accessToken } = (await token.json()) as { access_token: string }
  const pages: string[] = []
  while (pages.length < PAGES) {
    const path = next(pages.at(-1) ?? null)
    const bearer = path.includes('/chat/') ? chatToken : accessToken
    const answer = await fetch(url + path, { headers: { authorization: `Bearer ${bearer}` } })
    pages.push(await answer.text())
  }
  return pages
}

function chatPages(body: string | null): string {
  const time = /"end_time":(\d+)/.exec(body ?? '')?.[1] ?? FROM
  const id = /"end_id":"([^"]+)"/.exec(body ?? '')?.[1] ?? ''
  return `/api/v2/chat/incremental/chats?fields=chats(*)&limit=1000&start_time=${time}&start_id=${id}`
}

function ticketPages(body: string | null): string {
  const cursor = /"after_cursor":"([^"]+)"/.exec(body ?? '')?.[1]
  const from = cursor ? `cursor=${encodeURIComponent(cursor)}` : `start_time=${MESSAGING_SINCE}`
  return `/api/v2/incremental/tickets/cursor?${from}&support_type_scope=agent&include=metric_sets,users&per_page=1000`
}

/** By then most tickets are messaging tickets. */
const MESSAGING_SINCE = Date.UTC(2026, 5, 1) / 1000

function streamOf(name: string): Stream {
  const stream = streams.find((one) => one.name === name)
  if (!stream) throw new Error(`there is no stream ${name}`)
  return stream
}

function count(value: number): string {
  return Math.round(value).toLocaleString('en')
}

import { createSyncContext } from '../../../jobs/sync.ts'
import type { Stream } from '../../../jobs/streams/index.ts'
import { streams } from '../../../jobs/streams/index.ts'
import { syncStream } from '../../../jobs/sync-stream.ts'
import { inTransaction } from '../../../server/store/database.ts'
import { timeBareInserts } from './bare-inserts.ts'
import { recordPages } from './recorded-pages.ts'
import type { Account } from './start-account.ts'
import { readerOf } from './start-account.ts'

/** Ours and the bare inserts take turns, and medians are shown: other work of the machine then hits both. */
const ROUNDS = 5

/** Understanding, deriving and storing pages that lie ready as text, against bare inserts of the same rows. */
export async function throughput(account: Account): Promise<string[]> {
  const { chats, tickets } = await recordPages(account)
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
  const rounds: Round[] = []
  for (let round = 0; round < ROUNDS; round++) rounds.push(await playOnce(account, name, pages))
  const median = (of: (round: Round) => number) => rounds.map(of).sort((a, b) => a - b)[ROUNDS >> 1]
  const perSecond = count(median(({ rows, ours }) => (rows / ours) * 1000))
  const barePerSecond = count(median(({ rows, bare }) => (rows / bare) * 1000))
  const share = (median(({ ours, bare }) => bare / ours) * 100).toFixed(0)
  return `Reading ${what} from pages at hand: ${perSecond} ${what}/s, ${share} % of bare inserts of the rows they become (${barePerSecond} ${what}/s); medians of ${ROUNDS} rounds`
}

/** Rows of the pages, and the milliseconds they took. */
type Round = { rows: number; ours: number; bare: number }

async function playOnce(account: Account, name: string, pages: readonly string[]): Promise<Round> {
  const { ctx, db, remove } = readerOf(account.url, 60_000)
  const sync = createSyncContext(ctx, new AbortController().signal)
  await syncStream(sync, streamOf('account'))
  const stream = streamOf(name)
  let asked = 0
  const fromText = { ...sync, client: { ...sync.client, get: async () => JSON.parse(pages[asked++]) } }
  let rows = 0
  const startedAt = performance.now()
  for (let i = 0; i < pages.length; i++) {
    const page = await stream.readPage(fromText, { startsAt: 0, endsAt: null, cursor: null })
    inTransaction(db, () => page.write())
    rows += page.rows
  }
  const ours = performance.now() - startedAt
  const bare = timeBareInserts(db)
  remove()
  return { rows, ours, bare }
}

function streamOf(name: string): Stream {
  const stream = streams.find((one) => one.name === name)
  if (!stream) throw new Error(`there is no stream ${name}`)
  return stream
}

function count(value: number): string {
  return Math.round(value).toLocaleString('en')
}

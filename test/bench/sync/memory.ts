import { createSyncContext } from '../../../jobs/sync.ts'
import { streams } from '../../../jobs/streams/index.ts'
import { syncStream } from '../../../jobs/sync-stream.ts'
import type { Account } from './start-account.ts'
import { readerOf } from './start-account.ts'

const ROWS_PER_SAMPLE = 1000
/** Streams whose rows grow with the account; single tickets are left out. */
const measured = [
  'account',
  'chats',
  'tickets-agent',
  'tickets-ai-agent',
  'satisfaction-ratings',
  'survey-responses',
]

/**
 * Memory of this process while it reads a large account without limits: its height, and whether it goes on growing.
 * What the process took before its first page is told too: here the compiler and the test tools are in it.
 */
export async function memory(account: Account): Promise<string[]> {
  const { ctx, db, remove } = readerOf(account.url, 60_000)
  const samples: number[] = []
  let read = 0
  const sync = {
    ...createSyncContext(ctx, new AbortController().signal),
    // One sample per thousand rows: pages of one stream are ten times as long as those of another.
    onPage: ({ rows: ofStream }: { rows: number }) => {
      while (samples.length * ROWS_PER_SAMPLE < read + ofStream) samples.push(megabytes())
    },
  }
  const before = megabytes()
  const startedAt = performance.now()
  for (const stream of streams.filter(({ name }) => measured.includes(name))) {
    read += (await syncStream(sync, stream)).rows
  }
  const seconds = (performance.now() - startedAt) / 1000
  const conversations = Number(db.prepare('select count(*) from conversation').pluck().get())
  remove()
  const lastHalf = samples.slice(Math.floor(samples.length / 2))
  const highest = Math.max(...samples)
  return [
    `${conversations.toLocaleString('en')} conversations (${read.toLocaleString('en')} rows) without limits: ${(seconds / 60).toFixed(1)} minutes`,
    `Memory: ${highest.toFixed(0)} MB at most, ${before.toFixed(0)} of them before the first page; ${growth(lastHalf)} % growth over the last half`,
  ]
}

function megabytes(): number {
  return process.memoryUsage().rss / 1_048_576
}

/** The straight line through the samples: its rise from first to last, in percent of their mean. */
function growth(samples: readonly number[]): string {
  const n = samples.length
  const meanX = (n - 1) / 2
  const meanY = samples.reduce((sum, value) => sum + value, 0) / n
  let above = 0
  let below = 0
  samples.forEach((value, x) => {
    above += (x - meanX) * (value - meanY)
    below += (x - meanX) ** 2
  })
  return (((above / below) * (n - 1) * 100) / meanY).toFixed(1)
}

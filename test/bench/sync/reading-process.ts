// Reads a whole account as the jobs process does, compiled as it is in production, and prints what memory that took.
import { createSyncContext } from '../../../jobs/sync.ts'
import { streams } from '../../../jobs/streams/index.ts'
import { syncStream } from '../../../jobs/sync-stream.ts'
import { createContext } from '../../../server/context.ts'
import { keepHeapSmall } from '../../../server/platform/heap.ts'
import type { Config } from '../../../server/platform/config.ts'

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

keepHeapSmall()
const ctx = createContext(JSON.parse(process.argv[2]) as Config, 'jobs')
const samples: number[] = []
let rows = 0
const sync = {
  ...createSyncContext(ctx, new AbortController().signal),
  // One sample per thousand rows: pages of one stream are ten times as long as those of another.
  onPage: ({ rows: ofStream }: { rows: number }) => {
    while (samples.length * ROWS_PER_SAMPLE < rows + ofStream) samples.push(megabytes())
  },
}
const before = megabytes()
const startedAt = performance.now()
for (const stream of streams.filter(({ name }) => measured.includes(name))) {
  rows += (await syncStream(sync, stream)).rows
}
const seconds = (performance.now() - startedAt) / 1000
const conversations = Number(ctx.db.prepare('select count(*) from conversation').pluck().get())
ctx.db.close()
console.log(JSON.stringify({ before, samples, rows, conversations, seconds }))

function megabytes(): number {
  return process.memoryUsage().rss / 1_048_576
}

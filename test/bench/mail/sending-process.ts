// Sends every mail that is due, compiled as it is in production, and prints what memory that took.
import { createContext } from '../../../server/context.ts'
import type { Config } from '../../../server/platform/config.ts'
import { keepHeapSmall } from '../../../server/platform/heap.ts'
import { deliverDueReports } from '../../../server/report/delivery/deliver-due.ts'

const MAILS_PER_SAMPLE = 500

keepHeapSmall()
const ctx = createContext(JSON.parse(process.argv[2]) as Config, 'jobs')
const heapMegabytes: number[] = []
let mails = 0
let bytes = 0
const { mailer } = ctx
const counting = {
  ...ctx,
  mailer: {
    ...mailer,
    async send(mail: Parameters<typeof mailer.send>[0]) {
      const sent = await mailer.send(mail)
      bytes += sent.bytes
      if (++mails % MAILS_PER_SAMPLE === 0) {
        globalThis.gc?.()
        heapMegabytes.push(process.memoryUsage().heapUsed / 1_048_576)
      }
      return sent
    },
  },
}
const startedAt = performance.now()
let sent = 0
let runs = 0
for (let last = -1; last !== 0; sent += last) {
  last = (await deliverDueReports(counting, { now: ctx.clock.now() })).sent
  runs += 1
}
const seconds = (performance.now() - startedAt) / 1000
const { rss } = process.memoryUsage()
const { user, system } = process.cpuUsage()
ctx.db.close()
const processorSeconds = (user + system) / 1_000_000
console.log(
  JSON.stringify({
    sent,
    runs,
    seconds,
    processorSeconds,
    bytes,
    heapMegabytes,
    rssMegabytes: rss / 1_048_576,
  }),
)

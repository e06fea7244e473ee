import { syncAll } from '../../../jobs/sync.ts'
import { readerOf, startAccount } from './start-account.ts'

/** One minute of Zendesk's lasts a second here. */
const WINDOW_SCALE = 60

/** Our own work during a full sync, against the time Zendesk's limits make any sync take. */
export async function budget(scale: number): Promise<string> {
  const account = await startAccount(scale, WINDOW_SCALE)
  const { ctx, db, remove } = readerOf(account.url, WINDOW_SCALE)
  const before = process.cpuUsage()
  const startedAt = performance.now()
  await syncAll(ctx, new AbortController().signal)
  const windowsSeconds = ((performance.now() - startedAt) / 1000) * WINDOW_SCALE
  const { user, system } = process.cpuUsage(before)
  const busySeconds = (user + system) / 1_000_000
  const conversations = Number(db.prepare('select count(*) from conversation').pluck().get())
  remove()
  account.end()
  const share = ((busySeconds / windowsSeconds) * 100).toFixed(1)
  return `A full sync of ${conversations.toLocaleString('en')} conversations within the limits: ${(windowsSeconds / 60).toFixed(0)} minutes of Zendesk's, of which our work is ${busySeconds.toFixed(0)} s: ${share} %`
}

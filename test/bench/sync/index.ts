import { budget } from './budget.ts'
import { memory } from './memory.ts'
import { startAccount } from './start-account.ts'
import { throughput } from './throughput.ts'

/** About a million conversations; a smaller account by BENCH_SYNC_SCALE. */
const SCALE = Number(process.env.BENCH_SYNC_SCALE ?? 2)
/** Within limits even a twentieth of the demo account takes an hour of Zendesk's time. */
const SCALE_WITHIN_LIMITS = 0.1

/** What the sync can do where Zendesk is no brake, and how little of Zendesk's time it adds where it is. */
export async function sync(): Promise<string[]> {
  const account = await startAccount(SCALE)
  const lines = [...(await throughput(account)), ...(await memory(account))]
  account.end()
  return [...lines, await budget(SCALE_WITHIN_LIMITS)]
}

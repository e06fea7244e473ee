import { budget } from './budget.ts'
import { importedChats } from './imported-chats.ts'
import { memory } from './memory.ts'
import type { Account } from './start-account.ts'
import { startAccount } from './start-account.ts'
import { throughput } from './throughput.ts'

/** About a million conversations; a smaller account by BENCH_SYNC_SCALE. */
const SCALE = Number(process.env.BENCH_SYNC_SCALE ?? 2)
/** Within limits even a twentieth of the demo account takes an hour of Zendesk's time. */
const SCALE_WITHIN_LIMITS = 0.1

/** Memory comes first: this process is to hold nothing else yet. */
const parts: Record<string, () => Promise<string[]>> = {
  memory: () => withAccount(memory),
  throughput: () => withAccount(throughput),
  import: importedChats,
  budget: async () => [await budget(SCALE_WITHIN_LIMITS)],
}

/**
 * What the sync can do where Zendesk is no brake, and how little of Zendesk's time it adds where it is.
 * BENCH_SYNC_PARTS chooses: `BENCH_SYNC_PARTS=throughput,memory`.
 */
export async function sync(): Promise<string[]> {
  const asked = process.env.BENCH_SYNC_PARTS?.split(',') ?? Object.keys(parts)
  const unknown = asked.filter((name) => !(name in parts))
  if (unknown.length > 0) {
    throw new Error(`no part "${unknown.join(', ')}"; there are: ${Object.keys(parts).join(', ')}`)
  }
  const lines: string[] = []
  for (const [name, measure] of Object.entries(parts)) {
    if (asked.includes(name)) lines.push(...(await measure()))
  }
  return lines
}

async function withAccount(measure: (account: Account) => Promise<string[]>): Promise<string[]> {
  const account = await startAccount(SCALE)
  try {
    return await measure(account)
  } finally {
    account.end()
  }
}

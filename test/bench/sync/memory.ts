import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Account } from './start-account.ts'
import { readerOf } from './start-account.ts'

type Reading = { before: number; samples: number[]; rows: number; conversations: number; seconds: number }

const root = fileURLToPath(new URL('../../..', import.meta.url))

/**
 * Memory of the compiled program, in a process of its own, while it reads a large account without limits: its height,
 * and whether it goes on growing.
 */
export async function memory(account: Account): Promise<string[]> {
  const { before, samples, rows, conversations, seconds } = await readCompiled(account)
  const lastHalf = samples.slice(Math.floor(samples.length / 2))
  const highest = Math.max(...samples)
  return [
    `${conversations.toLocaleString('en')} conversations (${rows.toLocaleString('en')} rows) without limits: ${(seconds / 60).toFixed(1)} minutes`,
    `Memory: ${highest.toFixed(0)} MB at most, ${before.toFixed(0)} of them before the first page; ${growth(lastHalf)} % growth over the last half`,
  ]
}

async function readCompiled(account: Account): Promise<Reading> {
  const run = promisify(execFile)
  await run(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], { cwd: root })
  const { config, remove } = readerOf(account.url, 60_000)
  try {
    const { stdout } = await run(
      process.execPath,
      ['dist/test/bench/sync/reading-process.js', JSON.stringify(config)],
      { cwd: root, maxBuffer: 64 * 1_048_576 },
    )
    return JSON.parse(stdout) as Reading
  } finally {
    remove()
  }
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

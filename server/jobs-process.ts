import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Logger } from './platform/logger.ts'

const FIRST_WAIT_MS = 1_000
const LONGEST_WAIT_MS = 60_000
/** A process that lived this long was healthy: the next wait is short again. */
const HEALTHY_MS = 60_000

/** Starts `jobs/main` as a child and restarts it with growing waits when it ends. Returns stop(). */
export function startJobsProcess(logger: Logger): () => void {
  const file = fileURLToPath(new URL(`../jobs/main${extname(import.meta.url)}`, import.meta.url))
  let child: ChildProcess | null = null
  let timer: NodeJS.Timeout | null = null
  let wait = FIRST_WAIT_MS
  let isStopping = false
  start()

  function start(): void {
    const startedAt = performance.now()
    child = fork(file, { stdio: 'inherit' })
    child.once('exit', (code, signal) => {
      child = null
      if (isStopping) return
      wait = performance.now() - startedAt > HEALTHY_MS ? FIRST_WAIT_MS : Math.min(wait * 2, LONGEST_WAIT_MS)
      logger.warn({ code, signal, restartInMs: wait }, 'the jobs process ended; starting it again')
      timer = setTimeout(start, wait)
    })
  }

  return () => {
    isStopping = true
    if (timer) clearTimeout(timer)
    child?.kill('SIGTERM')
  }
}

import type { DataHealthAnswer, JobRequestProgress } from '../../contract.ts'
import { readLatestRuns, readRecentRequests } from '../../store/data-health.ts'
import type { Database } from '../../store/database.ts'
import type { JobRunRow } from '../../store/job-runs.ts'
import { failuresOf } from '../../store/stream-runs.ts'
import { failureWords } from '../../text/failure-words.ts'
import { toInstant } from './instant.ts'

const SHOWN_FOR_MS = 3_600_000

/** The latest run of every job, and what people asked for in the last hour. */
export function jobsHealth(db: Database, now: number): Pick<DataHealthAnswer, 'jobs' | 'requests'> {
  const latest = readLatestRuns(db)
  const running = new Set(latest.filter(({ outcome }) => outcome === 'running').map(({ name }) => name))
  return {
    jobs: latest.map((run) => ({
      name: run.name,
      startedAt: toInstant(run.started_at),
      endedAt: toInstant(run.ended_at),
      outcome: run.outcome,
      message: wordsOf(run),
    })),
    requests: readRecentRequests(db, now - SHOWN_FOR_MS).map((request): JobRequestProgress => ({
      id: request.id,
      name: request.name,
      state: request.outcome ?? (request.is_oldest && running.has(request.name) ? 'running' : 'queued'),
      requestedAt: toInstant(request.requested_at),
      doneAt: toInstant(request.done_at),
      message: messageOf(request, latest),
    })),
  }
}

/** The sentence of each stream that failed, one per line; else what the run itself says. */
function wordsOf(run: JobRunRow): DataHealthAnswer['jobs'][number]['message'] {
  const failures = failuresOf(run)
  if (failures.length === 0) return run.message === null ? null : { en: run.message, ko: run.message }
  const words = failures.map(failureWords)
  return { en: words.map(({ en }) => en).join('\n'), ko: words.map(({ ko }) => ko).join('\n') }
}

/** A request keeps the English words of its run; the run itself, where it is the latest, knows both languages. */
function messageOf(
  { name, message }: { name: string; message: string | null },
  latest: readonly JobRunRow[],
): JobRequestProgress['message'] {
  if (message === null) return null
  const run = latest.find((one) => one.name === name && one.message === message)
  return run ? wordsOf(run) : { en: message, ko: message }
}

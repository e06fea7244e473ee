import type { JobRunRow } from '../store/job-runs.ts'

export type StreamRuns = {
  isRunning: boolean
  /** Epoch ms at which the latest run that read the stream to its end was over. */
  lastSuccessAt: number | null
  /** What the latest finished run said about this stream; null when it went well. */
  error: string | null
}

/**
 * What the latest runs tell about one stream. A run of all streams that failed names the streams at fault, one line
 * each; the others went well. One that names none failed as a whole.
 * @param runs newest first, of 'sync-<stream>' and 'sync-all'
 */
export function streamRunsOf(
  stream: string,
  runs: readonly JobRunRow[],
  streams: readonly string[],
): StreamRuns {
  const own = runs.filter((run) => run.name === 'sync-all' || run.name === `sync-${stream}`)
  const finished = own
    .filter((run) => run.outcome === 'ok' || run.outcome === 'failed')
    .map((run) => ({ endedAt: run.ended_at, error: errorOf(stream, run, streams) }))
  return {
    isRunning: own.some((run) => run.outcome === 'running'),
    lastSuccessAt: finished.find((run) => run.error === null)?.endedAt ?? null,
    error: finished.at(0)?.error ?? null,
  }
}

function errorOf(stream: string, run: JobRunRow, streams: readonly string[]): string | null {
  if (run.outcome !== 'failed') return null
  const message = run.message ?? 'the run failed without a message; see the log of the jobs process'
  const parts = partsByStream(message, streams)
  return parts.size === 0 ? message : (parts.get(stream) ?? null)
}

/** Splits 'chats: …' lines; a line that begins with no stream goes on with the one before. */
function partsByStream(message: string, streams: readonly string[]): Map<string, string> {
  const parts = new Map<string, string>()
  let current: string | null = null
  for (const line of message.split('\n')) {
    const named = streams.find((stream) => line.startsWith(`${stream}: `))
    if (named !== undefined) {
      current = named
      parts.set(named, line.slice(named.length + 2))
    } else if (current !== null) {
      parts.set(current, `${parts.get(current)}\n${line}`)
    }
  }
  return parts
}

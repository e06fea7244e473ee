import type { StreamHealth } from '../../contract.ts'
import { streamNames } from '../../metrics/streams.ts'
import { readPaces } from '../../store/backfill-rate.ts'
import { readHistoryProgress } from '../../store/checkpoints.ts'
import { countPutAside, readSyncRuns } from '../../store/data-health.ts'
import type { Database } from '../../store/database.ts'
import { readDetailProgress } from '../../store/detail-plan.ts'
import type { PermissionCheck } from '../../store/permission-checks.ts'
import type { StreamRuns } from '../../store/stream-runs.ts'
import { streamRunsOf, streamStateOf } from '../../store/stream-runs.ts'
import { failureWords } from '../../text/failure-words.ts'
import { toInstant } from './instant.ts'

const TICKET_BY_TICKET = 'ticket-details'

/** How every stream is doing, in the order in which they run. */
export function streamsHealth(
  db: Database,
  permissions: readonly PermissionCheck[],
  now: number,
): StreamHealth[] {
  const history = new Map(readHistoryProgress(db).map((stream) => [stream.stream, stream]))
  const runs = readSyncRuns(db)
  const paces = readPaces(db, now)
  const putAside = countPutAside(db)
  const details = readDetailProgress(db)
  return streamNames.map((stream) => {
    const progress = history.get(stream)
    const ofRuns = streamRunsOf(stream, runs)
    const state = streamStateOf(stream, progress, ofRuns, permissions)
    const pace = state === 'running' ? paces.get(stream) : undefined
    const isDetails = stream === TICKET_BY_TICKET
    return {
      stream,
      state,
      progress: isDetails ? shareRead(details, ofRuns) : (progress?.progress ?? wholeOrNothing(ofRuns)),
      completeTo: toInstant(progress?.completeTo ?? null),
      itemsLeft: isDetails ? details.waiting : null,
      rowsPerMinute: rounded(pace?.rowsPerMinute),
      secondsLeft: rounded(pace?.secondsLeft),
      lastSuccessAt: toInstant(ofRuns.lastSuccessAt),
      rows: progress?.rows ?? 0,
      putAside: putAside.get(stream) ?? 0,
      error:
        ofRuns.failure && state !== 'absent' && state !== 'not_configured'
          ? failureWords(ofRuns.failure)
          : null,
    }
  })
}

function shareRead({ wanted, waiting }: { wanted: number; waiting: number }, runs: StreamRuns): number {
  return wanted > 0 ? 1 - waiting / wanted : wholeOrNothing(runs)
}

function wholeOrNothing({ lastSuccessAt }: StreamRuns): number {
  return lastSuccessAt === null ? 0 : 1
}

function rounded(value: number | null | undefined): number | null {
  return value === null || value === undefined ? null : Math.round(value)
}

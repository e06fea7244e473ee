import type { DataHealthAnswer, StreamHealth } from '../../contract.ts'
import { readHistoryProgress, streamCompleteTo } from '../../store/checkpoints.ts'
import {
  countQuarantine,
  countUnmappedConversations,
  readLatestRuns,
  readSyncRuns,
} from '../../store/data-health.ts'
import type { Database } from '../../store/database.ts'
import type { JobRunRow } from '../../store/job-runs.ts'
import { dataHealthAnswerSchema } from '../answer-schemas.ts'
import { mayReadAccountFacts } from '../brand-scope.ts'
import { everyRole } from '../description.ts'
import { endpointFor } from '../endpoint.ts'
import { streamRunsOf } from '../stream-runs.ts'

/** Streams whose past has to arrive before the figures are whole; single tickets are read as they are needed. */
const historyStreams = [
  'chats',
  'tickets-agent',
  'tickets-ai-agent',
  'satisfaction-ratings',
  'survey-responses',
] as const
const allStreams: readonly string[] = ['account', ...historyStreams, 'ticket-details']

export const readDataHealth = endpointFor(everyRole, {
  method: 'get',
  path: '/api/v1/data-health',
  summary: 'How fresh and how complete the data is; for those who see the whole account also why',
  answer: dataHealthAnswerSchema,
  handle(ctx, { person }): DataHealthAnswer {
    const history = new Map(readHistoryProgress(ctx.db).map((stream) => [stream.stream, stream]))
    const shares = historyStreams.map((stream) => history.get(stream)?.progress ?? 0)
    return {
      asOf: new Date(ctx.clock.now()).toISOString(),
      dataCompleteTo: toInstant(streamCompleteTo(ctx.db, historyStreams)),
      progress: shares.reduce((sum, share) => sum + share, 0) / shares.length,
      historyComplete: historyStreams.every((stream) => history.get(stream)?.done === true),
      ...(mayReadAccountFacts(person) ? accountFacts(ctx.db) : noAccountFacts),
    }
  },
})

type AccountFacts = Pick<DataHealthAnswer, 'streams' | 'quarantine' | 'unmappedConversations' | 'jobs'>

/** Unmapped conversations belong to no brand, so somebody limited to brands has none. */
const noAccountFacts: AccountFacts = { streams: [], quarantine: [], unmappedConversations: null, jobs: [] }

function accountFacts(db: Database): AccountFacts {
  return {
    streams: streamsOf(db),
    quarantine: countQuarantine(db),
    unmappedConversations: countUnmappedConversations(db),
    jobs: readLatestRuns(db).map(toJob),
  }
}

function streamsOf(db: Database): StreamHealth[] {
  const history = new Map(readHistoryProgress(db).map((stream) => [stream.stream, stream]))
  const runs = readSyncRuns(db)
  return allStreams.map((stream) => {
    const progress = history.get(stream)
    const { isRunning, lastSuccessAt, error } = streamRunsOf(stream, runs, allStreams)
    const hasBegun = progress !== undefined || lastSuccessAt !== null
    return {
      stream,
      state: isRunning && hasBegun ? 'running' : error !== null ? 'failed' : hasBegun ? 'ok' : 'waiting',
      progress: progress?.progress ?? (lastSuccessAt === null ? 0 : 1),
      completeTo: toInstant(progress?.completeTo ?? null),
      lastSuccessAt: toInstant(lastSuccessAt),
      rows: progress?.rows ?? 0,
      error,
    }
  })
}

function toJob(run: JobRunRow): DataHealthAnswer['jobs'][number] {
  return {
    name: run.name,
    startedAt: new Date(run.started_at).toISOString(),
    endedAt: toInstant(run.ended_at),
    outcome: run.outcome,
    message: run.message,
  }
}

function toInstant(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString()
}

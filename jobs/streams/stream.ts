import type { Config } from '../../server/platform/config.ts'
import type { Clock } from '../../server/platform/clock.ts'
import type { Logger } from '../../server/platform/logger.ts'
import type { Database } from '../../server/store/database.ts'
import type { QuarantineEntry } from '../../server/store/quarantine.ts'
import type { ZendeskReadings } from '../../server/settings/zendesk-readings.ts'
import type { AiAgentsClient } from '../zendesk/ai-agents-client.ts'
import type { ZendeskClient } from '../zendesk/client.ts'

export type SyncContext = {
  db: Database
  client: ZendeskClient
  aiAgents: AiAgentsClient
  config: Config
  clock: Clock
  logger: Logger
  /** Aborted: stop cleanly after the page in hand. */
  signal: AbortSignal
  /** Key of the requesters' hashes. */
  hashKey: string
  onPage?(progress: SyncProgress): void
}

export type StreamResult = {
  stream: string
  /** Rows read, the same row again included. */
  rows: number
  /** Rows of the store that changed. */
  changed: number
  quarantined: number
  pages: number
  /** Rows known to be left for the next run, of a stream that reads for a limited time. */
  left?: number
}

export type SyncProgress = StreamResult & { window: string }

/** Where a window is to be read on. Instants are epoch ms. */
export type Position = {
  startsAt: number
  /** Null where the window has no end: read to the end of the stream. */
  endsAt: number | null
  /** Null at the window's start; else what the page before gave. */
  cursor: string | null
}

export type Page = {
  /** Rows of the page, understood or not. */
  rows: number
  quarantined: readonly QuarantineEntry[]
  /** Continues after this page; kept with its rows. */
  cursor: string | null
  /** Nothing follows for now. */
  isLast: boolean
  /** The page names itself as the next one, without saying that it is the last: that may be its end, or a fault. */
  repeatsItself?: boolean
  /** The source says that more follows, or a full page shows it: then a page that leads to itself is no end. */
  hasMore?: boolean
  /** Rows a last page leaves to the next run; as long as there are any, the window is not complete. */
  left?: number
  /** The latest moment among the rows, where the source orders them by time. */
  reachedAt: number | null
  /** Stores the rows inside the page's transaction; returns how many rows of the store changed. */
  write(): number
}

/** What one stream does differently from the others. */
export type Stream = {
  name: string
  scope: '' | 'agent' | 'ai_agent'
  /**
   * Streams of one lane share a Zendesk limit and run one after the other, in the order of the table; lanes run side
   * by side, after `first` and before `last`.
   */
  lane: 'first' | 'chat' | 'incremental' | 'lists' | 'omnichannel' | 'ai-agents' | 'last'
  /**
   * How the stream is walked. `changes`: ordered by the time of change, so a forward window goes on from its cursor.
   * `creation`: filtered by the time of creation only, so a trailing stretch is read again at every run.
   * `present`: has no history; what there is, is read at every run.
   */
  walk: 'changes' | 'creation' | 'present'
  /** Of walk `creation`: days before the last complete moment that every run reads again. Default: 30. */
  trailingDays?(readings: ZendeskReadings): number
  /** Days after which the source forgets its rows: no history is planned beyond. Default: it never does. */
  keptDays?(readings: ZendeskReadings): number
  /**
   * What of its source the stream keeps, in words such as names of channels: when a word is new, all of the stream's
   * history is read again. Default: that never changes.
   */
  readsWith?(db: Database): readonly string[]
  /** Answers that say the account has no such source, or has it no longer: then nothing waits for it. */
  absentOn?: readonly number[]
  /** The source holds back this much of the present. */
  exclusionMs: number
  /** @throws UpstreamError with what to do when Zendesk refuses */
  readPage(sync: SyncContext, position: Position): Promise<Page>
}

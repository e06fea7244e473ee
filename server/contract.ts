import type { DataGap, DetailCoverage } from './contract-health.ts'

/**
 * The shapes that cross the HTTP border. Types only: the server, the client, the mail and the tests share them.
 * Durations are seconds, rates 0…1, counts per week. Days are brand-local `YYYY-MM-DD`, ranges half-open.
 * Instants are ISO 8601 in UTC. No data is `null`, never 0.
 */

export type Language = 'en' | 'ko'
export type Bilingual = { en: string; ko: string }

/** The metrics whose verdicts form the report: grid, mail and headline. */
export type PrimaryMetricKey =
  'first_reply' | 'unserved_rate' | 'recontact_rate' | 'csat' | 'demand' | 'human_workload'
export type MetricKey =
  | PrimaryMetricKey
  | 'first_reply_any'
  | 'wait_to_agent'
  | 'missed_rate'
  | 'dropped_rate'
  | 'resolution_time'
  | 'reopen_rate'
  | 'one_touch_rate'
  | 'csat_response_rate'
  | 'human_share'
  | 'out_of_hours_share'
  | 'containment_rate'
  | 'handoff_rate'
  | 'automated_resolution_rate'
  | 'bot_csat'
  | 'messages_per_conversation'
  | 'average_reply'
  | 'transfer_rate'
  | 'handle_time'
  | 'concurrency'
  | 'conversations_per_agent_hour'
  | 'cost_per_resolution'

/** `load`: one amount per another, such as messages per conversation. `money`: the same in a currency. */
export type MetricKind = 'duration' | 'rate' | 'count' | 'load' | 'money'
export type BetterDirection = 'up' | 'down' | 'neutral'
export type Fairness = 'fair' | 'conditional' | 'caution' | 'none'

export type ComparisonState =
  'improved' | 'worse' | 'higher' | 'lower' | 'no_clear_change' | 'not_enough_data' | 'not_comparable'
export type EvidenceGrade = 'A' | 'B' | 'C' | 'D'
export type ComparisonMethod = 'staggered' | 'interrupted' | 'windows'

/** `ratio` 0.8 = 20 % less; `points` 3.2 = 3.2 percentage points more. */
export type Effect = { value: number; low: number; high: number; unit: 'ratio' | 'points' }
/** `n`: conversations (or answers) the value rests on. */
export type WindowValue = { value: number | null; n: number; from: string; to: string }
export type Reason = { code: string; en: string; ko: string }

export type Comparison = {
  brand: { id: number; name: string }
  metric: MetricKey
  metricVersion: number
  state: ComparisonState
  direction: 'up' | 'down' | null
  grade: EvidenceGrade | null
  fairness: Fairness
  method: ComparisonMethod | null
  effect: Effect | null
  before: WindowValue | null
  after: WindowValue | null
  expected: { value: number; low: number; high: number } | null
  now: WindowValue | null
  mixAdjusted: Effect | null
  reasons: Reason[]
  readyOn: string | null
  sentence: Bilingual
}

export type PooledComparison = {
  metric: MetricKey
  /** Moved brands whose effects are in it. */
  brands: number
  effect: Effect | null
  state: ComparisonState
  /** How far it shows that the moves are the cause: the worst of the brands'. */
  grade: EvidenceGrade | null
  /** Share of the brands' differences that is more than chance, 0…1; null below three brands. */
  differing: number | null
  /** Where the effect at a further brand would likely lie; null below five brands. */
  furtherBrand: { low: number; high: number; unit: Effect['unit'] } | null
  sentence: Bilingual
}

/**
 * Which conversations a question was narrowed to, in the words of its address; null or false where it was not.
 * `unknown` stands for those of which it is not known.
 */
export type QuestionFilter = {
  channel: string[] | null
  language: string[] | null
  topic: string[] | null
  /** Zendesk's ids. */
  group: string[] | null
  hours: ('night' | 'morning' | 'afternoon' | 'evening')[] | null
  open: boolean
  bot: ('yes' | 'no' | 'unknown')[] | null
}

/** A verdict that was another one before. */
export type VerdictChange = { brandId: number; metric: MetricKey; from: ComparisonState }

export type ComparisonsAnswer = {
  asOf: string
  /** The moment the oldest of the needed streams is complete to; null before the first sync. */
  dataCompleteTo: string | null
  definitions: string
  /** False for a question of its own, narrowed to days or conversations: not part of the report. */
  isReport: boolean
  filter: QuestionFilter | null
  comparisons: Comparison[]
  pooled: PooledComparison[]
  /** Verdicts of the report that were others a week ago; null where that is not known, or not asked for. */
  changes: { since: string; cells: VerdictChange[] } | null
}

/** One Monday–Sunday week of a brand's series; `value` is null when the week holds too little. */
export type SeriesWeek = { from: string; to: string; value: number | null; n: number; complete: boolean }
/**
 * `to`: where it took several days, the day after the last. `event`: somebody wrote it down; its words are in the
 * language they were written in.
 */
export type SeriesMark = {
  kind: 'cutover' | 'ramp_end' | 'bot_start' | 'messaging_activated' | 'definition_break' | 'event'
  day: string
  to?: string
  name: Bilingual
}
export type BrandSummary = {
  id: number
  name: string
  zone: string
  /** `source` tells whether the day was found in the data or confirmed by a person. */
  cutover: {
    wentLiveOn: string
    rampEnd: string | null
    source: 'detected' | 'confirmed'
    rampSource: 'measured' | 'assumed'
    detectedOn: string | null
    note: string | null
  } | null
}
export type BrandsAnswer = { brands: BrandSummary[] }

export type MetricDescription = {
  key: MetricKey
  version: number
  kind: MetricKind
  unit: string
  primary: boolean
  better: BetterDirection
  fairness: Fairness
  /** Smallest change worth calling: a fraction for durations and counts, points (0.02 = 2 points) for rates. */
  margin: number
  maturityDays: number
  name: Bilingual
  question: Bilingual
  before: Bilingual
  after: Bilingual
  condition: Bilingual | null
  zendesk: Bilingual
}
export type MetricsAnswer = { version: string; metrics: MetricDescription[] }

/** `absent`: the account has no such source. `not_configured`: it may have, and nothing lets us read it. */
export type StreamState = 'waiting' | 'running' | 'ok' | 'failed' | 'absent' | 'not_configured'
export type StreamHealth = {
  stream: string
  state: StreamState
  /** 0…1 of the history walked so far. */
  progress: number
  /** How far it lags behind is the time from here to `asOf`. */
  completeTo: string | null
  /** Rows still to be read, where they can be counted beforehand. */
  itemsLeft: number | null
  /** At the pace of the last minutes, while rows arrive; null when it does not read or has only begun to. */
  rowsPerMinute: number | null
  /** Until nothing is left at that pace; null where no end can be told. */
  secondsLeft: number | null
  lastSuccessAt: string | null
  rows: number
  /** Rows that could not be understood. */
  putAside: number
  /** What went wrong the last time, and what to do about it. */
  error: Bilingual | null
}
/** Rows of one stream put aside for one reason; the example is a Zendesk id. */
export type QuarantineGroup = {
  stream: string
  path: string
  reason: string
  count: number
  firstSeenAt: string
  exampleId: string
}
/** One Zendesk limit as the jobs process last saw it; `usedShare` 0…1 of the running minute. */
export type ApiBudget = {
  bucket: string
  perMinute: number
  remaining: number
  usedShare: number
  /** Zendesk asked us to wait until then. */
  pausedUntil: string | null
  /** Since midnight UTC. */
  requestsToday: number
  /** Answers 429 since midnight UTC. */
  refusedToday: number
  seenAt: string
}
/** What Zendesk lets be read, as the last check found it; `subject` is a stream or 'credential'. */
export type PermissionFinding = {
  subject: string
  state: 'allowed' | 'refused' | 'absent' | 'unknown' | 'not_configured'
  code: string
  /** What is so, and what to change where. */
  sentence: Bilingual
  /** What Zendesk said. */
  detail: string | null
  checkedAt: string
}
export type ReconciliationMismatch = {
  /** The first day it is about; brand-local, UTC for the whole account. */
  day: string
  /** 1, or 7 where only the total of a week was compared. */
  days: number
  kind: string
  channel: string
  theirs: number
  ours: number
  /** Part of the difference that has a cause which is no loss. */
  explained: number
  unexplained: number
  /** Count by cause. */
  causes: Record<string, number>
}
export type ReconciliationCalendar = {
  /** Null: the whole account, by UTC days. */
  brand: { id: number; name: string } | null
  /** A Monday. */
  from: string
  /** One letter per day from then on: `g` agrees with Zendesk, `r` differs too much, `-` was not checked. */
  days: string
  mismatches: ReconciliationMismatch[]
}
export type JobRequestProgress = {
  id: number
  name: string
  state: 'queued' | 'running' | 'ok' | 'failed'
  requestedAt: string
  doneAt: string | null
  message: Bilingual | null
}
export type DataHealthAnswer = {
  asOf: string
  dataCompleteTo: string | null
  /** 0…1 over the streams the figures are made of. */
  progress: number
  historyComplete: boolean
  streams: StreamHealth[]
  quarantine: QuarantineGroup[]
  budgets: ApiBudget[]
  permissions: PermissionFinding[]
  /** Of the brands the person sees; the whole account's for those who see all of it. */
  reconciliation: ReconciliationCalendar[]
  details: DetailCoverage[]
  /** null for whoever does not see the whole account. */
  unmappedConversations: number | null
  /** What else is in no figure; empty for whoever does not see the whole account. */
  gaps: DataGap[]
  jobs: {
    name: string
    startedAt: string
    endedAt: string | null
    outcome: string
    message: Bilingual | null
  }[]
  /** Jobs people asked for lately, latest first. */
  requests: JobRequestProgress[]
}

export type Role = 'administrator' | 'manager' | 'viewer'
export type SessionAnswer = {
  person: { email: string; name: string; role: Role; language: Language; allBrands: boolean }
  csrfToken: string
}

/** RFC 9457 problem document; `fields` names every bad field. */
export type Problem = {
  type: string
  title: string
  status: number
  detail: string
  code: string
  fields?: { field: string; message: string }[]
}

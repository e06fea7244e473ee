/**
 * The shapes that cross the HTTP border. Types only: the server, the client, the mail and the tests share them.
 * Durations are seconds, rates 0…1, counts per week. Days are brand-local `YYYY-MM-DD`, ranges half-open.
 * Instants are ISO 8601 in UTC. No data is `null`, never 0.
 */

export type Language = 'en' | 'ko'
export type Bilingual = { en: string; ko: string }

export type MetricKey =
  'first_reply' | 'unserved_rate' | 'recontact_rate' | 'csat' | 'demand' | 'human_workload'

export type MetricKind = 'duration' | 'rate' | 'count'
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
  brands: number
  effect: Effect | null
  state: ComparisonState
  sentence: Bilingual
}

export type ComparisonsAnswer = {
  asOf: string
  /** The moment the oldest of the needed streams is complete to; null before the first sync. */
  dataCompleteTo: string | null
  definitions: string
  comparisons: Comparison[]
  pooled: PooledComparison[]
}

/** One Monday–Sunday week of a brand's series; `value` is null when the week holds too little. */
export type SeriesWeek = { from: string; to: string; value: number | null; n: number; complete: boolean }
export type SeriesMark = { kind: 'cutover' | 'ramp_end'; day: string }
export type SeriesAnswer = {
  asOf: string
  dataCompleteTo: string | null
  comparison: Comparison
  weeks: SeriesWeek[]
  marks: SeriesMark[]
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

export type StreamHealth = {
  stream: string
  state: 'waiting' | 'running' | 'ok' | 'failed'
  /** 0…1 of the history walked so far. */
  progress: number
  completeTo: string | null
  lastSuccessAt: string | null
  rows: number
  error: string | null
}
export type DataHealthAnswer = {
  asOf: string
  dataCompleteTo: string | null
  /** 0…1 over all streams that carry history. */
  progress: number
  historyComplete: boolean
  streams: StreamHealth[]
  quarantine: { stream: string; reason: string; count: number }[]
  /** null for whoever does not see the whole account. */
  unmappedConversations: number | null
  jobs: { name: string; startedAt: string; endedAt: string | null; outcome: string; message: string | null }[]
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

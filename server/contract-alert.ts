import type { OutsideRecipient } from './contract-report.ts'
import type { Bilingual, ComparisonState, MetricKey } from './contract.ts'

/** The shapes of alerts that cross the HTTP border. Types only, as in contract.ts. */

/**
 * Of a verdict. worse: it turns to worse · no_longer_improved: it was improved and is not any more · comparable: there is
 * a verdict where there was none · any: it is another one.
 */
export type AlertChange = 'worse' | 'no_longer_improved' | 'comparable' | 'any'
/**
 * Of jobs and data. stream: one fails for so many hours · reconciliation: a day differs from what Zendesk counts, also
 * after it was read again · backlog: what is left to read has not become less for so many hours · credential: Zendesk
 * refuses the way in · job: another job fails for so many hours · mail: reports are in trouble · disk: little room is left.
 */
export type DataTrouble = 'stream' | 'reconciliation' | 'backlog' | 'credential' | 'job' | 'mail' | 'disk'

/** What is looked at, and when it is told. */
export type AlertWatch =
  | { kind: 'verdict'; change: AlertChange; metrics: MetricKey[] | null }
  /** `value` in the metric's own unit; only complete weeks with at least `fromCount` conversations or answers. */
  | { kind: 'level'; metric: MetricKey; side: 'above' | 'below'; value: number; fromCount: number }
  /** Null: every figure that has a goal. */
  | { kind: 'goal'; metrics: MetricKey[] | null }
  | { kind: 'data'; troubles: DataTrouble[]; hours: number; freePercent: number }

export type AlertDraft = {
  name: string
  watch: AlertWatch
  /** Null: all the owner sees. */
  brands: number[] | null
  /** Also tell when it is over. */
  tellsEnd: boolean
  /** While it lasts, tell again after so many days; null = never. */
  repeatDays: number | null
  /** IANA name. */
  zone: string
  /** 'HH:MM' of working days of the zone; null = at any time. */
  hours: { from: string; to: string } | null
  recipients: { people: number[]; groups: number[]; addresses: OutsideRecipient[]; administrators: boolean }
}

/** What an event tells: enough to say it in any language later. */
export type AlertFacts =
  | {
      kind: 'verdict'
      metric: MetricKey
      from: ComparisonState | null
      to: ComparisonState
      sentence: Bilingual
    }
  | {
      kind: 'level'
      metric: MetricKey
      value: number
      n: number
      week: string
      side: 'above' | 'below'
      limit: number
    }
  | { kind: 'goal'; metric: MetricKey; value: number; goal: number; dueOn: string | null }
  | {
      kind: 'data'
      trouble: DataTrouble
      /** The stream, day, job or report it is about; null for what there is one of. */
      name: string | null
      /** Rows left, days' difference, or the share of room left; null where there is no number. */
      count: number | null
      /** Since when, where that is known. */
      since: string | null
      /** What went wrong, as Data health says it. */
      words: Bilingual | null
    }

export type AlertEventKind = 'begun' | 'still' | 'over' | 'changed'

export type AlertBrand = { id: number; name: string }
export type AlertFiring = {
  brand: AlertBrand | null
  since: string
  wasTold: boolean
  facts: AlertFacts | null
}

export type AlertSummary = AlertDraft & {
  id: number
  owner: { id: number; name: string; email: string }
  /** Of what lasts: where it is so now. */
  firing: AlertFiring[]
  snoozedUntil: string | null
  paused: { at: string; because: 'person' | 'owner_scope' } | null
  /** How many addresses it reaches now. */
  reaches: number
  /** When something was last noticed. */
  lastEventAt: string | null
  /** Notices that wait for working hours or the end of a snooze. */
  waiting: number
}

export type AlertsAnswer = {
  alerts: AlertSummary[]
  /** What can be chosen: brands one sees, people, groups. */
  brands: AlertBrand[]
  people: { id: number; name: string; email: string }[]
  groups: { id: number; name: string }[]
  /** Whether one may watch jobs and data. */
  canWatchData: boolean
  isSmtpSet: boolean
  zone: string
}

export type AlertNoticeTally = {
  sent: number
  failed: number
  unknown: number
  waiting: number
  dropped: number
}
export type AlertEventSummary = {
  id: number
  rule: { id: number; name: string }
  kind: AlertEventKind
  at: string
  brand: AlertBrand | null
  facts: AlertFacts
  notices: AlertNoticeTally
  /** Why notices were dropped, and what the mail server said of those that failed. */
  dropped: ('over_meanwhile' | 'never_told' | 'not_reached' | 'paused')[]
}
export type AlertHistoryAnswer = { events: AlertEventSummary[]; isCut: boolean }

/** What a rule would have told had it stood before. */
export type AlertTrialAnswer = {
  /** The first day looked at; null where nothing is kept to look at. */
  since: string | null
  /** What lasts now, for a rule on jobs and data. */
  isNow: boolean
  fired: { brand: AlertBrand | null; at: string; until: string | null; facts: AlertFacts }[]
}

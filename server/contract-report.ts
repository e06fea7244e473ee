import type { Language, MetricKey, QuestionFilter } from './contract.ts'

/** The shapes of reports by mail that cross the HTTP border. Types only, as in contract.ts. */

export type ReportRhythm =
  | { every: 'day' }
  /** 1 = Monday. */
  | { every: 'week'; weekday: number }
  /** Each second week, counted from the week that holds the day. */
  | { every: 'fortnight'; weekday: number; countedFrom: string }
  /** In a shorter month its last day. */
  | { every: 'month'; monthDay: number }
  | { every: 'first_working_day' }

export type ReportAttachment = 'csv' | 'xlsx' | 'pdf'
/** Somebody without an account; `brands` null = as the report. */
export type OutsideRecipient = {
  address: string
  name: string | null
  language: Language
  brands: number[] | null
}

/** What a person sets of a report. */
export type ReportDraft = {
  name: string
  /** IANA name. */
  zone: string
  rhythm: ReportRhythm
  /** 'HH:MM' by the wall clock of the zone. */
  time: string
  /** The last day it is sent; null = without end. */
  lastDay: string | null
  /** How long a mail waits for its week's data, and what recipients get then. */
  deadlineHours: number
  atDeadline: 'last_complete' | 'nothing'
  skipsUnchanged: boolean
  /** Null: all the owner sees. */
  brands: number[] | null
  /** Null: those of the report. */
  metrics: MetricKey[] | null
  /** Only these conversations, as a page may be narrowed to; null: all of them. */
  filters: QuestionFilter | null
  attachments: ReportAttachment[]
  recipients: { people: number[]; groups: number[]; addresses: OutsideRecipient[] }
}

export type DeliveryTally = { sent: number; failed: number; unknown: number; skipped: number }

export type ReportSummary = ReportDraft & {
  id: number
  owner: { id: number; name: string; email: string }
  /** Instants, soonest first; none while it is paused. */
  nextRuns: string[]
  /** How many addresses it reaches now. */
  reaches: number
  /** Named, but get nothing. */
  stopped: { address: string; at: string; because: 'unsubscribed' | 'refused'; message: string | null }[]
  paused: { at: string; because: 'person' | 'owner_scope' } | null
  /** Of the newest occasion something went out for. */
  last: ({ occasion: string } & DeliveryTally) | null
}

export type MailGroupSummary = {
  id: number
  name: string
  people: number[]
  addresses: OutsideRecipient[]
}

export type ReportsAnswer = {
  reports: ReportSummary[]
  groups: MailGroupSummary[]
  /** Who can be chosen as recipients. */
  people: { id: number; name: string; email: string }[]
  /** False: mails are written to the outbox folder instead of being sent. */
  isSmtpSet: boolean
}

export type DeliverySummary = {
  id: number
  address: string
  /** The day it fell due; null of a notice to the owner. */
  occasion: string | null
  kind: 'report' | 'notice' | 'to_me'
  week: { from: string; to: string }
  claimedAt: string
  settledAt: string | null
  outcome: 'sent' | 'failed' | 'unknown' | 'skipped' | null
  message: string | null
  attempts: number
  nextTryAt: string | null
  /** A person asked for it to be sent again, and it has not been yet. */
  isAskedAgain: boolean
  bytes: number | null
}
export type DeliveriesAnswer = {
  deliveries: DeliverySummary[]
  /** The `cursor` to ask the older ones with; null after the last. */
  next: string | null
}

/** What really became of a mail that was sent at once. */
export type SendToMeAnswer = { outcome: 'sent' | 'failed' | 'unknown'; message: string }
/** `html` shows its pictures as `cid:…`; they are no attachments to a reader, and are not listed. */
export type ReportPreviewAnswer = {
  /** With it the HTML can be shown in a frame, for ten minutes. */
  id: string
  /** Instants, soonest first. */
  nextRuns: string[]
  subject: string
  html: string
  text: string
  /** The files that come with the mail. */
  attachments: { name: string; contentType: string; bytes: number }[]
}

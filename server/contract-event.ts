/** The shapes of events written by hand that cross the HTTP border. Types only, as in contract.ts. */

export type EventKind = 'note' | 'outage' | 'campaign' | 'release' | 'staffing'

/** A note on a day of one brand or, where `brand` is null, of every brand. It changes no figure. */
export type EventSummary = {
  id: number
  brand: { id: number; name: string } | null
  day: string
  kind: EventKind
  /** Plain text as it was typed, in the language it was typed in. */
  text: string
  createdAt: string
  /** Name of the person. */
  createdBy: string
  changedAt: string | null
  changedBy: string | null
  /** Whether whoever asks may change and remove it. */
  canChange: boolean
}
/** `canAddForAll`: whether whoever asks may write one for every brand. */
export type EventsAnswer = { events: EventSummary[]; canAdd: boolean; canAddForAll: boolean }
/** What is sent to add one; to change one, any part of it. */
export type EventDraft = { brand: number | null; day: string; kind: EventKind; text: string }

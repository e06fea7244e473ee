import type { DeliveryOutcome } from '../../store/settle-mail.ts'

const MOST_NOTES = 20

export type DeliverySummary = Record<DeliveryOutcome, number> & {
  /** Why something was not sent, one line each; of many thousand the first ones. */
  notes: string[]
}

/**
 * `skipped`: recipients who have the mail already, or for whom there is nothing to send yet. `unknown`: mails that may or
 * may not have gone out; they are not sent again by themselves.
 */
export function emptySummary(): DeliverySummary {
  return { sent: 0, failed: 0, skipped: 0, unknown: 0, notes: [] }
}

/** Adds a line; those that are too many are left out, and the last line says so. */
export function addNote({ notes }: DeliverySummary, line: string): void {
  if (notes.length < MOST_NOTES) notes.push(line)
  else notes[MOST_NOTES] = 'and more; the history of each report names every mail'
}

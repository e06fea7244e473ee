import type { AlertNotice } from '../../store/alert-events.ts'
import type { AlertRule } from '../../store/alert-rules.ts'
import type { Recipient } from '../../store/named-recipients.ts'

/** A notice with the rule it is of and the recipient as they are now. */
export type ReadyNotice = AlertNotice & { rule: AlertRule; recipient: Recipient }

/** What became of what there was to tell. */
export type Sending = {
  sent: number
  failed: number
  unknown: number
  waiting: number
  dropped: number
  notes: string[]
}

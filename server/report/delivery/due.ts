import type { Person } from '../../store/people.ts'
import type { Delivery } from '../../store/read-deliveries.ts'
import type { ReportSchedule } from '../../store/report-schedules.ts'
import type { DueOccasion } from './due-occasion.ts'
import type { MailRun } from './mail-run.ts'

/** An occasion whose mails are being sent. */
export type Due = {
  schedule: ReportSchedule
  occasion: DueOccasion
  owner: Person
  /** Brands the owner sees now. */
  ownerBrandIds: readonly number[]
  /** Mails of an earlier run of which nobody knows whether they went out. */
  abandoned: readonly Delivery[]
  now: number
  run: MailRun
  signal?: AbortSignal | undefined
}

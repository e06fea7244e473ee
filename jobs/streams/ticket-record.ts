import { z } from 'zod'
import { amount, flag, id, instant } from '../zendesk/wire.ts'

/** A ticket as the incremental export sends it. Of a deleted one little more than the id is left. */
export const ticketRecordSchema = z
  .object({
    id,
    status: z.string(),
    created_at: instant.nullish(),
    updated_at: instant.nullish(),
    /** Epoch seconds; moves with system changes too, which `updated_at` does not. */
    generated_timestamp: amount.nullish(),
    via: z.object({ channel: z.string().nullish() }).nullish(),
    /** Whether the ticket is a conversation in a messenger; not every account says. */
    from_messaging_channel: flag.nullish().catch(null),
    brand_id: id.nullish(),
    ticket_form_id: id.nullish(),
    group_id: id.nullish(),
    requester_id: id.nullish(),
    tags: z.array(z.string()).nullish(),
    /** Some accounts send the metric set within the ticket instead of in a list beside. */
    metric_set: z.unknown().optional(),
    custom_fields: z.array(z.object({ id, value: z.unknown().optional() })).nullish(),
  })
  .superRefine((ticket, check) => {
    if (ticket.status === 'deleted') return
    for (const key of ['created_at', 'via'] as const) {
      if (!ticket[key]) check.addIssue({ code: 'custom', path: [key], message: 'is missing' })
    }
    if (!ticket.generated_timestamp && !ticket.updated_at) {
      check.addIssue({ code: 'custom', path: ['generated_timestamp'], message: 'is missing' })
    }
  })

export type TicketRecord = z.infer<typeof ticketRecordSchema>

export const metricSetSchema = z.object({
  ticket_id: id,
  solved_at: instant.nullish(),
  reopens: amount.nullish(),
  first_resolution_time_in_minutes: z.object({ calendar: amount.nullish() }).nullish(),
  replies: amount.nullish(),
  /** Messaging tickets only. */
  reply_time_in_seconds: z.object({ calendar: amount.nullish() }).nullish(),
  reply_time_in_minutes: z.object({ calendar: amount.nullish() }).nullish(),
  /** While the ticket was pending: what Zendesk calls the agent's wait is a wait for the customer. */
  agent_wait_time_in_minutes: z.object({ calendar: amount.nullish() }).nullish(),
  on_hold_time_in_minutes: z.object({ calendar: amount.nullish() }).nullish(),
  assignee_stations: amount.nullish(),
  initially_assigned_at: instant.nullish(),
  assigned_at: instant.nullish(),
  status_updated_at: instant.nullish(),
})

export type MetricSet = z.infer<typeof metricSetSchema>

export const userSchema = z.object({
  id,
  email: z.string().nullish(),
  external_id: z.string().nullish(),
  locale: z.string().nullish(),
})

export type User = z.infer<typeof userSchema>

import {
  flagOf,
  isAmountIfAny,
  isFlagIfAny,
  isId,
  isIdIfAny,
  isListIfAny,
  isRecord,
  isRecordIfAny,
  isTextIfAny,
  isTextsIfAny,
  momentOf,
} from '../zendesk/plain-values.ts'
import type { MetricSet, TicketRecord, User } from './ticket-record.ts'

type CustomField = NonNullable<TicketRecord['custom_fields']>[number]

/** A ticket in its common form, exactly as its schema reads it; null for any other, which the schema has to judge. */
export function plainTicketOf(record: unknown): TicketRecord | null {
  if (!isRecord(record)) return null
  const { id, status, generated_timestamp, via, tags } = record
  const { from_messaging_channel: isMessaging } = record
  const { brand_id, ticket_form_id, group_id, requester_id } = record
  const createdAt = momentOf(record.created_at)
  const updatedAt = momentOf(record.updated_at)
  if (!isId(id) || typeof status !== 'string' || status === 'deleted') return null
  if (!createdAt || Number.isNaN(updatedAt)) return null
  if (!isAmountIfAny(generated_timestamp) || !generated_timestamp) return null
  if (!isRecord(via) || !isTextIfAny(via.channel) || !isTextsIfAny(tags)) return null
  if (!isFlagIfAny(isMessaging)) return null
  if (!isIdIfAny(brand_id) || !isIdIfAny(ticket_form_id)) return null
  if (!isIdIfAny(group_id) || !isIdIfAny(requester_id)) return null
  const customFields = customFieldsOf(record.custom_fields)
  if (customFields === 'unusual') return null
  return {
    id,
    status,
    created_at: createdAt,
    updated_at: updatedAt,
    generated_timestamp,
    via: { channel: via.channel },
    from_messaging_channel: flagOf(isMessaging),
    brand_id,
    ticket_form_id,
    group_id,
    requester_id,
    tags,
    metric_set: record.metric_set,
    custom_fields: customFields,
  }
}

function customFieldsOf(list: unknown): CustomField[] | null | undefined | 'unusual' {
  if (!isListIfAny(list)) return 'unusual'
  if (!list) return list
  const fields: CustomField[] = []
  for (const field of list) {
    if (!isRecord(field) || !isId(field.id)) return 'unusual'
    fields.push({ id: field.id, value: field.value })
  }
  return fields
}

/** The same of a ticket's metric set. */
export function plainMetricSetOf(record: unknown): MetricSet | null {
  if (!isRecord(record)) return null
  const { ticket_id, reopens, replies, assignee_stations } = record
  const solvedAt = momentOf(record.solved_at)
  const initiallyAssignedAt = momentOf(record.initially_assigned_at)
  const assignedAt = momentOf(record.assigned_at)
  const statusUpdatedAt = momentOf(record.status_updated_at)
  if (!isId(ticket_id)) return null
  if (isNone(solvedAt) || isNone(initiallyAssignedAt) || isNone(assignedAt) || isNone(statusUpdatedAt)) {
    return null
  }
  if (!isAmountIfAny(reopens) || !isAmountIfAny(replies) || !isAmountIfAny(assignee_stations)) return null
  const resolution = calendarOf(record.first_resolution_time_in_minutes)
  const replySeconds = calendarOf(record.reply_time_in_seconds)
  const replyMinutes = calendarOf(record.reply_time_in_minutes)
  const pending = calendarOf(record.agent_wait_time_in_minutes)
  const onHold = calendarOf(record.on_hold_time_in_minutes)
  if (resolution === 'unusual' || replySeconds === 'unusual' || replyMinutes === 'unusual') return null
  if (pending === 'unusual' || onHold === 'unusual') return null
  return {
    ticket_id,
    solved_at: solvedAt,
    reopens,
    first_resolution_time_in_minutes: resolution,
    replies,
    reply_time_in_seconds: replySeconds,
    reply_time_in_minutes: replyMinutes,
    agent_wait_time_in_minutes: pending,
    on_hold_time_in_minutes: onHold,
    assignee_stations,
    initially_assigned_at: initiallyAssignedAt,
    assigned_at: assignedAt,
    status_updated_at: statusUpdatedAt,
  }
}

type Duration = { calendar?: number | null | undefined } | null | undefined

function calendarOf(duration: unknown): Duration | 'unusual' {
  if (!isRecordIfAny(duration)) return 'unusual'
  if (!duration) return duration
  return isAmountIfAny(duration.calendar) ? { calendar: duration.calendar } : 'unusual'
}

/** NaN: there is something, and it is no moment. */
function isNone(moment: number | null | undefined): boolean {
  return Number.isNaN(moment)
}

/** The same of a user. */
export function plainUserOf(record: unknown): User | null {
  if (!isRecord(record)) return null
  const { id, email, external_id, locale } = record
  if (!isId(id) || !isTextIfAny(email) || !isTextIfAny(external_id) || !isTextIfAny(locale)) return null
  return { id, email, external_id, locale }
}

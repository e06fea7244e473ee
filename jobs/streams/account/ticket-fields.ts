import { z } from 'zod'
import type { ZendeskReadings } from '../../../server/settings/zendesk-readings.ts'
import { isOneOf } from '../../../server/settings/zendesk-readings.ts'
import type { ZendeskClient } from '../../zendesk/client.ts'
import { flag, id } from '../../zendesk/wire.ts'
import { understand } from '../understand.ts'
import type { Optional } from './account-list.ts'
import { readAccountList, readOptional } from './account-list.ts'

const fieldSchema = z.object({
  id,
  title: z.string().nullish().catch(null),
  raw_title: z.string().nullish().catch(null),
  active: flag.nullish().catch(null),
})

export type TicketFieldRecord = z.infer<typeof fieldSchema>

/** Ticket fields only tell where Zendesk's own verdict on a bot's work stands. */
export async function readTicketFields(client: ZendeskClient): Promise<Optional<TicketFieldRecord[]>> {
  const fields = await readOptional(() => readAccountList(client, '/api/v2/ticket_fields', 'ticket_fields'))
  return { ...fields, value: fields.value && understand(fields.value, fieldSchema).rows }
}

/**
 * Ids of the fields with these titles. An empty text: the account has no such field; null: its fields cannot be read,
 * so whatever is known stays.
 */
export function factsOfFields(
  fields: readonly TicketFieldRecord[] | null,
  { resolutionTypeFields, resolutionTierFields }: ZendeskReadings,
): Record<string, string | null> {
  return {
    resolution_field_id: fields && idOfField(fields, resolutionTypeFields),
    resolution_tier_field_id: fields && idOfField(fields, resolutionTierFields),
  }
}

/** Of several fields of one title an active one is meant. */
function idOfField(fields: readonly TicketFieldRecord[], titles: readonly string[]): string {
  const named = fields.filter(({ title, raw_title }) =>
    [title, raw_title].some((text) => text !== null && text !== undefined && isOneOf(text, titles)),
  )
  return String((named.find(({ active }) => active !== 0) ?? named[0])?.id ?? '')
}

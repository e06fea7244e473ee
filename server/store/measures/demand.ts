import type { Measure } from './measure.ts'
import { ofConversations } from './measure.ts'

/** Every contact once; offline messages are told apart. */
export const demand: Measure = ofConversations('demand', { n: '1' })

const REPEATED_MS = 86_400_000

/** Contacts of known customers, and those of them after which the same customer began another within 24 hours. */
export const demandRepeated: Measure = ofConversations('demand.repeated', {
  n: 'c.requester_key is not null',
  numerator: `exists (
      select 1 from conversation later
      where later.requester_key = c.requester_key and later.brand_id = c.brand_id and later.deleted = 0
        and later.kind = 'conversation'
        and later.started_at > c.started_at and later.started_at <= c.started_at + ${REPEATED_MS})`,
})

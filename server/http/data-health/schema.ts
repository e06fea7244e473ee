import { z } from 'zod'
import type { DataGap } from '../../contract-health.ts'
import type * as contract from '../../contract.ts'

const instant = z.string()
const day = z.string()
const bilingual = z.strictObject({ en: z.string(), ko: z.string() })
const brand = z.strictObject({ id: z.number(), name: z.string() })

const streamSchema: z.ZodType<contract.StreamHealth> = z.strictObject({
  stream: z.string(),
  state: z.enum(['waiting', 'running', 'ok', 'failed', 'absent', 'not_configured']),
  progress: z.number(),
  completeTo: instant.nullable(),
  itemsLeft: z.number().nullable(),
  rowsPerMinute: z.number().nullable(),
  secondsLeft: z.number().nullable(),
  lastSuccessAt: instant.nullable(),
  rows: z.number(),
  putAside: z.number(),
  error: bilingual.nullable(),
})
const quarantineSchema: z.ZodType<contract.QuarantineGroup> = z.strictObject({
  stream: z.string(),
  path: z.string(),
  reason: z.string(),
  count: z.number(),
  firstSeenAt: instant,
  exampleId: z.string(),
})
const budgetSchema: z.ZodType<contract.ApiBudget> = z.strictObject({
  bucket: z.string(),
  perMinute: z.number(),
  remaining: z.number(),
  usedShare: z.number(),
  pausedUntil: instant.nullable(),
  requestsToday: z.number(),
  refusedToday: z.number(),
  seenAt: instant,
})
const permissionSchema: z.ZodType<contract.PermissionFinding> = z.strictObject({
  subject: z.string(),
  state: z.enum(['allowed', 'refused', 'absent', 'unknown', 'not_configured']),
  code: z.string(),
  sentence: bilingual,
  detail: z.string().nullable(),
  checkedAt: instant,
})
const calendarSchema: z.ZodType<contract.ReconciliationCalendar> = z.strictObject({
  brand: brand.nullable(),
  from: day,
  days: z.string(),
  mismatches: z.array(
    z.strictObject({
      day,
      days: z.number(),
      kind: z.string(),
      channel: z.string(),
      theirs: z.number(),
      ours: z.number(),
      explained: z.number(),
      unexplained: z.number(),
      causes: z.record(z.string(), z.number()),
    }),
  ),
})

const gapSchema: z.ZodType<DataGap> = z.strictObject({
  kind: z.enum([
    'channel',
    'bot',
    'bot_export_key',
    'bot_export_bots',
    'engagements_before',
    'stand_in_tickets',
    'refused',
    'absent',
  ]),
  name: z.string().nullable(),
  count: z.number().nullable(),
  since: instant.nullable(),
})

/** How fresh, how complete and how right the data is: the shape of GET /data-health and of its events. */
export const dataHealthAnswerSchema: z.ZodType<contract.DataHealthAnswer> = z.strictObject({
  asOf: instant,
  dataCompleteTo: instant.nullable(),
  progress: z.number(),
  historyComplete: z.boolean(),
  streams: z.array(streamSchema),
  quarantine: z.array(quarantineSchema),
  budgets: z.array(budgetSchema),
  permissions: z.array(permissionSchema),
  reconciliation: z.array(calendarSchema),
  details: z.array(
    z.strictObject({
      brand,
      tickets: z.number(),
      sampled: z.number(),
      known: z.number(),
      unreadable: z.number(),
    }),
  ),
  unmappedConversations: z.number().nullable(),
  gaps: z.array(gapSchema),
  jobs: z.array(
    z.strictObject({
      name: z.string(),
      startedAt: instant,
      endedAt: instant.nullable(),
      outcome: z.string(),
      message: bilingual.nullable(),
    }),
  ),
  requests: z.array(
    z.strictObject({
      id: z.number(),
      name: z.string(),
      state: z.enum(['queued', 'running', 'ok', 'failed']),
      requestedAt: instant,
      doneAt: instant.nullable(),
      message: bilingual.nullable(),
    }),
  ),
})

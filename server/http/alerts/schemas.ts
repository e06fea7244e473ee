import { z } from 'zod'
import type * as contract from '../../contract-alert.ts'
import { catalog } from '../../metrics/catalog.ts'
import { isZone } from '../../periods/zone.ts'
import { everyTrouble } from '../../report/alerts/usual-rule.ts'
import { stateSchema } from '../comparison-schemas.ts'
import { namedSchema, nameSchema } from '../reports/schemas.ts'

const id = z.number().int().positive()
const instant = z.string()
const keys = catalog.map((metric) => metric.key)
const metric = z.enum(keys, 'is not a figure; use a key that /api/v1/metrics gives')
const metrics = z.array(metric).min(1, 'names no figure; choose one or all').nullable()
const time = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'is not a time; use HH:MM')
const bilingual = z.strictObject({ en: z.string(), ko: z.string() })
const side = z.enum(['above', 'below'])
const trouble = z.enum(everyTrouble)

function whole(least: number, most: number) {
  return z.number().int().min(least, `must be ${least} or more`).max(most, `must be ${most} or less`)
}

const watchSchema: z.ZodType<contract.AlertWatch> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('verdict'),
    change: z.enum(['worse', 'no_longer_improved', 'comparable', 'any']),
    metrics,
  }),
  z.strictObject({
    kind: z.literal('level'),
    metric,
    side,
    value: z.number('is not a number; send seconds, a share from 0 to 1, or an amount, as the metric has it'),
    fromCount: whole(1, 1_000_000),
  }),
  z.strictObject({ kind: z.literal('goal'), metrics }),
  z.strictObject({
    kind: z.literal('data'),
    troubles: z
      .array(trouble)
      .min(1, 'names no trouble; choose at least one')
      .refine((kinds) => new Set(kinds).size === kinds.length, 'names a trouble twice'),
    hours: whole(1, 168),
    freePercent: whole(1, 90),
  }),
])

const draftFields = {
  name: nameSchema,
  watch: watchSchema,
  brands: z.array(id).min(1, 'names no brand; choose one or all').nullable(),
  tellsEnd: z.boolean(),
  repeatDays: whole(1, 90).nullable(),
  zone: z.string().refine(isZone, 'is not a time zone; use a name such as Asia/Seoul'),
  hours: z
    .strictObject({ from: time, to: time })
    .refine(({ from, to }) => from < to, 'must end later than it begins')
    .nullable(),
  recipients: z.strictObject({ ...namedSchema, groups: z.array(id), administrators: z.boolean() }),
}
export const alertDraftSchema: z.ZodType<contract.AlertDraft> = z.strictObject(draftFields)
export const snoozeSchema = z.strictObject({
  until: z.iso
    .datetime({ offset: true, error: 'is not a moment; use ISO 8601 such as 2026-11-20T09:00:00Z, or null' })
    .nullable(),
})

export const alertFactsSchema: z.ZodType<contract.AlertFacts> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('verdict'),
    metric,
    from: stateSchema.nullable(),
    to: stateSchema,
    sentence: bilingual,
  }),
  z.strictObject({
    kind: z.literal('level'),
    metric,
    value: z.number(),
    n: z.number(),
    week: z.string(),
    side,
    limit: z.number(),
  }),
  z.strictObject({
    kind: z.literal('goal'),
    metric,
    value: z.number(),
    goal: z.number(),
    dueOn: z.string().nullable(),
  }),
  z.strictObject({
    kind: z.literal('data'),
    trouble,
    name: z.string().nullable(),
    count: z.number().nullable(),
    since: instant.nullable(),
    words: bilingual.nullable(),
  }),
])

const brand = z.strictObject({ id, name: z.string() })
const person = z.strictObject({ id, name: z.string(), email: z.string() })
const eventKind = z.enum(['begun', 'still', 'over', 'changed'])

export const alertSummarySchema: z.ZodType<contract.AlertSummary> = z.strictObject({
  ...draftFields,
  id,
  owner: person,
  firing: z.array(
    z.strictObject({
      brand: brand.nullable(),
      since: instant,
      wasTold: z.boolean(),
      facts: alertFactsSchema.nullable(),
    }),
  ),
  snoozedUntil: instant.nullable(),
  paused: z.strictObject({ at: instant, because: z.enum(['person', 'owner_scope']) }).nullable(),
  reaches: z.number(),
  lastEventAt: instant.nullable(),
  waiting: z.number(),
})
export const alertsAnswerSchema: z.ZodType<contract.AlertsAnswer> = z.strictObject({
  alerts: z.array(alertSummarySchema),
  brands: z.array(brand),
  people: z.array(person),
  groups: z.array(z.strictObject({ id, name: z.string() })),
  canWatchData: z.boolean(),
  isSmtpSet: z.boolean(),
  zone: z.string(),
})
const notices = {
  sent: z.number(),
  failed: z.number(),
  unknown: z.number(),
  waiting: z.number(),
  dropped: z.number(),
}
export const alertHistoryAnswerSchema: z.ZodType<contract.AlertHistoryAnswer> = z.strictObject({
  events: z.array(
    z.strictObject({
      id,
      rule: z.strictObject({ id, name: z.string() }),
      kind: eventKind,
      at: instant,
      brand: brand.nullable(),
      facts: alertFactsSchema,
      notices: z.strictObject(notices),
      dropped: z.array(z.enum(['over_meanwhile', 'never_told', 'not_reached', 'paused'])),
    }),
  ),
  isCut: z.boolean(),
})
export const alertTrialAnswerSchema: z.ZodType<contract.AlertTrialAnswer> = z.strictObject({
  since: z.string().nullable(),
  isNow: z.boolean(),
  fired: z.array(
    z.strictObject({
      brand: brand.nullable(),
      at: z.string(),
      until: z.string().nullable(),
      facts: alertFactsSchema,
    }),
  ),
})

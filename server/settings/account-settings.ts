import { z } from 'zod'
import { isDay } from '../periods/day.ts'
import { isZone } from '../periods/zone.ts'
import { accountCostsSchema, brandCostsSchema } from './costs.ts'
import { detailSampleSchema } from './detail-sample.ts'
import { zendeskReadingsSchema } from './zendesk-readings.ts'

const zone = z.string().refine(isZone, 'is not a time zone; use a name such as Asia/Seoul')
const day = z.string().refine(isDay, 'is not a day; use YYYY-MM-DD')
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'is not a time; use HH:MM')
const span = z
  .tuple([clockTime, clockTime])
  .refine(
    ([opens, closes]) => opens < closes,
    'must open before it closes; split a span that crosses midnight in two',
  )
const weekdaySpans = z.array(span)
const weekSchema = z.strictObject({
  monday: weekdaySpans,
  tuesday: weekdaySpans,
  wednesday: weekdaySpans,
  thursday: weekdaySpans,
  friday: weekdaySpans,
  saturday: weekdaySpans,
  sunday: weekdaySpans,
})
const topicRuleSchema = z.strictObject({
  topic: z.string().trim().min(1).max(60),
  tag: z.string().min(1).optional(),
  formId: z.number().int().optional(),
  groupId: z.number().int().optional(),
})

const brandSettingsSchema = z.strictObject({
  id: z.number().int(),
  /** Left out, as the other three that can be: assumed from the account until a person says otherwise. */
  zone: zone.optional(),
  openingHours: weekSchema.optional(),
  /** Days the brand is closed beside its calendar. */
  closedDays: z.array(day).optional(),
  holidayCalendar: z.enum(['KR', 'none']).optional(),
  /** First day of the opening hours; what lies before was open at others. Null: by when people reply. */
  openingHoursSince: day.nullable().default(null),
  /** Live-chat departments that belong to the brand. */
  departments: z.array(z.number().int()).default([]),
  /** Hosts of the pages whose visitors belong to the brand. */
  hosts: z.array(z.string().min(1)).default([]),
  /** Tags of live chats that belong to the brand; looked at where `brandOrder` names the step `tag`. */
  chatTags: z.array(z.string().trim().min(1)).default([]),
  /** Bot ids of AI agents – Advanced that serve the brand. */
  bots: z.array(z.string().min(1)).default([]),
  /** First day a bot answered; needed where that was before Zendesk kept tickets of bots. Null leaves what is found. */
  botSince: day.nullable().default(null),
  /** Where they differ from the account's, and how many seats the brand has. */
  costs: brandCostsSchema.prefault({}),
  /** A day a person confirmed; null leaves the day found in the data. */
  cutover: z
    .strictObject({
      day,
      confirmedBy: z.string().min(1, 'must name the person who confirmed the day'),
      note: z.string().max(500).nullable(),
    })
    .nullable()
    .default(null),
})

/** Everything an administrator can set, as one document: `npm run admin -- settings export|import`. */
export const accountSettingsSchema = z
  .strictObject({
    version: z.literal(1),
    zone,
    messagingChannels: z.array(z.string().min(1)).min(1),
    unservedAfterMinutes: z
      .int('must be a whole number of minutes')
      .min(1, 'must be 1 minute or more')
      .max(1440, 'must be 1440 minutes or less'),
    brandOrder: z
      .array(z.enum(['ticket', 'department', 'page', 'tag', 'default_ticket']))
      .refine((order) => new Set(order).size === order.length, 'names a step twice'),
    topics: z.array(
      topicRuleSchema.refine(
        (rule) => rule.tag !== undefined || rule.formId !== undefined || rule.groupId !== undefined,
        'needs a tag, a formId or a groupId',
      ),
    ),
    /** The day messaging was switched on for the whole account; null leaves it to the first messaging ticket. */
    messagingActivatedOn: day.nullable().default(null),
    /** How to read what Zendesk does not document. */
    readings: zendeskReadingsSchema.prefault({}),
    /** How many tickets' messages are read. */
    detailSample: detailSampleSchema.prefault({}),
    /** What agents, seats and bots cost. */
    costs: accountCostsSchema.prefault({}),
    brands: z
      .array(brandSettingsSchema)
      .refine(
        (brands) => new Set(brands.map((brand) => brand.id)).size === brands.length,
        'names a brand twice',
      ),
  })
  .superRefine(({ brands }, check) => {
    for (const field of ['departments', 'hosts', 'chatTags', 'bots'] as const) {
      const seen = new Set<number | string>()
      for (const value of brands.flatMap((brand) => brand[field] as (number | string)[])) {
        if (seen.has(value))
          check.addIssue({
            code: 'custom',
            path: ['brands'],
            message: `${field}: ${value} belongs to two brands`,
          })
        seen.add(value)
      }
    }
  })

/** The document as it is stored, exported and imported. */
export type SettingsDocument = z.infer<typeof accountSettingsSchema>
/** What was said of a brand; the rest is assumed. */
export type StatedBrandSettings = z.infer<typeof brandSettingsSchema>
/** The same with what is assumed: `brandSettingsOf`. */
export type BrandSettings = StatedBrandSettings &
  Required<Pick<StatedBrandSettings, 'zone' | 'openingHours' | 'closedDays' | 'holidayCalendar'>>
/** Opening hours that are assumed of a brand nobody has described. */
export type AssumedHours = Pick<BrandSettings, 'openingHours' | 'closedDays'>
/** The document, and beside it what Zendesk says of opening hours: never stored with it. */
export type AccountSettings = SettingsDocument & { assumedHours?: AssumedHours | undefined }

/** The settings as a document to store or to give away. */
export function documentOf(settings: AccountSettings): SettingsDocument {
  const document = { ...settings }
  delete document.assumedHours
  return document
}

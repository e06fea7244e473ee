import { z } from 'zod'
import { gridFor } from '../../comparison/grid-for.ts'
import type { Context } from '../../context.ts'
import { mayWatchJobs } from '../../report/alerts/reach.ts'
import { tryOnThePast } from '../../report/alerts/trial.ts'
import { readEvents, readTallies } from '../../store/alert-events.ts'
import { writeAlertRecipients } from '../../store/alert-recipients.ts'
import type { AlertRule } from '../../store/alert-rules.ts'
import {
  createRule,
  deleteRule,
  listRules,
  pauseRule,
  resumeRule,
  snoozeRule,
  updateRule,
} from '../../store/alert-rules.ts'
import { recordAudit } from '../../store/audit.ts'
import { readBrands } from '../../store/brands.ts'
import { inTransaction } from '../../store/database.ts'
import { listGroups } from '../../store/mail-groups.ts'
import type { Person } from '../../store/people.ts'
import { listPeople, visibleBrandIds } from '../../store/people.ts'
import { readAccountSettings } from '../../store/settings.ts'
import { findAlert, refuseImpossibleAlert } from '../alerts/alert-access.ts'
import type { SeenBrands } from '../alerts/present-alert.ts'
import { alertChoicesOf, alertRecipientsOf, presentAlert, presentEvent } from '../alerts/present-alert.ts'
import {
  alertDraftSchema,
  alertHistoryAnswerSchema,
  alertsAnswerSchema,
  alertSummarySchema,
  alertTrialAnswerSchema,
  snoozeSchema,
} from '../alerts/schemas.ts'
import { brandsInScope } from '../brand-scope.ts'
import { endpointFor } from '../endpoint.ts'
import { looksAfter, schedulers } from '../reports/report-access.ts'
import { idParamsSchema } from '../reports/schemas.ts'

const EVENTS_SHOWN = 200

export const listAlerts = endpointFor(schedulers, {
  method: 'get',
  path: '/api/v1/alerts',
  summary: 'Alerts you look after with their state now, and whom and what they can be about',
  answer: alertsAnswerSchema,
  handle(ctx, { person }) {
    const { db, config } = ctx
    const seen = seenBy(ctx, person)
    return {
      alerts: rulesOf(ctx, person).map((rule) => presentAlert(ctx, rule, person, seen)),
      brands: [...seen.values()],
      people: listPeople(db)
        .filter(({ disabledAt }) => disabledAt === null)
        .map(({ id, name, email }) => ({ id, name, email })),
      groups: listGroups(db).map(({ id, name }) => ({ id, name })),
      canWatchData: mayWatchJobs(person),
      isSmtpSet: config.mail.smtpUrl !== null,
      zone: readAccountSettings(db).zone,
    }
  },
})

export const createAlert = endpointFor(schedulers, {
  method: 'post',
  path: '/api/v1/alerts',
  summary: 'Set up an alert; you answer for it, and it tells of no brand that you cannot see',
  body: alertDraftSchema,
  answer: alertSummarySchema,
  status: 201,
  handle(ctx, { person, body, response }) {
    refuseImpossibleAlert(ctx, person.id, body)
    const id = inTransaction(ctx.db, () => {
      const made = createRule(ctx.db, alertChoicesOf(body), { ownerId: person.id, now: ctx.clock.now() })
      writeAlertRecipients(ctx.db, made, alertRecipientsOf(body))
      record(ctx, person, 'alert_created', { id: made, name: body.name })
      return made
    })
    response.location(`/api/v1/alerts/${id}`)
    return present(ctx, person, id)
  },
})

export const updateAlert = endpointFor(schedulers, {
  method: 'patch',
  path: '/api/v1/alerts/:id',
  summary: 'Replace what was set of an alert; where it watches something else now, it begins to look anew',
  params: idParamsSchema,
  body: alertDraftSchema,
  answer: alertSummarySchema,
  problems: [404],
  handle(ctx, { person, params: { id }, body }) {
    const rule = findAlert(ctx, person, id)
    refuseImpossibleAlert(ctx, rule.ownerId, body)
    change(ctx, person, { ...rule, name: body.name }, 'alert_changed', () => {
      updateRule(ctx.db, id, alertChoicesOf(body))
      writeAlertRecipients(ctx.db, id, alertRecipientsOf(body))
    })
    return present(ctx, person, id)
  },
})

export const deleteAlert = endpointFor(schedulers, {
  method: 'delete',
  path: '/api/v1/alerts/:id',
  summary: 'Remove an alert with its history',
  params: idParamsSchema,
  answer: null,
  problems: [404],
  handle(ctx, { person, params: { id } }) {
    change(ctx, person, findAlert(ctx, person, id), 'alert_removed', () => deleteRule(ctx.db, id))
  },
})

export const pauseAlert = endpointFor(schedulers, {
  method: 'post',
  path: '/api/v1/alerts/:id/pause',
  summary: 'Look at nothing and tell nothing until it is resumed',
  params: idParamsSchema,
  answer: alertSummarySchema,
  problems: [404],
  handle(ctx, { person, params: { id } }) {
    change(ctx, person, findAlert(ctx, person, id), 'alert_paused', () =>
      pauseRule(ctx.db, id, { at: ctx.clock.now(), because: 'person' }),
    )
    return present(ctx, person, id)
  },
})

export const resumeAlert = endpointFor(schedulers, {
  method: 'post',
  path: '/api/v1/alerts/:id/resume',
  summary: 'Look again; what changed meanwhile is not caught up',
  params: idParamsSchema,
  answer: alertSummarySchema,
  problems: [404],
  handle(ctx, { person, params: { id } }) {
    change(ctx, person, findAlert(ctx, person, id), 'alert_resumed', () => resumeRule(ctx.db, id))
    return present(ctx, person, id)
  },
})

export const snoozeAlert = endpointFor(schedulers, {
  method: 'post',
  path: '/api/v1/alerts/:id/snooze',
  summary: 'Go on looking, but tell nothing until a moment; what is still so then is told. null ends it',
  params: idParamsSchema,
  body: snoozeSchema,
  answer: alertSummarySchema,
  problems: [404],
  handle(ctx, { person, params: { id }, body: { until } }) {
    change(ctx, person, findAlert(ctx, person, id), 'alert_snoozed', () =>
      snoozeRule(ctx.db, id, until === null ? null : Date.parse(until)),
    )
    return present(ctx, person, id)
  },
})

export const tryAlert = endpointFor(schedulers, {
  method: 'post',
  path: '/api/v1/alerts/trial',
  summary: 'What an alert would have told had it stood before; nothing is kept and nothing is sent',
  body: alertDraftSchema,
  answer: alertTrialAnswerSchema,
  handle(ctx, { person, body }) {
    refuseImpossibleAlert(ctx, person.id, body)
    const brandIds = brandsInScope(ctx, person, body.brands ?? 'all')
    const seen = seenBy(ctx, person)
    const { since, isNow, fired } = tryOnThePast(ctx, body, {
      brandIds,
      grid: gridFor(ctx, person),
      now: ctx.clock.now(),
    })
    return {
      since,
      isNow,
      fired: fired.map(({ brandId, ...one }) => ({
        brand: brandId === null ? null : (seen.get(brandId) ?? null),
        ...one,
      })),
    }
  },
})

export const listAlertHistory = endpointFor(schedulers, {
  method: 'get',
  path: '/api/v1/alert-history',
  summary: 'What alerts you look after noticed, newest first, and what became of the mails',
  query: z.strictObject({
    alert: z
      .string()
      .regex(/^\d{1,15}$/, 'is not a number')
      .transform(Number)
      .optional(),
  }),
  answer: alertHistoryAnswerSchema,
  problems: [404],
  handle(ctx, { person, query }) {
    const rules = query.alert === undefined ? rulesOf(ctx, person) : [findAlert(ctx, person, query.alert)]
    const names = new Map(rules.map(({ id, name }) => [id, name]))
    const seen = seenBy(ctx, person)
    const grid = gridFor(ctx, person)
    const found = readEvents(ctx.db, { ruleIds: [...names.keys()], limit: EVENTS_SHOWN + 1 })
    const shown = found
      .slice(0, EVENTS_SHOWN)
      .filter(({ brandId, grid: of }) =>
        brandId === null ? mayWatchJobs(person) : of === grid && seen.has(brandId),
      )
    const tallies = readTallies(
      ctx.db,
      shown.map(({ id }) => id),
    )
    return {
      events: shown.map((event) =>
        presentEvent(event, { name: names.get(event.ruleId) ?? '', tally: tallies.get(event.id), seen }),
      ),
      isCut: found.length > EVENTS_SHOWN,
    }
  },
})

function rulesOf({ db }: Context, person: Person): AlertRule[] {
  return listRules(db).filter((rule) => looksAfter(person, rule))
}

function seenBy({ db }: Context, person: Person): SeenBrands {
  const visible = new Set(visibleBrandIds(db, person))
  return new Map(
    readBrands(db)
      .filter(({ id }) => visible.has(id))
      .map(({ id, name }) => [id, { id, name }]),
  )
}

function present(ctx: Context, person: Person, id: number) {
  return presentAlert(ctx, findAlert(ctx, person, id), person, seenBy(ctx, person))
}

function change(
  ctx: Context,
  person: Person,
  rule: Pick<AlertRule, 'id' | 'name'>,
  action: string,
  write: () => void,
): void {
  inTransaction(ctx.db, () => {
    write()
    record(ctx, person, action, rule)
  })
}

function record(
  { db, clock }: Context,
  person: Person,
  action: string,
  rule: { id: number; name: string },
): void {
  recordAudit(db, { at: clock.now(), actor: person.email, action, detail: `alert ${rule.id}: ${rule.name}` })
}

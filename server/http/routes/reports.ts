import type { Context } from '../../context.ts'
import { sendToMe } from '../../report/delivery/send-to-me.ts'
import { recordAudit } from '../../store/audit.ts'
import { inTransaction } from '../../store/database.ts'
import { listGroups } from '../../store/mail-groups.ts'
import type { Person } from '../../store/people.ts'
import { listPeople, visibleBrandIds } from '../../store/people.ts'
import { writeRecipients } from '../../store/report-recipients.ts'
import {
  createSchedule,
  deleteSchedule,
  listSchedules,
  pauseSchedule,
  resumeSchedule,
  updateSchedule,
} from '../../store/report-schedules.ts'
import { whileWaited } from '../ask.ts'
import { endpointFor } from '../endpoint.ts'
import { nothingToTell } from '../reports/nothing-to-tell.ts'
import { deliveriesPage } from '../reports/deliveries-page.ts'
import { choicesOf, namedOf, presentGroup, presentReport } from '../reports/present-report.ts'
import { findReport, looksAfter, refuseOutsideReach, schedulers } from '../reports/report-access.ts'
import {
  deliveriesAnswerSchema,
  deliveriesQuestionSchema,
  idParamsSchema,
  reportDraftSchema,
  reportSummarySchema,
  reportsAnswerSchema,
  sendToMeAnswerSchema,
} from '../reports/schemas.ts'

export const listReports = endpointFor(schedulers, {
  method: 'get',
  path: '/api/v1/reports',
  summary: 'Reports sent by mail that you look after, and whom they can be sent to',
  answer: reportsAnswerSchema,
  handle: (ctx, { person }) => ({
    reports: listSchedules(ctx.db)
      .filter((schedule) => looksAfter(person, schedule))
      .map((schedule) => presentReport(ctx, schedule, visibleBrandIds(ctx.db, person))),
    groups: listGroups(ctx.db).map((group) => presentGroup(group, visibleBrandIds(ctx.db, person))),
    people: listPeople(ctx.db)
      .filter(({ disabledAt }) => disabledAt === null)
      .map(({ id, name, email }) => ({ id, name, email })),
    isSmtpSet: ctx.config.mail.smtpUrl !== null,
  }),
})

export const createReport = endpointFor(schedulers, {
  method: 'post',
  path: '/api/v1/reports',
  summary: 'Set up a report by mail; you answer for it, and it tells of no brand that you cannot see',
  body: reportDraftSchema,
  answer: reportSummarySchema,
  status: 201,
  handle(ctx, { person, body, response }) {
    refuseOutsideReach(ctx, person.id, body)
    const id = inTransaction(ctx.db, () => {
      const notBefore = ctx.clock.now()
      const made = createSchedule(ctx.db, choicesOf(body), { ownerId: person.id, notBefore })
      writeRecipients(ctx.db, made, namedOf(body.recipients))
      record(ctx, person, 'report_created', { id: made, name: body.name })
      return made
    })
    response.location(`/api/v1/reports/${id}`)
    return presentReport(ctx, findReport(ctx, person, id), visibleBrandIds(ctx.db, person))
  },
})

export const updateReport = endpointFor(schedulers, {
  method: 'patch',
  path: '/api/v1/reports/:id',
  summary: 'Replace what was set of a report',
  params: idParamsSchema,
  body: reportDraftSchema,
  answer: reportSummarySchema,
  problems: [404],
  handle(ctx, { person, params: { id }, body }) {
    const { ownerId } = findReport(ctx, person, id)
    refuseOutsideReach(ctx, ownerId, body)
    change(ctx, person, { id, name: body.name, action: 'report_changed' }, () => {
      updateSchedule(ctx.db, id, choicesOf(body))
      writeRecipients(ctx.db, id, namedOf(body.recipients))
    })
    return presentReport(ctx, findReport(ctx, person, id), visibleBrandIds(ctx.db, person))
  },
})

export const deleteReport = endpointFor(schedulers, {
  method: 'delete',
  path: '/api/v1/reports/:id',
  summary: 'Remove a report with its history',
  params: idParamsSchema,
  answer: null,
  problems: [404],
  handle(ctx, { person, params: { id } }) {
    const { name } = findReport(ctx, person, id)
    change(ctx, person, { id, name, action: 'report_removed' }, () => deleteSchedule(ctx.db, id))
  },
})

export const pauseReport = endpointFor(schedulers, {
  method: 'post',
  path: '/api/v1/reports/:id/pause',
  summary: 'Send nothing until it is resumed',
  params: idParamsSchema,
  answer: reportSummarySchema,
  problems: [404],
  handle(ctx, { person, params: { id } }) {
    const { name } = findReport(ctx, person, id)
    change(ctx, person, { id, name, action: 'report_paused' }, () =>
      pauseSchedule(ctx.db, id, { at: ctx.clock.now(), because: 'person' }),
    )
    return presentReport(ctx, findReport(ctx, person, id), visibleBrandIds(ctx.db, person))
  },
})

export const resumeReport = endpointFor(schedulers, {
  method: 'post',
  path: '/api/v1/reports/:id/resume',
  summary: 'Send it again from the next time on; what fell due meanwhile is not caught up',
  params: idParamsSchema,
  answer: reportSummarySchema,
  problems: [404],
  handle(ctx, { person, params: { id } }) {
    const { name } = findReport(ctx, person, id)
    change(ctx, person, { id, name, action: 'report_resumed' }, () =>
      resumeSchedule(ctx.db, id, ctx.clock.now()),
    )
    return presentReport(ctx, findReport(ctx, person, id), visibleBrandIds(ctx.db, person))
  },
})

export const sendReportToMe = endpointFor(schedulers, {
  method: 'post',
  path: '/api/v1/reports/:id/send-to-me',
  summary:
    'Send the mail of a report to yourself now, and to nobody else; answers with what really became of it',
  params: idParamsSchema,
  answer: sendToMeAnswerSchema,
  problems: [404, 409, 503],
  async handle(ctx, { person, params: { id }, response }) {
    const report = findReport(ctx, person, id)
    // Made away from the event loop, where others may be waiting already; what is being sent is sent to its end.
    const sent = await whileWaited(response, () => sendToMe(ctx, report, person))
    if (sent === null) throw nothingToTell()
    return sent
  },
})

export const listReportDeliveries = endpointFor(schedulers, {
  method: 'get',
  path: '/api/v1/reports/:id/deliveries',
  summary: 'The mails of a report, newest first, a page at a time, with what became of each',
  params: idParamsSchema,
  query: deliveriesQuestionSchema,
  answer: deliveriesAnswerSchema,
  problems: [404],
  handle(ctx, { person, params: { id }, query }) {
    findReport(ctx, person, id)
    return deliveriesPage(ctx.db, id, query)
  },
})

function change(
  ctx: Context,
  person: Person,
  { id, name, action }: { id: number; name: string; action: string },
  write: () => void,
): void {
  inTransaction(ctx.db, () => {
    write()
    record(ctx, person, action, { id, name })
  })
}

function record(
  { db, clock }: Context,
  person: Person,
  action: string,
  report: { id: number; name: string },
): void {
  recordAudit(db, {
    at: clock.now(),
    actor: person.email,
    action,
    detail: `report ${report.id}: ${report.name}`,
  })
}

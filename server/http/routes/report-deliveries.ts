import { z } from 'zod'
import { recordAudit } from '../../store/audit.ts'
import { inTransaction } from '../../store/database.ts'
import { requestJob } from '../../store/job-requests.ts'
import { visibleBrandIds } from '../../store/people.ts'
import { readDelivery } from '../../store/read-deliveries.ts'
import { askAgain } from '../../store/report-deliveries.ts'
import { clearRefused, readStoppedAddresses } from '../../store/report-recipients.ts'
import { kindOf } from '../../report/delivery/occasion-name.ts'
import { endpointFor } from '../endpoint.ts'
import { HttpProblem, notFound } from '../http-problem.ts'
import { presentDelivery, presentReport } from '../reports/present-report.ts'
import { findReport, schedulers } from '../reports/report-access.ts'
import {
  addressSchema,
  deliveriesAnswerSchema,
  idParamsSchema,
  reportSummarySchema,
} from '../reports/schemas.ts'

export const sendDeliveryAgain = endpointFor(schedulers, {
  method: 'post',
  path: '/api/v1/report-deliveries/:id/send-again',
  summary: 'Have one mail sent again, whatever became of it; the jobs process takes it up',
  params: idParamsSchema,
  answer: deliveriesAnswerSchema,
  status: 202,
  problems: [404, 409],
  handle(ctx, { person, params: { id } }) {
    const delivery = readDelivery(ctx.db, id)
    if (delivery === null || kindOf(delivery.occasion) !== 'report') throw notFound()
    findReport(ctx, person, delivery.scheduleId)
    const now = ctx.clock.now()
    inTransaction(ctx.db, () => {
      if (!askAgain(ctx.db, id, now))
        throw new HttpProblem(
          409,
          'being_sent',
          'This mail is being sent at this moment; look again in a minute.',
        )
      const detail = `delivery ${id} to ${delivery.address}`
      recordAudit(ctx.db, { at: now, actor: person.email, action: 'mail_asked_again', detail })
      requestJob(ctx.db, { name: 'weekly-report', options: {}, requestedBy: person.email, now })
    })
    const asked = readDelivery(ctx.db, id)
    if (asked === null) throw notFound()
    return { deliveries: [presentDelivery(asked)], next: null }
  },
})

export const clearRefusedAddress = endpointFor(schedulers, {
  method: 'post',
  path: '/api/v1/reports/:id/clear-refused',
  summary: 'An address the mail server did not know is right after all: send to it again',
  params: idParamsSchema,
  body: z.strictObject({ address: addressSchema }),
  answer: reportSummarySchema,
  problems: [404],
  handle(ctx, { person, params: { id }, body: { address } }) {
    const schedule = findReport(ctx, person, id)
    const isOfReport = readStoppedAddresses(ctx.db, id).some(
      (one) => one.address === address && one.because === 'refused',
    )
    if (!isOfReport) throw notFound()
    inTransaction(ctx.db, () => {
      clearRefused(ctx.db, address)
      recordAudit(ctx.db, {
        at: ctx.clock.now(),
        actor: person.email,
        action: 'mail_address_cleared',
        detail: address,
      })
    })
    return presentReport(ctx, schedule, visibleBrandIds(ctx.db, person))
  },
})

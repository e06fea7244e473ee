import { z } from 'zod'
import type { Context } from '../../context.ts'
import type { Subscription } from '../../report/delivery/unsubscribe-link.ts'
import { readUnsubscribeToken } from '../../report/delivery/unsubscribe-link.ts'
import { recordAudit } from '../../store/audit.ts'
import { inTransaction } from '../../store/database.ts'
import { ALL_ALERTS } from '../../report/alerts/alert-subscription.ts'
import { alertMessages } from '../../report/alerts/render-alerts.ts'
import {
  isUnsubscribedFromAlerts,
  resubscribeToAlerts,
  unsubscribeFromAlerts,
} from '../../store/alert-recipients.ts'
import { isUnsubscribed, resubscribe, unsubscribe } from '../../store/report-recipients.ts'
import { readSchedule } from '../../store/report-schedules.ts'
import { endpointForAnyone } from '../endpoint.ts'
import { HttpProblem } from '../http-problem.ts'
import { unsubscribePage } from '../unsubscribe-page.ts'

const params = z.object({ token: z.string().max(1000, 'is too long') })
const answer = z.string()
const mediaType = 'text/html'

export const askToUnsubscribe = endpointForAnyone({
  method: 'get',
  path: '/unsubscribe/:token',
  summary: 'The page behind the link of a mail: asks before it ends anything, as mail scanners follow links',
  params,
  answer,
  mediaType,
  handle(ctx, { params: { token } }) {
    const named = find(ctx, token)
    const isStopped = named !== null && hasEnded(ctx, named)
    return unsubscribePage(named, { token, isStopped })
  },
})

export const unsubscribeWithOneClick = endpointForAnyone({
  method: 'post',
  path: '/unsubscribe/:token',
  summary: "Ends a schedule's mails to one address; mail programs send it by themselves (RFC 8058)",
  params,
  answer,
  mediaType,
  problems: [403, 404],
  handle(ctx, { params: { token } }) {
    const named = findOrRefuse(ctx, token)
    const now = ctx.clock.now()
    inTransaction(ctx.db, () => {
      if (named.scheduleId === ALL_ALERTS) unsubscribeFromAlerts(ctx.db, named.address, now)
      else unsubscribe(ctx.db, { ...named, now })
      record(ctx, 'mail_unsubscribed', named)
    })
    return unsubscribePage(named, { token, isStopped: true })
  },
})

export const subscribeAgain = endpointForAnyone({
  method: 'post',
  path: '/unsubscribe/:token/undo',
  summary: "Sends a schedule's mails to the address again",
  params,
  answer,
  mediaType,
  problems: [403, 404],
  handle(ctx, { params: { token } }) {
    const named = findOrRefuse(ctx, token)
    inTransaction(ctx.db, () => {
      if (named.scheduleId === ALL_ALERTS) resubscribeToAlerts(ctx.db, named.address)
      else resubscribe(ctx.db, named.scheduleId, named.address)
      record(ctx, 'mail_subscribed_again', named)
    })
    return unsubscribePage(named, { token, isStopped: false })
  },
})

type Found = Subscription & { schedule: string }

function find(ctx: Context, token: string): Found | null {
  const named = readUnsubscribeToken(token, ctx.config, ctx.clock.now())
  if (named?.scheduleId === ALL_ALERTS)
    return { ...named, schedule: alertMessages(named.language).subscription }
  const schedule = named && readSchedule(ctx.db, named.scheduleId)
  return named && schedule && { ...named, schedule: schedule.name }
}

function hasEnded({ db }: Context, { scheduleId, address }: Subscription): boolean {
  return scheduleId === ALL_ALERTS
    ? isUnsubscribedFromAlerts(db, address)
    : isUnsubscribed(db, scheduleId, address)
}

function findOrRefuse(ctx: Context, token: string): Found {
  const found = find(ctx, token)
  if (found === null)
    throw new HttpProblem(
      404,
      'link_not_valid',
      'This link is no longer valid; take the one of the newest mail.',
    )
  return found
}

function record({ db, clock }: Context, action: string, { scheduleId, address }: Subscription): void {
  const detail = scheduleId === ALL_ALERTS ? 'all alerts' : `report schedule ${scheduleId}`
  recordAudit(db, { at: clock.now(), actor: address, action, detail })
}

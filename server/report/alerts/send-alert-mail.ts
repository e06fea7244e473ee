import { createHash } from 'node:crypto'
import type { Context } from '../../context.ts'
import type { AlertMail } from '../../store/alert-mails.ts'
import { claimAlertMail, readAlertMail, settleAlertMail } from '../../store/alert-mails.ts'
import { readBrands } from '../../store/brands.ts'
import { readPerson } from '../../store/people.ts'
import { markRefused } from '../../store/report-recipients.ts'
import type { MailRun } from '../delivery/mail-run.ts'
import type { ClaimedMail } from '../delivery/transmit.ts'
import { transmit, waitForTurn } from '../delivery/transmit.ts'
import { unsubscribeAddress } from '../delivery/unsubscribe-link.ts'
import { ALL_ALERTS } from './alert-subscription.ts'
import { renderAlerts } from './render-alerts.ts'
import type { ReadyNotice, Sending } from './ready-notice.ts'

type SendOptions = {
  now: number
  claimed: Pick<AlertMail, 'id' | 'messageId'> | null
  run: MailRun
  signal?: AbortSignal | undefined
}

/**
 * Claims a mail with everything there is to tell to one address, sends it and writes down how it ended.
 * @param notices of one address, at least one
 * @param options `claimed`: the mail that was claimed again after it was not taken
 */
export async function sendAlertMail(
  ctx: Context,
  notices: readonly ReadyNotice[],
  { now, claimed, run, signal }: SendOptions,
  sending: Sending,
): Promise<void> {
  if (claimed === null && !(await waitForTurn(ctx, signal))) return
  const { address, personId } = notices[0].recipient
  const mail = mailOf(ctx, notices, now)
  const messageId = claimed?.messageId ?? messageIdOf(ctx.config.publicUrl, address, notices)
  const id =
    claimed?.id ??
    claimAlertMail(ctx.db, { address, personId, messageId, subject: mail.subject, now }, notices)
  if (id === null) return
  const attempts = readAlertMail(ctx.db, id)?.attempts ?? 1
  const end = await transmit(ctx, { address, messageId, attempts }, mail)
  const { outcome, message, bytes, nextTryAt } = end
  const settledAt = ctx.clock.now()
  settleAlertMail(ctx.db, id, { outcome, message, bytes, nextTryAt, now: settledAt })
  if (end.isAddressRefused) markRefused(ctx.db, { address, message, now: settledAt })
  run.note(end)
  sending[outcome] += 1
  if (outcome !== 'sent') sending.notes.push(`${address}: ${message}`)
}

/** The newest of each thing, in the recipient's language and the zone of the first rule. */
function mailOf(ctx: Context, notices: readonly ReadyNotice[], now: number): ClaimedMail {
  const [{ recipient, rule }] = notices
  const { address, language, name } = recipient
  const unsubscribe = unsubscribeAddress(ctx.config, { scheduleId: ALL_ALERTS, address, language, now })
  const brands = new Map(readBrands(ctx.db).map((brand) => [brand.id, brand]))
  const newest = new Map(notices.map((one) => [`${one.event.ruleId} ${one.event.subject}`, one]))
  const told = [...newest.values()].map(({ event, rule: of }) => {
    const brand = event.brandId === null ? undefined : brands.get(event.brandId)
    return {
      kind: event.kind,
      facts: event.facts,
      at: event.at,
      brand: brand ? { id: brand.id, name: brand.name } : null,
      rule: of.name,
      owner: readPerson(ctx.db, of.ownerId)?.name ?? '',
    }
  })
  const { publicUrl } = ctx.config
  return {
    ...renderAlerts(told, { language, name, zone: rule.zone, publicUrl, unsubscribe }),
    language,
    unsubscribe,
  }
}

/** The same for every try of one mail: named by whom it is for and what it tells. */
function messageIdOf(publicUrl: string, address: string, notices: readonly ReadyNotice[]): string {
  const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16)
  const events = notices.map(({ event }) => event.id).sort((one, other) => one - other)
  return `<alert.${hash(address)}.${events[0]}.${hash(events.join())}@${new URL(publicUrl).hostname}>`
}

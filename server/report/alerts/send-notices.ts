import type { Context } from '../../context.ts'
import type { AlertNotice, DropReason } from '../../store/alert-events.ts'
import { dropNotice, readNoticesOfMail, readWaitingNotices, wasTold } from '../../store/alert-events.ts'
import {
  claimAlertMailAgain,
  lastAlertMailAt,
  readDueAlertMails,
  settleAlertMail,
} from '../../store/alert-mails.ts'
import type { AlertRule } from '../../store/alert-rules.ts'
import { readRule } from '../../store/alert-rules.ts'
import type { Standing } from '../../store/alert-standings.ts'
import { readStandings } from '../../store/alert-standings.ts'
import { inTransaction } from '../../store/database.ts'
import type { Recipient } from '../../store/named-recipients.ts'
import { restsUntil, startMailRun } from '../delivery/mail-run.ts'
import { waitForTurn } from '../delivery/transmit.ts'
import { recipientsOf } from './reach.ts'
import type { ReadyNotice, Sending } from './ready-notice.ts'
import { sendAlertMail } from './send-alert-mail.ts'
import { isStillSo, mayTell } from './when-told.ts'

/** Nobody gets more than one mail with alerts an hour: what comes up meanwhile is told together. */
const BETWEEN_MAILS_MS = 3_600_000

/** Sends what may be told now, each address everything in one mail; drops what is not so any more. */
export async function sendNotices(
  ctx: Context,
  { now, signal }: { now: number; signal?: AbortSignal | undefined },
  sending: Sending,
): Promise<void> {
  const rests = restsUntil(ctx.db)
  if (rests !== null && now < rests) {
    sending.notes.push('the mail server gave no answer lately: mails wait')
    return
  }
  const judge = judging(ctx, now)
  const run = startMailRun(ctx, signal)
  for (const mail of readDueAlertMails(ctx.db, now)) {
    if (run.ending() !== null) return
    const waitingBefore = sending.waiting
    const ready = sort(ctx, readNoticesOfMail(ctx.db, mail.id), judge, sending, now)
    if (sending.waiting > waitingBefore) continue
    if (ready.length === 0) {
      const message = 'not sent again: nothing of it is so any more'
      settleAlertMail(ctx.db, mail.id, { outcome: 'skipped', message, now })
    } else if ((await waitForTurn(ctx, signal)) && claimAlertMailAgain(ctx.db, mail.id, now))
      await sendAlertMail(ctx, ready, { now, claimed: mail, run, signal }, sending)
  }
  for (const [address, notices] of byAddress(readWaitingNotices(ctx.db))) {
    if (run.ending() !== null) return
    const lastAt = lastAlertMailAt(ctx.db, address)
    if (lastAt !== null && now - lastAt < BETWEEN_MAILS_MS) {
      sending.waiting += notices.length
      continue
    }
    const ready = sort(ctx, notices, judge, sending, now)
    if (ready.length > 0) await sendAlertMail(ctx, ready, { now, claimed: null, run, signal }, sending)
  }
}

type Judgement = 'wait' | DropReason | { rule: AlertRule; recipient: Recipient }

/** What to do with a notice now; what is asked of the database is asked once per rule and thing. */
function judging(ctx: Context, now: number): (notice: AlertNotice) => Judgement {
  const { db } = ctx
  const rules = remembered((id: number) => readRule(db, id))
  const standings = remembered((key: string) => {
    const [ruleId, grid] = key.split(' ')
    return readStandings(db, Number(ruleId), grid === 'own_weeks' ? 'own_weeks' : 'shared')
  })
  const reached = remembered((key: string) => {
    const [ruleId, grid, brandId, ...subject] = key.split(' ')
    const rule = rules(Number(ruleId))
    const event = {
      grid: grid === 'own_weeks' ? ('own_weeks' as const) : ('shared' as const),
      brandId: brandId === '-' ? null : Number(brandId),
      subject: subject.join(' '),
    }
    return new Map((rule ? recipientsOf(ctx, rule, event) : []).map((one) => [one.address, one]))
  })
  return ({ event, address }) => {
    const rule = rules(event.ruleId)
    if (rule === null || rule.pausedAt !== null) return 'paused'
    if (!mayTell(rule, now)) return 'wait'
    const standing: Standing | null = standings(`${event.ruleId} ${event.grid}`).get(event.subject) ?? null
    if (!isStillSo(event, standing)) return 'over_meanwhile'
    if (event.kind === 'over' && !wasTold(db, { event, address })) return 'never_told'
    const recipient = reached(`${event.ruleId} ${event.grid} ${event.brandId ?? '-'} ${event.subject}`).get(
      address,
    )
    return recipient === undefined ? 'not_reached' : { rule, recipient }
  }
}

/** Those to be sent now; the others wait or are dropped, with the reason. */
function sort(
  { db }: Context,
  notices: readonly AlertNotice[],
  judge: (notice: AlertNotice) => Judgement,
  sending: Sending,
  now: number,
): ReadyNotice[] {
  const judged = notices.map((notice) => ({ notice, judgement: judge(notice) }))
  const ready: ReadyNotice[] = []
  inTransaction(db, () => {
    for (const { notice, judgement } of judged) {
      if (judgement === 'wait') sending.waiting += 1
      else if (typeof judgement === 'string') {
        sending.dropped += 1
        dropNotice(db, notice, { because: judgement, now })
      } else ready.push({ ...notice, ...judgement })
    }
  })
  return ready
}

function byAddress(notices: readonly AlertNotice[]): Map<string, AlertNotice[]> {
  const groups = new Map<string, AlertNotice[]>()
  for (const notice of notices) groups.set(notice.address, [...(groups.get(notice.address) ?? []), notice])
  return groups
}

function remembered<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>()
  return (key) => {
    const value = known.get(key) ?? make(key)
    known.set(key, value)
    return value
  }
}

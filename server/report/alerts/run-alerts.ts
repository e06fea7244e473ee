import type { Context } from '../../context.ts'
import type { AlertRule } from '../../store/alert-rules.ts'
import { handOverRule, listRules, pauseRule } from '../../store/alert-rules.ts'
import { settleAbandonedAlertMails } from '../../store/alert-mails.ts'
import type { Person } from '../../store/people.ts'
import { firstAdministratorId, readPerson, visibleBrandIds } from '../../store/people.ts'
import { ensureUsualRule } from './usual-rule.ts'
import { noticeRule } from './notice-rule.ts'
import { mayWatchJobs } from './reach.ts'
import { sendNotices } from './send-notices.ts'

export type AlertsSummary = {
  rules: number
  events: number
  sent: number
  failed: number
  unknown: number
  /** Notices that wait for working hours, the end of a snooze, or their turn. */
  waiting: number
  dropped: number
  notes: string[]
}

/**
 * Looks at what every rule watches and sends what is news; safe to repeat at any time. Mails are claimed before they are
 * sent and settled after it.
 */
export async function runAlerts(
  ctx: Context,
  { now, signal }: { now: number; signal?: AbortSignal | undefined },
): Promise<AlertsSummary> {
  const { db } = ctx
  const summary: AlertsSummary = {
    rules: 0,
    events: 0,
    sent: 0,
    failed: 0,
    // The jobs process works alone, so a claim that is still open was left by one that died.
    unknown: settleAbandonedAlertMails(db, now),
    waiting: 0,
    dropped: 0,
    notes: [],
  }
  ensureUsualRule(db, now)
  for (const rule of listRules(db)) {
    if (signal?.aborted) break
    if (rule.pausedAt !== null) continue
    const owner = ownerOf(ctx, rule, summary, now)
    if (owner === null) continue
    summary.rules += 1
    const visible = visibleBrandIds(db, owner)
    const brandIds = visible.filter((id) => rule.brandIds?.includes(id) ?? true)
    summary.events += noticeRule(ctx, rule, { brandIds, now })
  }
  await sendNotices(ctx, { now, signal }, summary)
  return summary
}

/** Who answers for a rule. One on jobs and data must not fall silent because somebody left: an administrator takes it. */
function ownerOf({ db }: Context, rule: AlertRule, summary: AlertsSummary, now: number): Person | null {
  const owner = readPerson(db, rule.ownerId)
  const isData = rule.watch.kind === 'data'
  const stays =
    owner !== null &&
    owner.disabledAt === null &&
    (isData ? mayWatchJobs(owner) : owner.role !== 'viewer' && hasBrands(owner))
  if (stays) return owner
  const nextId = isData ? firstAdministratorId(db) : null
  if (nextId !== null) {
    handOverRule(db, rule.id, nextId)
    summary.notes.push(`"${rule.name}" goes over to another administrator: its owner has left`)
    return readPerson(db, nextId)
  }
  pauseRule(db, rule.id, { at: now, because: 'owner_scope' })
  summary.notes.push(`"${rule.name}" is paused: its owner sees nothing of it any more`)
  return null

  function hasBrands(person: Person): boolean {
    return person.role === 'administrator' || person.allBrands || visibleBrandIds(db, person).length > 0
  }
}

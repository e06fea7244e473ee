import type { Context } from '../../context.ts'
import { readAlertRecipients } from '../../store/alert-recipients.ts'
import type { AlertEvent } from '../../store/alert-events.ts'
import type { AlertRule } from '../../store/alert-rules.ts'
import type { Person } from '../../store/people.ts'
import { readPerson, seesAllBrands, visibleBrandIds } from '../../store/people.ts'
import type { Recipient } from '../../store/named-recipients.ts'
import { listSchedules } from '../../store/report-schedules.ts'
import { scopeOfRecipient } from '../delivery/scope-of-recipient.ts'

type Told = Pick<AlertEvent, 'grid' | 'brandId' | 'subject'>

/** Whom a rule tells of something now: never more than its owner sees, nor than the recipient does. */
export function recipientsOf(ctx: Context, rule: AlertRule, event: Told): Recipient[] {
  const owner = readPerson(ctx.db, rule.ownerId)
  if (owner === null || owner.disabledAt !== null) return []
  const all = readAlertRecipients(ctx.db, rule.id)
  if (rule.watch.kind === 'data') {
    const toldAlready = ownerOfReport(ctx, event.subject)
    return all.filter((one) => one.personId !== toldAlready && mayKnowOfJobs(ctx, one))
  }
  const ownerBrandIds = visibleBrandIds(ctx.db, owner)
  return all.filter((one) => {
    const scope = scopeOfRecipient(ctx, one, { schedule: rule, owner, ownerBrandIds })
    return scope.grid === event.grid && event.brandId !== null && scope.brandIds.includes(event.brandId)
  })
}

/** Jobs and data tell something of every brand: accounts need to see all of them. */
export function mayWatchJobs(person: Person): boolean {
  return person.role !== 'viewer' && seesAllBrands(person)
}

function mayKnowOfJobs({ db }: Context, { personId }: Recipient): boolean {
  if (personId === null) return true
  const person = readPerson(db, personId)
  return person !== null && mayWatchJobs(person)
}

/** A report's owner is told of its trouble by the report itself. */
function ownerOfReport({ db }: Context, subject: string): number | undefined {
  const [trouble, id] = subject.split(' ')
  return trouble === 'mail' ? listSchedules(db).find((one) => one.id === Number(id))?.ownerId : undefined
}

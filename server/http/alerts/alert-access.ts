import type { AlertDraft } from '../../contract-alert.ts'
import type { Context } from '../../context.ts'
import { metricOf } from '../../metrics/catalog.ts'
import { ForbiddenError, InvalidRequestError } from '../../platform/problem.ts'
import { mayWatchJobs } from '../../report/alerts/reach.ts'
import type { AlertRule } from '../../store/alert-rules.ts'
import { readRule } from '../../store/alert-rules.ts'
import { listGroups } from '../../store/mail-groups.ts'
import type { Person } from '../../store/people.ts'
import { listPeople, readPerson } from '../../store/people.ts'
import { canHaveGoal, goalRange } from '../../text/goal-range.ts'
import { brandsInScope } from '../brand-scope.ts'
import { notFound } from '../http-problem.ts'
import { looksAfter } from '../reports/report-access.ts'

/** @throws HttpProblem 404 for one somebody else looks after, as for one that does not exist */
export function findAlert(ctx: Context, person: Person, id: number): AlertRule {
  const rule = readRule(ctx.db, id)
  if (rule === null || !looksAfter(person, rule)) throw notFound()
  return rule
}

/**
 * @param ownerId whose brands bound what the alert may tell
 * @throws ForbiddenError for a brand the owner may not see and for jobs they may not watch, InvalidRequestError for
 * people, groups and values there cannot be
 */
export function refuseImpossibleAlert(ctx: Context, ownerId: number, draft: AlertDraft): void {
  const owner = readPerson(ctx.db, ownerId)
  if (owner === null) throw notFound()
  const { watch, recipients } = draft
  brandsInScope(ctx, owner, [
    ...(draft.brands ?? []),
    ...recipients.addresses.flatMap(({ brands }) => brands ?? []),
  ])
  if (watch.kind === 'data' && !mayWatchJobs(owner))
    throw new ForbiddenError(
      'Jobs and data concern every brand; only somebody who sees all of them may watch them.',
    )
  const fields = [...wrongRecipients(ctx, draft), ...wrongWatch(draft)]
  if (fields.length === 0) return
  const words = fields.map(({ field, message }) => `${field} ${message}`).join('; ')
  throw new InvalidRequestError(`The alert cannot be kept: ${words}.`, fields)
}

type Field = { field: string; message: string }

function wrongRecipients({ db }: Context, { watch, recipients }: AlertDraft): Field[] {
  const { people, groups, addresses, administrators } = recipients
  const known = new Set(listPeople(db).map(({ id }) => id))
  const knownGroups = new Set(listGroups(db).map(({ id }) => id))
  const unknown = (field: string, ids: readonly number[], all: ReadonlySet<number>, message: string) =>
    ids.filter((id) => !all.has(id)).map((id) => ({ field, message: `${id} ${message}` }))
  const count = people.length + groups.length + addresses.length
  return [
    ...unknown('recipients.people', people, known, 'is not the number of an account'),
    ...unknown('recipients.groups', groups, knownGroups, 'is not the number of a group'),
    ...(count === 0 && !administrators
      ? [{ field: 'recipients', message: 'names nobody; choose at least one recipient' }]
      : []),
    ...(administrators && watch.kind !== 'data'
      ? [{ field: 'recipients.administrators', message: 'is only for alerts on jobs and data; name people' }]
      : []),
  ]
}

function wrongWatch({ watch }: AlertDraft): Field[] {
  if (watch.kind === 'level') {
    const { least, most } = goalRange(metricOf(watch.metric).kind)
    const isWithin = watch.value >= least && watch.value <= most
    return isWithin
      ? []
      : [{ field: 'watch.value', message: `is outside what the figure can be; use ${least} to ${most}` }]
  }
  const without =
    watch.kind === 'goal' ? (watch.metrics ?? []).filter((key) => !canHaveGoal(metricOf(key))) : []
  return without.map((key) => ({
    field: 'watch.metrics',
    message: `names ${key}, which is neither better high nor low and has no goal; leave it out`,
  }))
}

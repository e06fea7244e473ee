import type { Context } from '../../context.ts'
import type { ReportDraft } from '../../contract-report.ts'
import { InvalidRequestError } from '../../platform/problem.ts'
import { listGroups } from '../../store/mail-groups.ts'
import type { Person } from '../../store/people.ts'
import { listPeople, readPerson } from '../../store/people.ts'
import type { ReportSchedule } from '../../store/report-schedules.ts'
import { readSchedule } from '../../store/report-schedules.ts'
import { brandsInScope } from '../brand-scope.ts'
import { notFound } from '../http-problem.ts'
import { unknownChannels } from '../question-filter.ts'

export const schedulers = ['administrator', 'manager'] as const

/** Whether somebody looks after a schedule: its owner, and administrators. */
export function looksAfter(person: Person, schedule: Pick<ReportSchedule, 'ownerId'>): boolean {
  return person.role === 'administrator' || schedule.ownerId === person.id
}

/** @throws HttpProblem 404 for one somebody else looks after, as for one that does not exist */
export function findReport(ctx: Context, person: Person, id: number): ReportSchedule {
  const schedule = readSchedule(ctx.db, id)
  if (schedule === null || !looksAfter(person, schedule)) throw notFound()
  return schedule
}

/**
 * @param ownerId whose brands bound what the report may tell
 * @throws ForbiddenError for a brand the owner may not see, InvalidRequestError for people and groups there are not
 */
export function refuseOutsideReach(
  ctx: Context,
  ownerId: number,
  draft: ReportDraft,
  { mayNameNobody = false }: { mayNameNobody?: boolean } = {},
): void {
  const owner = readPerson(ctx.db, ownerId)
  if (owner === null) throw notFound()
  const { people, groups, addresses } = draft.recipients
  const named = [...(draft.brands ?? []), ...addresses.flatMap(({ brands }) => brands ?? [])]
  brandsInScope(ctx, owner, named)
  const known = new Set(listPeople(ctx.db).map(({ id }) => id))
  const knownGroups = new Set(listGroups(ctx.db).map(({ id }) => id))
  const fields = [
    ...unknownOf('recipients.people', people, known, 'is not the number of an account'),
    ...unknownOf('recipients.groups', groups, knownGroups, 'is not the number of a group'),
  ]
  if (draft.filters?.channel)
    fields.push(...unknownChannels(ctx.db, draft.filters.channel, 'filters.channel'))
  if (!mayNameNobody && people.length + groups.length + addresses.length === 0)
    fields.push({ field: 'recipients', message: 'names nobody; choose at least one recipient' })
  if (fields.length > 0) {
    const words = fields.map(({ field, message }) => `${field} ${message}`).join('; ')
    throw new InvalidRequestError(`The report cannot be kept: ${words}.`, fields)
  }
}

function unknownOf(field: string, ids: readonly number[], known: ReadonlySet<number>, message: string) {
  return ids.filter((id) => !known.has(id)).map((id) => ({ field, message: `${id} ${message}` }))
}

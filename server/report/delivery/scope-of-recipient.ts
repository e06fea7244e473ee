import { gridFor } from '../../comparison/grid-for.ts'
import type { Context } from '../../context.ts'
import type { GridKind } from '../../store/comparison-cells.ts'
import type { Person } from '../../store/people.ts'
import { readPerson, seesAllBrands, visibleBrandIds } from '../../store/people.ts'
import type { Recipient } from '../../store/named-recipients.ts'
import type { ReportSchedule } from '../../store/report-schedules.ts'

export type RecipientScope = {
  brandIds: number[]
  grid: GridKind
  /** Every brand they may see, whether they are told of it or not. */
  visible: 'all' | number[]
}

/**
 * The brands somebody is told of: those of the schedule that its owner sees now, and of these what an account may see or
 * what the schedule lists for somebody without one.
 */
export function scopeOfRecipient(
  ctx: Context,
  recipient: Pick<Recipient, 'personId' | 'brandIds'>,
  {
    schedule,
    owner,
    ownerBrandIds,
  }: { schedule: Pick<ReportSchedule, 'brandIds'>; owner: Person; ownerBrandIds: readonly number[] },
): RecipientScope {
  const person = recipient.personId === null ? null : readPerson(ctx.db, recipient.personId)
  const own = person === null ? recipient.brandIds : visibleBrandIds(ctx.db, person)
  const brandIds = ownerBrandIds.filter(
    (id) => (schedule.brandIds?.includes(id) ?? true) && (own?.includes(id) ?? true),
  )
  if (person !== null)
    return {
      brandIds,
      grid: gridFor(ctx, person),
      visible: seesAllBrands(person) ? 'all' : visibleBrandIds(ctx.db, person),
    }
  // Somebody without an account who is told of all the owner sees may know what the owner may.
  const isLimited = !seesAllBrands(owner) || brandIds.length < ownerBrandIds.length
  const visible = isLimited ? brandIds : 'all'
  return { brandIds, visible, grid: ctx.config.isScopeStrict && isLimited ? 'own_weeks' : 'shared' }
}

import type { Context } from '../context.ts'
import { ForbiddenError } from '../platform/problem.ts'
import type { Person } from '../store/people.ts'
import { seesAllBrands, visibleBrandIds } from '../store/people.ts'

/**
 * The brands of a question, cut to what the person may see: every endpoint takes its brand ids from here.
 * @throws ForbiddenError for a brand that is hidden from the person, does not exist or was deleted: all look the same
 */
export function brandsInScope({ db }: Context, person: Person, asked: 'all' | readonly number[]): number[] {
  const visible = visibleBrandIds(db, person)
  if (asked === 'all') return visible
  if (!asked.every((id) => visible.includes(id)))
    throw new ForbiddenError(
      'You cannot see this brand, or it does not exist; ask an administrator for access.',
    )
  return [...new Set(asked)]
}

/** Facts about the whole account (rows read, errors of jobs) reveal something about every brand. */
export function mayReadAccountFacts(person: Person): boolean {
  return person.role !== 'viewer' && seesAllBrands(person)
}

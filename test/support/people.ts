import { hashSync } from '@node-rs/argon2'
import type { Role } from '../../server/contract.ts'
import type { Context } from '../../server/context.ts'
import { createPerson } from '../../server/store/people.ts'

export const testPassword = 'open sesame please'

/** Adds a person with `testPassword`; the hash is weak on purpose, so that tests do not wait for it. */
export function addPerson(
  ctx: Context,
  person: { email: string; role: Role; brandIds?: readonly number[] | 'all' },
): number {
  const { email, role, brandIds = 'all' } = person
  return createPerson(ctx.db, {
    email,
    name: email.split('@')[0],
    role,
    language: 'en',
    allBrands: brandIds === 'all',
    brandIds: brandIds === 'all' ? [] : brandIds,
    passwordHash: hashSync(testPassword, { memoryCost: 8, timeCost: 1, parallelism: 1 }),
    now: ctx.clock.now(),
  })
}

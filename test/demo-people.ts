import type { Language, Role } from '../server/contract.ts'
import type { Context } from '../server/context.ts'
import { hashPassword } from '../server/platform/passwords.ts'
import { createPerson } from '../server/store/people.ts'
import { ensureWeeklySchedule } from '../server/store/report-schedules.ts'
import type { World } from './zendesk-sim/world/types.ts'

export const demoPassword = 'cutover-demo'

type DemoPerson = {
  email: string
  name: string
  role: Role
  language: Language
  note: string
  brands: 'all' | readonly string[]
}

export const demoPeople: readonly DemoPerson[] = [
  {
    email: 'admin@demo.example',
    name: 'Ada Admin',
    role: 'administrator',
    language: 'en',
    note: 'all brands',
    brands: 'all',
  },
  {
    email: 'manager@demo.example',
    name: '김민지',
    role: 'manager',
    language: 'ko',
    note: 'all brands, Korean',
    brands: 'all',
  },
  {
    email: 'viewer@demo.example',
    name: 'Vic Viewer',
    role: 'viewer',
    language: 'en',
    note: 'two brands',
    brands: ['faster', 'unchanged'],
  },
]

/** The three demo people, each a recipient of the weekly mail. */
export async function seedDemoPeople(ctx: Context, world: World): Promise<void> {
  const now = ctx.clock.now()
  const passwordHash = await hashPassword(demoPassword)
  const ids = demoPeople.map(({ email, name, role, language, brands }) =>
    createPerson(ctx.db, {
      email,
      name,
      role,
      language,
      allBrands: brands === 'all',
      brandIds: world.brands
        .filter(({ key }) => brands !== 'all' && brands.includes(key))
        .map(({ id }) => id),
      passwordHash,
      now,
    }),
  )
  ensureWeeklySchedule(ctx.db, {
    name: 'Weekly report',
    zone: world.zone,
    weekday: 1,
    hour: 9,
    ownerId: ids[0],
    recipientIds: ids,
  })
}

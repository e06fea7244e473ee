import { parseArgs } from 'node:util'
import { z } from 'zod'
import { hashPassword, passwordProblem } from '../platform/passwords.ts'
import type { BrandRow } from '../store/brands.ts'
import { readBrands } from '../store/brands.ts'
import type { Database } from '../store/database.ts'
import { inTransaction } from '../store/database.ts'
import { createPerson, findPersonByEmail, firstAdministratorId, updatePassword } from '../store/people.ts'
import { ensureWeeklySchedule } from '../store/report-schedules.ts'
import { readAccountSettings } from '../store/settings.ts'
import { recordAudit } from '../store/audit.ts'
import type { Command } from './command.ts'

const password = z.string().superRefine((text, check) => {
  const problem = passwordProblem(text)
  if (problem !== null) check.addIssue({ code: 'custom', message: problem })
})
const newPerson = z
  .object({
    email: z.email('is not an e-mail address'),
    name: z.string('is missing').trim().min(1, 'is missing'),
    role: z
      .enum(['administrator', 'manager', 'viewer'], 'is administrator, manager or viewer')
      .default('viewer'),
    language: z.enum(['en', 'ko'], 'is en or ko').default('en'),
    brands: z
      .string()
      .regex(/^(all|\d+(,\d+)*)$/, 'is "all" or brand ids separated by commas')
      .optional(),
    password: password.optional(),
    'weekly-mail': z.boolean().default(false),
  })
  .superRefine(({ role, brands }, check) => {
    const message =
      role === 'administrator' && brands !== undefined && brands !== 'all'
        ? 'cannot be named for an administrator, who sees all brands'
        : role !== 'administrator' && brands === undefined
          ? 'is missing: "all" or brand ids separated by commas'
          : null
    if (message !== null) check.addIssue({ code: 'custom', path: ['brands'], message })
  })

export const createUserCommand: Command = {
  words: ['create-user'],
  usage:
    'create-user --email E --name N --brands all|ID,ID [--role administrator|manager|viewer] [--language en|ko] [--password P] [--weekly-mail]',
  async run(ctx, args) {
    const names = ['email', 'name', 'role', 'language', 'brands', 'password']
    const { values } = parseArgs({
      args: [...args],
      options: { ...stringOptions(names), 'weekly-mail': { type: 'boolean' as const } },
    })
    const person = parseOrExplain(newPerson, values)
    const allBrands = person.role === 'administrator' || person.brands === 'all'
    const brandIds = allBrands ? [] : (person.brands ?? '').split(',').map(Number)
    const known = readBrands(ctx.db)
    const unknown = brandIds.filter((id) => !known.some((brand) => brand.id === id))
    if (unknown.length > 0) {
      throw new Error(`--brands: no brand ${unknown.join(', ')}; the brands are:\n${listBrands(known)}`)
    }
    const chosen = person.password ?? ctx.random.token(15)
    const passwordHash = await hashPassword(chosen)
    const now = ctx.clock.now()
    inTransaction(ctx.db, () => {
      const id = createPerson(ctx.db, { ...person, allBrands, brandIds, passwordHash, now })
      if (person['weekly-mail']) subscribeToWeeklyMail(ctx.db, id)
      recordAudit(ctx.db, { at: now, actor: 'command line', action: 'person.created', detail: person.email })
    })
    const scope = allBrands
      ? 'all brands'
      : known
          .filter(({ id }) => brandIds.includes(id))
          .map(({ name }) => name)
          .join(', ')
    const secret = person.password ? '' : ` with the password ${chosen}`
    const mail = person['weekly-mail'] ? 'and gets the weekly mail' : 'and gets no weekly mail'
    return `${person.email} sees ${scope} ${mail}; may sign in as ${person.role}${secret}`
  },
}

/** Adds the person to the weekly mail; the first administrator owns it. */
function subscribeToWeeklyMail(db: Database, personId: number): void {
  const ownerId = firstAdministratorId(db)
  if (ownerId === null)
    throw new Error('--weekly-mail needs an administrator, who answers for the mail: create one first')
  const { zone } = readAccountSettings(db)
  ensureWeeklySchedule(db, {
    name: 'Weekly report',
    zone,
    weekday: 1,
    hour: 9,
    ownerId,
    recipientIds: [personId],
  })
}

export const resetPasswordCommand: Command = {
  words: ['reset-password'],
  usage: 'reset-password --email E [--password P]',
  async run(ctx, args) {
    const { values } = parseArgs({ args: [...args], options: stringOptions(['email', 'password']) })
    const given = parseOrExplain(
      z.object({ email: z.email('is not an e-mail address'), password: password.optional() }),
      values,
    )
    const person = findPersonByEmail(ctx.db, given.email)
    if (!person) throw new Error(`no person has the address ${given.email}; create one with create-user`)
    const chosen = given.password ?? ctx.random.token(15)
    updatePassword(ctx.db, person.id, await hashPassword(chosen))
    recordAudit(ctx.db, {
      at: ctx.clock.now(),
      actor: 'command line',
      action: 'password.reset',
      detail: person.email,
    })
    return `${person.email} has a new password${given.password ? '' : `: ${chosen}`}; all their sessions have ended`
  },
}

function stringOptions(names: readonly string[]): Record<string, { type: 'string' }> {
  return Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]))
}

function parseOrExplain<Output>(schema: z.ZodType<Output>, values: unknown): Output {
  const parsed = schema.safeParse(values)
  if (parsed.success) return parsed.data
  throw new Error(parsed.error.issues.map((issue) => `--${issue.path.join('.')} ${issue.message}`).join('\n'))
}

function listBrands(brands: readonly BrandRow[]): string {
  return brands.map(({ id, name }) => `  ${id}  ${name}`).join('\n')
}

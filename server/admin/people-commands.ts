import { parseArgs } from 'node:util'
import { z } from 'zod'
import { hashPassword, passwordProblem } from '../platform/passwords.ts'
import { readBrands } from '../store/brands.ts'
import { createPerson, findPersonByEmail, updatePassword } from '../store/people.ts'
import { recordAudit } from '../store/audit.ts'
import type { Command } from './command.ts'

const password = z.string().superRefine((text, check) => {
  const problem = passwordProblem(text)
  if (problem !== null) check.addIssue({ code: 'custom', message: problem })
})
const newPerson = z.object({
  email: z.email('is not an e-mail address'),
  name: z.string().trim().min(1, 'is missing'),
  role: z.enum(['administrator', 'manager', 'viewer']).default('viewer'),
  language: z.enum(['en', 'ko']).default('en'),
  brands: z
    .string()
    .regex(/^(all|\d+(,\d+)*)$/, 'is "all" or brand ids separated by commas')
    .default('all'),
  password: password.optional(),
})

export const createUserCommand: Command = {
  words: ['create-user'],
  usage:
    'create-user --email E --name N [--role administrator|manager|viewer] [--language en|ko] [--brands all|ID,ID] [--password P]',
  async run(ctx, args) {
    const { values } = parseArgs({ args: [...args], options: stringOptions(Object.keys(newPerson.shape)) })
    const person = parseOrExplain(newPerson, values)
    const brandIds = person.brands === 'all' ? [] : person.brands.split(',').map(Number)
    const unknown = brandIds.filter((id) => !readBrands(ctx.db).some((brand) => brand.id === id))
    if (unknown.length > 0)
      throw new Error(`--brands: no brand ${unknown.join(', ')}; the brands are:\n${listBrands(ctx.db)}`)
    const chosen = person.password ?? ctx.random.token(15)
    const passwordHash = await hashPassword(chosen)
    createPerson(ctx.db, {
      ...person,
      allBrands: person.brands === 'all',
      brandIds,
      passwordHash,
      now: ctx.clock.now(),
    })
    recordAudit(ctx.db, {
      at: ctx.clock.now(),
      actor: 'command line',
      action: 'person.created',
      detail: person.email,
    })
    return `${person.email} may sign in as ${person.role}${person.password ? '' : ` with the password ${chosen}`}`
  },
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

function listBrands(db: Parameters<typeof readBrands>[0]): string {
  return readBrands(db)
    .map((brand) => `  ${brand.id}  ${brand.name}`)
    .join('\n')
}

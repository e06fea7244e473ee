import { z } from 'zod'
import type { Context } from '../../context.ts'
import type { MailGroupSummary } from '../../contract-report.ts'
import { InvalidRequestError } from '../../platform/problem.ts'
import { recordAudit } from '../../store/audit.ts'
import { inTransaction } from '../../store/database.ts'
import { deleteGroup, listGroups, writeGroup } from '../../store/mail-groups.ts'
import type { Person } from '../../store/people.ts'
import { listPeople, visibleBrandIds } from '../../store/people.ts'
import { endpointFor } from '../endpoint.ts'
import { notFound } from '../http-problem.ts'
import { plainOf, presentGroup } from '../reports/present-report.ts'
import { idParamsSchema, mailGroupSchema, namedSchema, nameSchema } from '../reports/schemas.ts'

const groupDraftSchema = z.strictObject({ name: nameSchema, ...namedSchema })
type GroupDraft = z.output<typeof groupDraftSchema>

export const createMailGroup = endpointFor(['administrator'], {
  method: 'post',
  path: '/api/v1/mail-groups',
  summary: 'Make a group of recipients that reports can name',
  body: groupDraftSchema,
  answer: mailGroupSchema,
  status: 201,
  handle: (ctx, { person, body }) => write(ctx, person, { ...body, id: null }),
})

export const updateMailGroup = endpointFor(['administrator'], {
  method: 'patch',
  path: '/api/v1/mail-groups/:id',
  summary: 'Give a group another name and other members',
  params: idParamsSchema,
  body: groupDraftSchema,
  answer: mailGroupSchema,
  problems: [404],
  handle(ctx, { person, params: { id }, body }) {
    refuseUnknown(ctx, id)
    return write(ctx, person, { ...body, id })
  },
})

export const deleteMailGroup = endpointFor(['administrator'], {
  method: 'delete',
  path: '/api/v1/mail-groups/:id',
  summary: 'Remove a group; reports that name it lose it',
  params: idParamsSchema,
  answer: null,
  problems: [404],
  handle(ctx, { person, params: { id } }) {
    refuseUnknown(ctx, id)
    inTransaction(ctx.db, () => {
      deleteGroup(ctx.db, id)
      record(ctx, person, 'mail_group_removed', `group ${id}`)
    })
  },
})

function write(ctx: Context, person: Person, draft: GroupDraft & { id: number | null }): MailGroupSummary {
  const { db } = ctx
  const known = new Set(listPeople(db).map(({ id }) => id))
  const unknown = draft.people.find((id) => !known.has(id))
  if (unknown !== undefined)
    throw new InvalidRequestError(
      `The group cannot be kept: people ${unknown} is not the number of an account.`,
      [{ field: 'people', message: `${unknown} is not the number of an account` }],
    )
  if (listGroups(db).some(({ id, name }) => name === draft.name && id !== draft.id))
    throw new InvalidRequestError('The group cannot be kept: name is taken by another group.', [
      { field: 'name', message: 'is taken by another group' },
    ])
  const id = inTransaction(db, () => {
    const made = writeGroup(db, {
      id: draft.id,
      name: draft.name,
      personIds: draft.people,
      addresses: draft.addresses.map(plainOf),
    })
    record(ctx, person, 'mail_group_written', `group ${made}: ${draft.name}`)
    return made
  })
  const group = listGroups(db).find((one) => one.id === id)
  if (!group) throw notFound()
  return presentGroup(group, visibleBrandIds(db, person))
}

function refuseUnknown({ db }: Context, id: number): void {
  if (!listGroups(db).some((group) => group.id === id)) throw notFound()
}

function record({ db, clock }: Context, person: Person, action: string, detail: string): void {
  recordAudit(db, { at: clock.now(), actor: person.email, action, detail })
}

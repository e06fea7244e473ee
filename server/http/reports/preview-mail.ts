import type { Context } from '../../context.ts'
import type { Language } from '../../contract.ts'
import type { ReportDraft } from '../../contract-report.ts'
import { InvalidRequestError } from '../../platform/problem.ts'
import type { MailNow } from '../../report/delivery/mail-for.ts'
import { mailFor } from '../../report/delivery/mail-for.ts'
import { listGroups } from '../../store/mail-groups.ts'
import type { Person } from '../../store/people.ts'
import { readPerson, seesAllBrands, visibleBrandIds } from '../../store/people.ts'
import type { Recipient } from '../../store/named-recipients.ts'
import { choicesOf } from './present-report.ts'

type Asked = {
  draft: ReportDraft
  /** Whose brands bound what it may tell. */
  ownerId: number
  /** Whose mail: an account or an address of the draft; null = the reader's own. */
  recipient: { person: number } | { address: string } | null
  /** Null: the recipient's. */
  language: Language | null
}

/**
 * The mail somebody would get of a report that may not be kept yet, of the brands they, its owner and the reader see.
 * Null where there is nothing to tell.
 * @throws InvalidRequestError for a recipient the report does not name
 */
export async function previewMail(
  ctx: Context,
  reader: Person,
  asked: Asked,
  left?: AbortSignal,
): Promise<MailNow | null> {
  const { draft, ownerId } = asked
  const recipient = recipientOf(ctx, reader, asked)
  const account = recipient.personId === null ? null : readPerson(ctx.db, recipient.personId)
  const told = account === null ? recipient.brandIds : visibleBrandIds(ctx.db, account)
  const brandIds = visibleBrandIds(ctx.db, reader).filter(
    (id) => (draft.brands?.includes(id) ?? true) && (told?.includes(id) ?? true),
  )
  const schedule = {
    ...choicesOf(draft),
    brandIds,
    // Of no report: the link that ends its mails, shown here for somebody else, ends nothing.
    id: 0,
    ownerId,
    notBefore: null,
    pausedAt: null,
    pausedBecause: null,
    troubleSince: null,
  }
  // Whoever is limited to brands is shown others' mails as they themselves may read them.
  const personId = seesAllBrands(reader) ? recipient.personId : reader.id
  const shown = { ...recipient, personId, language: asked.language ?? recipient.language }
  return mailFor(ctx, schedule, shown, { now: ctx.clock.now(), ...(left && { left }) })
}

function recipientOf(ctx: Context, reader: Person, { draft, recipient }: Asked): Recipient {
  if (recipient === null) return ofAccount(reader)
  const groups = listGroups(ctx.db).filter(({ id }) => draft.recipients.groups.includes(id))
  if ('person' in recipient) {
    const ids = [...draft.recipients.people, ...groups.flatMap(({ personIds }) => personIds)]
    const person = ids.includes(recipient.person) ? readPerson(ctx.db, recipient.person) : null
    if (person === null || person.disabledAt !== null) throw nobody()
    return ofAccount(person)
  }
  const outside = [
    ...draft.recipients.addresses.map(({ brands, ...one }) => ({ ...one, brandIds: brands })),
    ...groups.flatMap(({ addresses }) => addresses),
  ].find(({ address }) => address === recipient.address)
  if (!outside) throw nobody()
  return { ...outside, name: outside.name ?? outside.address, personId: null }
}

function ofAccount({ id, email, name, language }: Person): Recipient {
  return { address: email, personId: id, name, language, brandIds: null }
}

function nobody(): InvalidRequestError {
  const message = 'is no recipient of this report; choose one of its recipients'
  return new InvalidRequestError(`The preview cannot be made: for ${message}.`, [{ field: 'for', message }])
}

import type { Context } from '../../context.ts'
import type { MailHead, ReadMail } from '../../platform/outbox.ts'
import { readBrandsEver } from '../../store/brands.ts'
import type { Person } from '../../store/people.ts'
import { seesAllBrands, visibleBrandIds } from '../../store/people.ts'
import { readMessageIdsOf } from '../../store/read-deliveries.ts'

/** Which mails of the outbox somebody may read. */
export type ReadPermission = {
  /** False where the head alone says enough: neither theirs nor of a report they look after. */
  mayReadOf(head: MailHead): boolean
  /** Null where no text need be looked at; else false for a mail that names a brand they may not see. */
  mayReadAll: ((mail: ReadMail) => boolean) | null
  /** Of a file that is no mail nobody can say whose it is. */
  mayReadBroken: boolean
}

/**
 * Administrators read every mail. Managers read those addressed to them and those of their reports; of these, whoever is
 * limited to brands none that names another brand: an older mail may tell of one that was hidden from them since.
 */
export function readPermissionOf(ctx: Context, person: Person): ReadPermission {
  if (person.role === 'administrator') return { mayReadOf: () => true, mayReadAll: null, mayReadBroken: true }
  const own = new Set(readMessageIdsOf(ctx.db, person.id).map(firstMessageId))
  return {
    mayReadOf: ({ to, messageId }) =>
      to === person.email || (messageId !== null && own.has(firstMessageId(messageId))),
    mayReadAll: seesAllBrands(person) ? null : namesNone(hiddenBrands(ctx, person)),
    mayReadBroken: false,
  }
}

/** A mail sent again has another name, made of the first; see `claimAgain`. */
function firstMessageId(messageId: string): string {
  return messageId.replace(/\.\d+@/, '@')
}

function hiddenBrands({ db }: Context, person: Person): { id: number; name: string }[] {
  const visible = new Set(visibleBrandIds(db, person))
  return readBrandsEver(db).filter(({ id, name }) => name !== '' && !visible.has(id))
}

/** By number, as every brand in a mail is a link, and by name. */
function namesNone(brands: readonly { id: number; name: string }[]) {
  return ({ subject, html, text }: ReadMail): boolean => {
    const whole = [subject, html, text].join('\n')
    return !brands.some(({ id, name }) => whole.includes(`/brands/${id}`) || whole.includes(name))
  }
}

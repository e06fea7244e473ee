import type { Context } from '../../context.ts'
import type { OutboxMail } from '../../contract-outbox.ts'
import type { MailHead, OutboxFile, ReadMail } from '../../platform/outbox.ts'
import {
  LARGEST_SHOWN_BYTES,
  findOutboxFile,
  listOutbox,
  readMailHead,
  readWholeMail,
} from '../../platform/outbox.ts'
import type { Person } from '../../store/people.ts'
import { notFound } from '../http-problem.ts'
import type { ReadPermission } from './read-permission.ts'
import { readPermissionOf } from './read-permission.ts'

const MAILS_PER_PAGE = 50
/** Files looked at for one page: somebody who may read few of very many gets them in several. */
const MOST_LOOKED_AT = 500

/** A page of the mails somebody may read, newest first, and where the next one begins. */
export async function readOutboxPage(
  ctx: Context,
  person: Person,
  after: string | undefined,
): Promise<{ mails: OutboxMail[]; next: string | null }> {
  const directory = ctx.config.mail.outboxDirectory
  const permission = readPermissionOf(ctx, person)
  const files = await listOutbox(directory)
  const first = after === undefined ? 0 : files.findIndex(({ name }) => name === after) + 1
  const mails: OutboxMail[] = []
  for (let place = first; place < files.length; place++) {
    if (mails.length === MAILS_PER_PAGE || place - first === MOST_LOOKED_AT)
      return { mails, next: files[place - 1].name }
    const file = files[place]
    const head = await readMailHead(directory, file.name)
    if (await mayRead(directory, file, head, permission)) mails.push(presentMail(file, head))
  }
  return { mails, next: null }
}

export type FoundMail = {
  file: OutboxFile
  head: MailHead | null
  /** Null of a file that is no mail, and of one that is too large to be read. */
  mail: ReadMail | null
  /** Limited to brands: what the files tell cannot be looked through. */
  canTakeFiles: boolean
}

/** One mail, whole. @throws HttpProblem 404 for one that is not there or not theirs */
export async function findMail(ctx: Context, person: Person, name: string): Promise<FoundMail> {
  const directory = ctx.config.mail.outboxDirectory
  const permission = readPermissionOf(ctx, person)
  const file = await findOutboxFile(directory, name)
  if (file === null) throw notFound()
  const head = await readMailHead(directory, name)
  if (!(await mayRead(directory, file, head, permission))) throw notFound()
  const isShown = file.bytes <= LARGEST_SHOWN_BYTES
  const mail = isShown ? await readWholeMail(directory, name) : null
  return { file, head, mail, canTakeFiles: permission.mayReadAll === null }
}

async function mayRead(
  directory: string,
  { name, bytes }: OutboxFile,
  head: MailHead | null,
  { mayReadOf, mayReadAll, mayReadBroken }: ReadPermission,
): Promise<boolean> {
  if (head === null) return mayReadBroken
  if (!mayReadOf(head)) return false
  if (mayReadAll === null) return true
  if (bytes > LARGEST_SHOWN_BYTES) return false
  const mail = await readWholeMail(directory, name)
  return mail !== null && mayReadAll(mail)
}

export function presentMail({ name, bytes, writtenAt }: OutboxFile, head: MailHead | null): OutboxMail {
  return {
    name,
    date: (head?.date ?? new Date(writtenAt)).toISOString(),
    to: head?.to ?? null,
    subject: head?.subject ?? null,
    bytes,
    isBroken: head === null,
  }
}

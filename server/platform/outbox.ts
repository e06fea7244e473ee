import { createReadStream } from 'node:fs'
import type { ReadStream } from 'node:fs'
import { lstat, open, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ParsedMail } from 'mailparser'
import { simpleParser } from 'mailparser'

/** A mail that was written to a file. */
export type OutboxFile = { name: string; bytes: number; writtenAt: number }
/** What its first lines say; null of a file that is no mail. */
export type MailHead = {
  subject: string | null
  to: string | null
  date: Date | null
  messageId: string | null
}
export type ReadMail = MailHead & {
  from: string | null
  html: string | null
  text: string | null
  files: { name: string; contentType: string; content: Buffer }[]
}

const LONGEST_HEAD = 65_536
const END_OF_HEAD = '\r\n\r\n'
/** Files asked about at once: a folder may hold very many. */
const AT_ONCE = 200
export const LARGEST_SHOWN_BYTES = 20_000_000

/** The mails in the folder, newest first; none where there is no folder yet. */
export async function listOutbox(directory: string): Promise<OutboxFile[]> {
  const names = (await namesIn(directory)).filter((name) => name.endsWith('.eml'))
  const files: OutboxFile[] = []
  for (let first = 0; first < names.length; first += AT_ONCE) {
    const found = await Promise.all(
      names.slice(first, first + AT_ONCE).map((name) => findOutboxFile(directory, name)),
    )
    files.push(...found.filter((file) => file !== null))
  }
  return files.sort((a, b) => b.writtenAt - a.writtenAt || (a.name < b.name ? 1 : -1))
}

/** The file of that name; null where there is none, or where it is a link or a folder. */
export async function findOutboxFile(directory: string, name: string): Promise<OutboxFile | null> {
  try {
    const found = await lstat(join(directory, name))
    return found.isFile() ? { name, bytes: found.size, writtenAt: found.mtimeMs } : null
  } catch {
    return null
  }
}

/** Who a mail is for and what it is about, from its first lines alone; null of a file that is no mail. */
export async function readMailHead(directory: string, name: string): Promise<MailHead | null> {
  const file = await open(join(directory, name))
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(LONGEST_HEAD), 0, LONGEST_HEAD, 0)
    const end = buffer.subarray(0, bytesRead).indexOf(END_OF_HEAD)
    if (end < 0) return null
    return headOf(await simpleParser(buffer.subarray(0, end + END_OF_HEAD.length)))
  } catch {
    return null
  } finally {
    await file.close()
  }
}

/** The whole mail, its pictures within the HTML; null of a file that is no mail. */
export async function readWholeMail(directory: string, name: string): Promise<ReadMail | null> {
  const raw = await readFile(join(directory, name))
  try {
    const mail = await simpleParser(raw, { skipTextToHtml: true, skipHtmlToText: true })
    const head = headOf(mail)
    if (head === null) return null
    const files = mail.attachments.filter(({ related }) => !related)
    return {
      ...head,
      from: mail.from?.text ?? null,
      html: mail.html || null,
      text: mail.text ?? null,
      files: files.map(({ filename, contentType, content }, index) => ({
        name: filename ?? `file-${index + 1}`,
        contentType,
        content,
      })),
    }
  } catch {
    return null
  }
}

/** The file as it lies there. */
export function streamOutboxFile(directory: string, name: string): ReadStream {
  return createReadStream(join(directory, name))
}

/** What a mail has at least: whom it is for. */
function headOf({ subject, to, date, messageId }: ParsedMail): MailHead | null {
  const addresses = [to ?? []].flat().flatMap(({ value }) => value.flatMap(({ address }) => address ?? []))
  if (addresses.length === 0) return null
  return {
    subject: subject ?? null,
    to: addresses.join(', '),
    date: date && !Number.isNaN(date.getTime()) ? date : null,
    messageId: messageId ?? null,
  }
}

async function namesIn(directory: string): Promise<string[]> {
  try {
    return await readdir(directory)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}

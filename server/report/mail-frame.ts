import type { Links } from './links.ts'

/** What stands around a report in a mail. */
export type MailFrame = {
  links: Links
  readerName: string
  /** Where the reader ends these mails. */
  unsubscribe: string
}

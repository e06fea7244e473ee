/** The shapes of the outbox that cross the HTTP border: mails that were written to files instead of being sent. */

/** What its first lines say of a mail; null where they do not say it. */
export type OutboxMail = {
  /** Of the file; with it the mail is asked for. */
  name: string
  date: string | null
  to: string | null
  subject: string | null
  bytes: number
  /** The file is no mail. */
  isBroken: boolean
}

export type OutboxAnswer = {
  mails: OutboxMail[]
  /** Names the place to go on from; null at the end. */
  next: string | null
  /** True: new mails are sent and not written here any more. */
  isSmtpSet: boolean
}

export type OutboxMailAnswer = OutboxMail & {
  from: string | null
  text: string | null
  hasHtml: boolean
  attachments: { name: string; contentType: string; bytes: number }[]
  /** Too large to be shown here; it can be taken as a file. */
  isTooLarge: boolean
  /** False where the files could tell of brands that the reader may not see. */
  canTakeFiles: boolean
}

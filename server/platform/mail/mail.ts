export type Mail = {
  /** One address, without a name. */
  to: string
  subject: string
  text: string
  html: string
  messageId: string
  date: Date
  headers?: Record<string, string>
  attachments?: readonly MailAttachment[] | undefined
}

/** A file in a mail; with `cid` a picture that the HTML shows as `cid:…`. */
export type MailAttachment = { filename: string; content: Buffer; contentType: string; cid?: string }

/** Without SMTP the mail is written as an `.eml` file. */
export type Mailer = {
  /**
   * Sends one mail; `bytes` is the size of the whole mail.
   * Throws UnansweredMailError when nobody can know whether the mail was taken. When it certainly was not taken:
   * MailRefusedError where that is about this mail, MailServerError where it is about the server, else what the disk said.
   */
  send(mail: Mail): Promise<{ response: string; bytes: number }>
  /** Waits until the server may be given the next mail, at most its mails per minute. @throws when the signal aborts */
  turn?(signal?: AbortSignal): Promise<void>
  /** No mail follows for now: ends a connection that was kept for the next one. */
  rest?(): void
}

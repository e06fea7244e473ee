/** How long a mail server is waited for, in milliseconds. */
export type SmtpLimits = {
  /** Until it has greeted, and the connection is encrypted. */
  connectMs: number
  /** Without a byte from it, or to it. */
  silenceMs: number
  /** For one whole mail, the connection included. */
  mailMs: number
  /** A connection is kept this long for the next mail. */
  idleMs: number
}

/** Servers that look into mails take a minute for the last answer; one given up on too early is of unknown fate. */
export const usualLimits: SmtpLimits = {
  connectMs: 30_000,
  silenceMs: 120_000,
  mailMs: 300_000,
  idleMs: 2_000,
}

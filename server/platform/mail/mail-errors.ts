import { UpstreamError } from '../problem.ts'

/** This mail, or its address, is not taken; another one may be. `status` is the server's answer (RFC 5321, 4.2.1). */
export class MailRefusedError extends UpstreamError {
  override name = 'MailRefusedError'
  constructor(
    message: string,
    /** Null where it was not even shown to the server. */
    status: number | null,
    /** `address`: there is no such recipient. */
    readonly refused: 'address' | 'mail',
  ) {
    super(message, status)
  }

  /** An answer 4yz: the server may take it later. */
  get mayBeTakenLater(): boolean {
    return this.status !== null && this.status < 500
  }
}

export type ServerTrouble =
  /** No connection, no greeting, or none that goes on. */
  | 'unreachable'
  /** The connection cannot be encrypted, or not with somebody we can trust. */
  | 'encryption'
  | 'sign_in'
  /** It does not take mails of our sender. */
  | 'sender'
  /** It wants fewer mails, or none for now. */
  | 'busy'

/** Whatever mail it is given now, the server would not take it: nobody else's is tried until later. */
export class MailServerError extends UpstreamError {
  override name = 'MailServerError'
  constructor(
    message: string,
    status: number | null,
    readonly trouble: ServerTrouble,
  ) {
    super(message, status)
  }
}

/** The whole mail was handed over and the server never said what became of it: sending again may send twice. */
export class UnansweredMailError extends Error {
  override name = 'UnansweredMailError'
}

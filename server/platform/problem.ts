/** The caller's fault: an unknown name, a day that does not exist. `fields` names everything that was wrong. */
export class InvalidRequestError extends Error {
  override name = 'InvalidRequestError'
  constructor(
    message: string,
    readonly fields: readonly { field: string; message: string }[] = [],
  ) {
    super(message)
  }
}

/** Something this person may not see or do, or that does not exist: both look the same from outside. */
export class ForbiddenError extends Error {
  override name = 'ForbiddenError'
}

/**
 * Another system (Zendesk, the mail server) answered with an error; the message says what a person can do, `code`
 * names the same sentence in every language, and `detail` is what the other system said, without any secret.
 */
export class UpstreamError extends Error {
  override name = 'UpstreamError'
  constructor(
    message: string,
    readonly status: number | null,
    readonly code: string = 'upstream',
    readonly detail: string | null = null,
  ) {
    super(message)
  }
}

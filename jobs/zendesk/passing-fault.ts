/** Raised for a fault that passes by itself; `retryAfter` (ms) is how long Zendesk asked to wait, if it did. */
export class PassingFault extends Error {
  override name = 'PassingFault'
  constructor(
    message: string,
    readonly retryAfter: number | null = null,
  ) {
    super(message)
  }
}

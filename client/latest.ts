/**
 * Lets only the newest piece of work speak: starting another aborts and silences the one before,
 * so a slow old answer can never replace a newer one.
 */
export function latest() {
  let current: AbortController | null = null

  return {
    /** `done` and `failed` are called only while no newer work has begun. */
    run<Answer>(
      work: (signal: AbortSignal) => Promise<Answer>,
      done: (answer: Answer) => void,
      failed: (error: unknown) => void,
    ): Promise<void> {
      current?.abort()
      const own = new AbortController()
      current = own
      return work(own.signal).then(
        (answer) => {
          if (current === own) done(answer)
        },
        (error: unknown) => {
          if (current === own) failed(error)
        },
      )
    },
    /** Silences whatever is under way. */
    cancel(): void {
      current?.abort()
      current = null
    },
  }
}

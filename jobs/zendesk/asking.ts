import type { Logger } from '../../server/platform/logger.ts'
import { UpstreamError } from '../../server/platform/problem.ts'
import { PassingFault } from './passing-fault.ts'
import type { RateBudgets } from './rate-budget.ts'
import { createRateBudgets } from './rate-budget.ts'
import type { BucketName, Subject } from './request.ts'
import type { Answer } from './sending.ts'
import { failPassing } from './sending.ts'
import { backOffMs, retryAfterMs, wait } from './waiting.ts'

/** How every request is made, whoever is asked and with whatever credential: within a budget, and again after faults. */
export type Asking = {
  /**
   * One answer within the bucket's budget; `send` is called after the wait for it, so that it takes credentials that
   * are still good. @throws PassingFault when the answer is one that passes by itself
   */
  within(request: { bucket: BucketName; share?: number }, send: () => Promise<Answer>): Promise<Answer>
  /**
   * What `ask` gives, called again while it throws PassingFault, with the number of faults so far. `path` may be shown
   * in a log.
   * @throws UpstreamError after too many faults
   */
  untilAnswered<Result>(
    request: { subject: Subject; path: string },
    ask: (faults: number) => Promise<Result>,
  ): Promise<Result>
}

/** An answer that could not be had this often is given up. */
export const mostFaults = 6
/** Waits Zendesk itself asked for do not count as faults, but nothing is asked for ever. */
const MOST_REQUESTED_WAITS = 50

export function createAsking(options: {
  rateWindowScale: number
  logger: Logger
  signal: AbortSignal
  /** Its own unless given. */
  budgets?: RateBudgets
}): Asking {
  const { rateWindowScale, logger, signal } = options
  const budgets = options.budgets ?? createRateBudgets(rateWindowScale)
  return {
    async within({ bucket, share }, send) {
      const budget = budgets[bucket]
      await budget.take(share ?? 1, signal)
      let answer: Answer | null = null
      try {
        answer = await send()
      } finally {
        budget.settle(answer)
      }
      if (answer.status === 429 || answer.status === 503) {
        const asked = retryAfterMs(answer.headers)
        if (asked !== null) budget.pause(asked)
        else if (answer.status === 429) budget.spend()
      }
      return failPassing(answer)
    },
    async untilAnswered({ subject, path }, ask) {
      let faults = 0
      let requestedWaits = 0
      for (;;) {
        try {
          return await ask(faults)
        } catch (error) {
          if (signal.aborted || !(error instanceof PassingFault)) throw error
          if (error.retryAfter !== null && requestedWaits++ < MOST_REQUESTED_WAITS) {
            await wait(error.retryAfter, signal)
            continue
          }
          if (++faults >= mostFaults) throw givenUp(subject, error)
          logger.debug({ path, fault: error.message, faults }, 'asking Zendesk again')
          await wait(backOffMs(faults - 1, rateWindowScale), signal)
        }
      }
    },
  }
}

function givenUp(subject: Subject, fault: PassingFault): UpstreamError {
  return new UpstreamError(
    `Zendesk did not answer ${subject} after ${mostFaults} tries, the last time with ${fault.message}; the next run goes on from here. If it lasts, look at status.zendesk.com and at this machine's network`,
    null,
    'no_answer',
  )
}

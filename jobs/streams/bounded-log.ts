import { setTimeout as delay } from 'node:timers/promises'
import { UpstreamError } from '../../server/platform/problem.ts'
import { explain } from '../zendesk/refusals.ts'
import { readConversationLog } from './conversation-log.ts'
import type { ReadingFailure } from './reading-failure.ts'
import { isOfTicketAlone, readingFailureOf } from './reading-failure.ts'
import type { SyncContext } from './stream.ts'
import type { TicketMessage } from './ticket-messages.ts'

/** One answer may take this long in real time, waits Zendesk asks for included. */
const LONGEST_ANSWER_MS = 60_000

/** The conversation log as long as it answers: few tickets need it, and the others are not to wait for it. */
export type BoundedLog = {
  /**
   * A ticket's messages; null once the log has failed.
   * @throws UpstreamError for what concerns this ticket alone (404: it is gone), ZodError for an answer in an unknown form
   */
  read(ticketId: number): Promise<TicketMessage[] | null>
  /** Why the log is not asked any more. */
  failure(): ReadingFailure | null
}

/** @param before the failure of an earlier page of the same walk: then nothing is asked */
export function boundedLog(sync: SyncContext, before: ReadingFailure | null): BoundedLog {
  let failed = before
  return {
    async read(ticketId) {
      if (failed) return null
      const answered = new AbortController()
      try {
        const messages = readConversationLog(sync.client, ticketId)
        // Goes on behind the limit's back: nobody is to be surprised by how it ends.
        messages.catch(() => undefined)
        return await Promise.race([messages, failAfter(LONGEST_ANSWER_MS, answered.signal)])
      } catch (error) {
        if (!(error instanceof UpstreamError) || isOfTicketAlone(error)) throw error
        failed ??= readingFailureOf(error)
        return null
      } finally {
        answered.abort()
      }
    },
    failure: () => failed,
  }
}

async function failAfter(milliseconds: number, signal: AbortSignal): Promise<never> {
  try {
    await delay(milliseconds, undefined, { signal, ref: false })
  } catch {
    return await new Promise<never>(() => undefined)
  }
  throw explain('log_slow')
}

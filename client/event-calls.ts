import type { EventDraft, EventsAnswer, EventSummary } from '../server/contract-event.ts'

type Ask = <Answer>(method: string, path: string, signal?: AbortSignal, body?: unknown) => Promise<Answer>

/** Calls about events written by hand. */
export function eventCalls(ask: Ask) {
  return {
    list: (brand: number, signal: AbortSignal) => ask<EventsAnswer>('GET', `events?brand=${brand}`, signal),
    add: (draft: EventDraft) => ask<EventSummary>('POST', 'events', undefined, draft),
    change: (id: number, draft: EventDraft) => ask<EventSummary>('PATCH', `events/${id}`, undefined, draft),
    remove: (id: number) => ask<void>('DELETE', `events/${id}`),
  }
}

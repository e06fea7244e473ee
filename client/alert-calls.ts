import type {
  AlertDraft,
  AlertHistoryAnswer,
  AlertsAnswer,
  AlertSummary,
  AlertTrialAnswer,
} from '../server/contract-alert.ts'

type Ask = <Answer>(method: string, path: string, signal?: AbortSignal, body?: unknown) => Promise<Answer>

/** Calls about what people want to be told of. */
export function alertCalls(ask: Ask) {
  const change = (id: number, verb: string, body: unknown) =>
    ask<AlertSummary>('POST', `alerts/${id}/${verb}`, undefined, body)
  return {
    list: (signal: AbortSignal) => ask<AlertsAnswer>('GET', 'alerts', signal),
    history: (id: number | null, signal: AbortSignal) =>
      ask<AlertHistoryAnswer>('GET', `alert-history${id === null ? '' : `?alert=${id}`}`, signal),
    add: (draft: AlertDraft) => ask<AlertSummary>('POST', 'alerts', undefined, draft),
    replace: (id: number, draft: AlertDraft) => ask<AlertSummary>('PATCH', `alerts/${id}`, undefined, draft),
    tryOut: (draft: AlertDraft) => ask<AlertTrialAnswer>('POST', 'alerts/trial', undefined, draft),
    pause: (id: number) => change(id, 'pause', undefined),
    resume: (id: number) => change(id, 'resume', undefined),
    snooze: (id: number, until: string | null) => change(id, 'snooze', { until }),
    remove: (id: number) => ask<void>('DELETE', `alerts/${id}`),
  }
}

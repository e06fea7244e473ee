import type { Language } from '../server/contract.ts'
import type {
  DeliveriesAnswer,
  MailGroupSummary,
  ReportDraft,
  ReportPreviewAnswer,
  ReportsAnswer,
  ReportSummary,
  SendToMeAnswer,
} from '../server/contract-report.ts'
import type { OutboxAnswer, OutboxMailAnswer } from '../server/contract-outbox.ts'

type Ask = <Answer>(
  method: string,
  path: string,
  signal?: AbortSignal,
  body?: unknown,
  timeoutMs?: number,
) => Promise<Answer>

/** A mail server may think for a while before it says what became of a mail. */
const SENDING_MS = 130_000
const DRAWING_MS = 60_000

export type PreviewAsked = {
  draft: ReportDraft
  /** The report it is a draft of; null for a new one. */
  report: number | null
  /** An account's number or an address; null = one's own mail. */
  recipient: string | null
  language: Language | null
}
export type GroupDraft = Omit<MailGroupSummary, 'id'>

/** Calls about reports by mail, their recipients and what became of them. */
export function reportCalls(ask: Ask) {
  return {
    list: (signal: AbortSignal) => ask<ReportsAnswer>('GET', 'reports', signal),
    add: (draft: ReportDraft) => ask<ReportSummary>('POST', 'reports', undefined, draft),
    change: (id: number, draft: ReportDraft) =>
      ask<ReportSummary>('PATCH', `reports/${id}`, undefined, draft),
    remove: (id: number) => ask<void>('DELETE', `reports/${id}`),
    pause: (id: number) => ask<ReportSummary>('POST', `reports/${id}/pause`),
    resume: (id: number) => ask<ReportSummary>('POST', `reports/${id}/resume`),
    preview({ draft, report, recipient, language }: PreviewAsked, signal: AbortSignal) {
      const query = new URLSearchParams({
        ...(report !== null && { report: String(report) }),
        ...(recipient !== null && { for: recipient }),
        ...(language !== null && { lang: language }),
      })
      return ask<ReportPreviewAnswer>('POST', `reports/preview?${query}`, signal, draft, DRAWING_MS)
    },
    sendToMe: (id: number) =>
      ask<SendToMeAnswer>('POST', `reports/${id}/send-to-me`, undefined, undefined, SENDING_MS),
    history: (id: number, query: URLSearchParams, signal: AbortSignal) =>
      ask<DeliveriesAnswer>('GET', `reports/${id}/deliveries?${query}`, signal),
    sendAgain: (delivery: number) =>
      ask<DeliveriesAnswer>('POST', `report-deliveries/${delivery}/send-again`),
    clearRefused: (id: number, address: string) =>
      ask<ReportSummary>('POST', `reports/${id}/clear-refused`, undefined, { address }),
    addGroup: (draft: GroupDraft) => ask<MailGroupSummary>('POST', 'mail-groups', undefined, draft),
    changeGroup: (id: number, draft: GroupDraft) =>
      ask<MailGroupSummary>('PATCH', `mail-groups/${id}`, undefined, draft),
    removeGroup: (id: number) => ask<void>('DELETE', `mail-groups/${id}`),
    outbox: (after: string | null, signal: AbortSignal) =>
      ask<OutboxAnswer>(
        'GET',
        after === null ? 'outbox' : `outbox?after=${encodeURIComponent(after)}`,
        signal,
      ),
    outboxMail: (name: string, signal: AbortSignal) => ask<OutboxMailAnswer>('GET', `outbox/${name}`, signal),
  }
}

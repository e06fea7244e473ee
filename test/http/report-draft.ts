import type { ReportDraft } from '../../server/contract-report.ts'

/** A weekly report to one account and one address without one. */
export function draftFor(personId: number, change: Partial<ReportDraft> = {}): ReportDraft {
  return {
    name: 'Weekly',
    zone: 'Asia/Seoul',
    rhythm: { every: 'week', weekday: 1 },
    time: '08:00',
    lastDay: null,
    deadlineHours: 24,
    atDeadline: 'last_complete',
    skipsUnchanged: false,
    brands: null,
    metrics: null,
    filters: null,
    attachments: [],
    recipients: { people: [personId], groups: [], addresses: [outside()] },
    ...change,
  }
}

export function outside(change: Partial<ReportDraft['recipients']['addresses'][number]> = {}) {
  return { address: 'partner@outside.example', name: null, language: 'en' as const, brands: null, ...change }
}

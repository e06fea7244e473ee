import type { AlertDraft } from '../../server/contract-alert.ts'

/** An alert on the first reply time, told to one account. */
export function alertDraftFor(personId: number, change: Partial<AlertDraft> = {}): AlertDraft {
  return {
    name: 'Slow replies',
    watch: { kind: 'level', metric: 'first_reply', side: 'above', value: 300, fromCount: 50 },
    brands: null,
    tellsEnd: true,
    repeatDays: 7,
    zone: 'Asia/Seoul',
    hours: { from: '09:00', to: '18:00' },
    recipients: { people: [personId], groups: [], addresses: [], administrators: false },
    ...change,
  }
}

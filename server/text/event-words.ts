import type { EventKind } from '../contract-event.ts'
import type { Bilingual } from '../contract.ts'

const kindNames: Record<EventKind, Bilingual> = {
  note: { en: 'Note', ko: '메모' },
  outage: { en: 'Outage', ko: '장애' },
  campaign: { en: 'Campaign', ko: '캠페인' },
  release: { en: 'Product release', ko: '제품 출시' },
  staffing: { en: 'Staffing', ko: '인력 변동' },
}

/**
 * An event as a time axis names it; a plain note needs no word before it.
 * @example eventMarkName('outage', 'payment was down').en // 'Outage: payment was down'
 */
export function eventMarkName(kind: EventKind, words: string): Bilingual {
  if (kind === 'note') return { en: words, ko: words }
  return { en: `${kindNames[kind].en}: ${words}`, ko: `${kindNames[kind].ko}: ${words}` }
}

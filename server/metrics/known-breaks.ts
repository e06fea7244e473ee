import type { Bilingual } from '../contract.ts'
import type { Period } from '../periods/day.ts'
import type { MetricDefinition } from './definition.ts'

/** A change at Zendesk, for every brand alike, that a line over time may show without anybody having changed anything. */
export type KnownBreak = {
  code: 'ai_agent_tickets_offered' | 'ai_agent_tickets_everywhere' | 'resolution_tiers'
  /** Half-open; of one day where it was a single step. */
  period: Period
  /** Metrics of which no line is drawn across it; of others it is only marked. */
  cuts: readonly MetricDefinition['key'][]
  name: Bilingual
}

export const knownBreaks: readonly KnownBreak[] = [
  {
    code: 'ai_agent_tickets_offered',
    period: { from: '2026-02-18', to: '2026-02-19' },
    cuts: [],
    name: {
      en: 'Zendesk begins to keep tickets of AI agents',
      ko: 'Zendesk가 봇 대화 티켓을 보관하기 시작함',
    },
  },
  {
    code: 'ai_agent_tickets_everywhere',
    period: { from: '2026-05-04', to: '2026-05-05' },
    cuts: [],
    name: {
      en: 'Tickets of AI agents are kept for every account',
      ko: '모든 계정에서 봇 대화 티켓이 보관됨',
    },
  },
  {
    code: 'resolution_tiers',
    period: { from: '2026-05-18', to: '2026-06-02' },
    cuts: ['automated_resolution_rate'],
    name: {
      en: 'Zendesk changes what it calls an automated resolution',
      ko: 'Zendesk의 자동 해결 판정 기준 변경',
    },
  },
]

/**
 * Stretches of days of which no value of the metric means one thing: its line has a gap there.
 * @example cutsOf('automated_resolution_rate') // [{ from: '2026-05-18', to: '2026-06-02' }]
 */
export function cutsOf(metric: MetricDefinition['key']): readonly Period[] {
  return knownBreaks.filter(({ cuts }) => cuts.includes(metric)).map(({ period }) => period)
}

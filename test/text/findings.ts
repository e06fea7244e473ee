import type { MetricKind } from '../../server/contract.ts'
import type {
  CalledFinding,
  SentenceSubject,
  UnclearFinding,
  WindowFinding,
} from '../../server/text/sentence-findings.ts'

const margins: Record<MetricKind, number> = { duration: 0.1, rate: 0.02, count: 0.1, load: 0.1, money: 0.1 }

/** One metric of every kind at a brand. */
export function subjects(brand: string): SentenceSubject[] {
  return [
    subject(brand, 'first_reply', 'duration', 'First reply time', '첫 응답 시간'),
    subject(brand, 'csat', 'rate', 'Customer satisfaction (CSAT)', '고객 만족도(CSAT)'),
    subject(brand, 'demand', 'count', 'Contact volume', '문의량'),
    subject(brand, 'human_workload', 'count', 'Conversations handled by agents', '상담원이 응대한 대화'),
    subject(brand, 'messages_per_conversation', 'load', 'Messages per conversation', '대화당 메시지 수'),
    { ...subject(brand, 'first_reply', 'money', 'Cost per resolution', '해결당 비용'), currency: 'KRW' },
  ]
}

function subject(
  brand: string,
  key: SentenceSubject['metric']['key'],
  kind: MetricKind,
  en: string,
  ko: string,
): SentenceSubject {
  return { brand, metric: { key, kind, name: { en, ko }, margin: margins[kind] } }
}

const sizes: Record<MetricKind, { before: number; after: number; expected: number }> = {
  duration: { before: 130, after: 78, expected: 125 },
  rate: { before: 0.881, after: 0.763, expected: 0.884 },
  count: { before: 840, after: 1050, expected: 860 },
  load: { before: 8.42, after: 12.06, expected: 8.6 },
  money: { before: 3200, after: 2500, expected: 3150 },
}

/** A change of a kind, as both windows and what was to be expected show it. */
export function change(kind: MetricKind): WindowFinding {
  const { before, after, expected } = sizes[kind]
  return {
    effect:
      kind === 'rate'
        ? { value: -12.1, low: -15, high: -8.6, unit: 'points' }
        : after < before
          ? { value: 0.62, low: 0.55, high: 0.7, unit: 'ratio' }
          : { value: 1.22, low: 1.1, high: 1.42, unit: 'ratio' },
    before: { value: before, n: 8120, from: '2025-10-20', to: '2026-04-20' },
    after: { value: after, n: 7980, from: '2026-05-04', to: '2026-07-13' },
    weeks: 26,
    weeksAfter: 10,
    expected: { value: expected, low: expected * 0.9, high: expected * 1.1 },
  }
}

export const calledStates = [
  'improved',
  'worse',
  'higher',
  'lower',
] as const satisfies CalledFinding['state'][]

/** A finding of every way in which a figure is not called a change. */
export function everyUnclear(found: WindowFinding): UnclearFinding[] {
  const unclear = { ...found, state: 'no_clear_change' } as const
  const adjusted = { ...found.effect, value: found.effect.unit === 'ratio' ? 0.95 : -1.1 }
  return [
    { ...unclear, because: 'no_meaningful_change' },
    { ...unclear, because: 'slight' },
    { ...unclear, because: 'different_people' },
    { ...unclear, because: 'cannot_tell', outlook: { kind: 'more_weeks', weeks: 3 } },
    { ...unclear, because: 'cannot_tell', outlook: { kind: 'more_weeks', weeks: 1 } },
    { ...unclear, because: 'cannot_tell', outlook: { kind: 'smallest_change', size: 0.12 } },
    { ...unclear, because: 'cannot_tell', outlook: { kind: 'unknown' } },
    { ...unclear, because: 'swings' },
    { ...unclear, because: 'many_figures' },
    { ...unclear, because: 'mix_shift', mix: { adjusted, share: 0.7 } },
    { ...unclear, because: 'mix_shift', mix: { adjusted, share: 1.3 } },
    { ...unclear, because: 'mix_shift', mix: { adjusted: null, share: null } },
    { ...unclear, because: 'mix_shift', mix: { adjusted: null, share: -0.2 } },
  ]
}

/** What may stand beside any of them. */
export const circumstances: Partial<WindowFinding>[] = [
  {},
  { expected: null, controls: 1 },
  { controls: ['한빛'], isMeasuredDifferently: true },
  { controls: ['Hanbit', 'Saebom', 'Mirae'], everyoneMoved: true },
  { controls: ['a', 'b', 'c', 'd'], swing: 0.12, includesAutomaticReplies: true },
]

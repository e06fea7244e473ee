import type {
  Comparison,
  ComparisonState,
  Effect,
  PrimaryMetricKey,
  Reason,
  SeriesWeek,
  WindowValue,
} from '../../server/contract.ts'
import { writeCutover } from '../../server/store/brands.ts'
import type { GridCell } from '../../server/store/comparison-cells.ts'
import { forEveryMetric, readGridStamp, writeGrid } from '../../server/store/comparison-cells.ts'
import type { Database } from '../../server/store/database.ts'
import { statement } from '../../server/store/database.ts'
import { writeSetting } from '../../server/store/settings.ts'

export const miraeId = 101
export const haneulId = 102
export const dawonId = 103
export const saebyeokId = 104

const metrics: PrimaryMetricKey[] = [
  'first_reply',
  'unserved_rate',
  'recontact_rate',
  'csat',
  'demand',
  'human_workload',
]
const usual: Record<PrimaryMetricKey, { before: number; week: number; weekBefore: number; n: number }> = {
  first_reply: { before: 130, week: 76, weekBefore: 80.4, n: 812 },
  unserved_rate: { before: 0.041, week: 0.038, weekBefore: 0.042, n: 840 },
  recontact_rate: { before: 0.121, week: 0.064, weekBefore: 0.109, n: 655 },
  csat: { before: 0.88, week: 0.871, weekBefore: 0.884, n: 117 },
  demand: { before: 838, week: 840, weekBefore: 861, n: 840 },
  human_workload: { before: 803, week: 812, weekBefore: 824, n: 812 },
}
const lastWeekIncomplete = new Set<PrimaryMetricKey>(['recontact_rate', 'csat'])

/** Four brands: faster replies, worse CSAT, moved three weeks ago (which nobody confirmed), never moved. */
export function seedSampleGrid(
  db: Database,
  { asOf = '2026-11-15T23:40:00.000Z', dataCompleteTo = '2026-11-15T23:38:00.000Z' as string | null } = {},
): void {
  addBrand(db, miraeId, 'Mirae Outdoor', '2026-04-20')
  addBrand(db, haneulId, '하늘 코스메틱', '2026-02-09')
  addBrand(db, dawonId, 'Dawon & Sons <Home>', '2026-10-26', 'detected')
  addBrand(db, saebyeokId, '새벽서점', null)
  writeGrid(
    db,
    [...mirae(), ...haneul(), ...dawon(), ...saebyeok()],
    {
      asOf,
      dataCompleteTo,
      dataCompleteToByMetric: forEveryMetric(() => dataCompleteTo),
      dataVersion: `${asOf} ${dataCompleteTo}`,
    },
    Date.parse(asOf),
  )
}

/** Lets the stored data reach to an instant: all metrics, or some of them to another. */
export function setDataCompleteTo(
  db: Database,
  instant: string | null,
  some: Partial<Record<PrimaryMetricKey, string | null>> = {},
): void {
  const stamp = readGridStamp(db)
  if (stamp === null) throw new Error('the sample has a grid')
  const dataCompleteToByMetric = { ...forEveryMetric(() => instant), ...some }
  writeSetting(db, 'grid', JSON.stringify({ ...stamp, dataCompleteTo: instant, dataCompleteToByMetric }), 0)
}

function addBrand(
  db: Database,
  id: number,
  name: string,
  wentLiveOn: string | null,
  source: 'confirmed' | 'detected' = 'confirmed',
): void {
  statement(
    db,
    `insert into brand (id, name, subdomain, is_default, active, deleted, created_at, bot_since)
     values (:id, :name, null, 0, 1, 0, 0, null)`,
  ).run({ id, name })
  if (wentLiveOn === null) return
  writeCutover(db, {
    brand_id: id,
    went_live_on: wentLiveOn,
    went_live_source: source,
    ramp_end: null,
    ramp_source: 'assumed',
    detected_on: wentLiveOn,
    confirmed_by: null,
    note: null,
  })
}

function mirae(): GridCell[] {
  const brand = { id: miraeId, name: 'Mirae Outdoor' }
  const windows = { before: ['2026-01-26', '2026-04-20'], after: ['2026-08-24', '2026-11-16'] } as const
  const cell = (metric: PrimaryMetricKey, change: Partial<Comparison>, after: number) =>
    compared(brand, metric, windows, after, change)
  return [
    cell(
      'first_reply',
      {
        state: 'improved',
        direction: 'down',
        effect: ratio(0.617, 0.56, 0.69),
        sentence: {
          en: 'First reply time at Mirae Outdoor fell from 2 min 10 s to 1 min 20 s (−38%, range −44% to −31%).',
          ko: 'Mirae Outdoor의 첫 응답 시간이 2분 10초에서 1분 20초로 짧아졌습니다(−38%, 범위 −44%~−31%).',
        },
      },
      80.2,
    ),
    cell('unserved_rate', { effect: points(-0.2, -0.9, 0.5) }, 0.039),
    cell(
      'recontact_rate',
      {
        effect: points(-0.4, -1.6, 0.8),
        before: { value: 0.121, n: 7310, from: '2026-01-19', to: '2026-04-13' },
        after: { value: 0.117, n: 7204, from: '2026-08-10', to: '2026-11-02' },
      },
      0.117,
    ),
    cell('csat', { effect: points(0.3, -2.8, 3.4), reasons: [askedLater], fairness: 'caution' }, 0.883),
    cell('demand', { effect: ratio(1.02, 0.95, 1.09) }, 855),
    cell('human_workload', { effect: ratio(1.01, 0.94, 1.08) }, 811),
  ].map((made, i) => ({ cell: made, series: series(metrics[i]), ...nothingBehind }))
}

function haneul(): GridCell[] {
  const brand = { id: haneulId, name: '하늘 코스메틱' }
  const windows = { before: ['2025-11-17', '2026-02-09'], after: ['2026-08-24', '2026-11-16'] } as const
  const cell = (metric: PrimaryMetricKey, change: Partial<Comparison>, after: number) =>
    compared(brand, metric, windows, after, change)
  return [
    cell('first_reply', { effect: ratio(1.03, 0.93, 1.14) }, 134),
    cell(
      'unserved_rate',
      { state: 'not_comparable', grade: null, effect: null, reasons: [leftEarly] },
      0.031,
    ),
    cell('recontact_rate', { effect: points(0.5, -0.8, 1.8) }, 0.126),
    cell(
      'csat',
      {
        state: 'worse',
        direction: 'down',
        effect: points(-12, -15.4, -8.7),
        reasons: [askedLater],
        fairness: 'caution',
        sentence: {
          en: 'CSAT at 하늘 코스메틱 fell from 88.0% to 76.0% (−12.0 points, range −15.4 to −8.7).',
          ko: '하늘 코스메틱의 고객 만족도(CSAT)가 88.0%에서 76.0%로 낮아졌습니다(−12.0%p, 범위 −15.4~−8.7%p).',
        },
      },
      0.76,
    ),
    cell('demand', { state: 'higher', direction: 'up', effect: ratio(1.22, 1.12, 1.33) }, 1022),
    cell('human_workload', { effect: ratio(1.04, 0.96, 1.13) }, 835),
  ].map((made, i) => ({ cell: made, series: series(metrics[i]), ...nothingBehind }))
}

function dawon(): GridCell[] {
  const brand = { id: dawonId, name: 'Dawon & Sons <Home>' }
  return metrics.map((metric) => ({
    cell: {
      ...emptyCell(brand, metric, 'not_enough_data'),
      reasons: [tooEarly],
      readyOn: metric === 'recontact_rate' ? '2026-12-21' : '2026-12-08',
      before: windowValue(usual[metric].before, 7310, ['2026-08-03', '2026-10-26']),
    },
    series: series(metric),
    ...nothingBehind,
  }))
}

function saebyeok(): GridCell[] {
  const brand = { id: saebyeokId, name: '새벽서점' }
  return metrics.map((metric) => ({
    cell: { ...emptyCell(brand, metric, 'not_comparable'), reasons: [notMoved] },
    series: metric === 'csat' ? [] : series(metric),
    ...nothingBehind,
  }))
}

function compared(
  brand: { id: number; name: string },
  metric: PrimaryMetricKey,
  windows: { before: readonly [string, string]; after: readonly [string, string] },
  after: number,
  change: Partial<Comparison>,
): Comparison {
  return {
    ...emptyCell(brand, metric, 'no_clear_change'),
    grade: 'D',
    method: 'windows',
    before: windowValue(usual[metric].before, 9812, windows.before),
    after: windowValue(after, 9655, windows.after),
    ...change,
  }
}

function emptyCell(
  brand: { id: number; name: string },
  metric: PrimaryMetricKey,
  state: ComparisonState,
): Comparison {
  return {
    brand,
    metric,
    metricVersion: 1,
    state,
    direction: null,
    grade: null,
    fairness: 'fair',
    method: null,
    effect: null,
    before: null,
    after: null,
    expected: null,
    now: null,
    mixAdjusted: null,
    reasons: [],
    readyOn: null,
    sentence: { en: `${metric} of ${brand.name}.`, ko: `${brand.name} ${metric}.` },
  }
}

function windowValue(value: number, n: number, [from, to]: readonly [string, string]): WindowValue {
  return { value, n, from, to }
}

function ratio(value: number, low: number, high: number): Effect {
  return { value, low, high, unit: 'ratio' }
}

function points(value: number, low: number, high: number): Effect {
  return { value, low, high, unit: 'points' }
}

/** Mails say nothing of what stands behind a cell. */
const nothingBehind = { basis: null, detail: null }

function series(metric: PrimaryMetricKey): SeriesWeek[] {
  const { week, weekBefore, n } = usual[metric]
  return [
    {
      from: '2026-11-02',
      to: '2026-11-09',
      value: weekBefore,
      n: n + 20,
      complete: metric !== 'recontact_rate',
    },
    { from: '2026-11-09', to: '2026-11-16', value: week, n, complete: !lastWeekIncomplete.has(metric) },
    { from: '2026-11-16', to: '2026-11-23', value: null, n: 3, complete: false },
  ]
}

const askedLater: Reason = {
  code: 'asked_at_a_different_moment',
  en: 'Customers are asked at a different moment than before the move.',
  ko: '전환 전과 다른 시점에 평가를 요청합니다.',
}
const leftEarly: Reason = {
  code: 'left_before_n',
  en: '41% of the unserved chats before the move were left before the time was up, so the two sides cannot be compared.',
  ko: '전환 전 무응답 채팅의 41%는 제한 시간이 되기 전에 고객이 떠났으므로 전환 전후를 비교할 수 없습니다.',
}
const tooEarly: Reason = {
  code: 'too_early',
  en: 'Too few weeks since the move.',
  ko: '전환 후 기간이 짧습니다.',
}
export const swings: Reason = {
  code: 'cannot_tell',
  en: 'The figure swings too much to be called changed.',
  ko: '주별 변동이 커서 변화로 판정하지 않습니다.',
}
const notMoved: Reason = { code: 'not_moved', en: 'Not moved yet.', ko: '아직 전환하지 않았습니다.' }

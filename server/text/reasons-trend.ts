import type { Effect } from '../contract.ts'
import { formatEffect, formatNumber } from './format.ts'
import type { Nothing, ReasonTexts } from './reason-texts.ts'

/** What a comparison with a brand's own weeks leaves to be said. */
export type TrendReasonParameters = {
  own_trend_only: Nothing
  /** Weeks before the move from which the trend is drawn. */
  local_trend_only: { weeks: number }
  short_series: { weeks: number; needed: number }
  no_variation: Nothing
  /** Days left out after the move with which the answer would be another. */
  sensitive_to_washout: { days: readonly number[] }
  washout_longest: { days: number }
  /** The latest weeks against the first ones after the ramp. */
  first_weeks_differ: { weeks: number; since: Effect }
}

export const trendReasons: ReasonTexts<TrendReasonParameters> = {
  own_trend_only: () => ({
    en: 'No brand that had not moved could serve as a comparison, so the brand is held against its own course before the move.',
    ko: '아직 전환하지 않아 비교할 수 있는 브랜드가 없으므로, 이 브랜드의 전환 전 추세와 비교했습니다.',
  }),
  local_trend_only: ({ weeks }) => ({
    en: `There is less than a year of history: only the trend of the last ${weeks} weeks before the move was carried forward, and the time of year could not be allowed for.`,
    ko: `과거 데이터가 1년에 미치지 못해 전환 전 ${weeks}주의 추세만 반영했으며, 계절 변동은 반영하지 못했습니다.`,
  }),
  short_series: ({ weeks, needed }) => ({
    en: `With only ${weeks} usable ${weeks === 1 ? 'week' : 'weeks'} before the move, the brand's trend cannot be carried forward; ${needed} are needed. Two periods are compared instead.`,
    ko: `전환 전에 쓸 수 있는 주가 ${weeks}주뿐이어서 추세를 반영하지 못하고 두 기간을 단순 비교했습니다. 추세를 반영하려면 ${needed}주가 필요합니다.`,
  }),
  no_variation: () => ({
    en: 'The figure hardly varies from week to week, so its usual swings cannot be measured and the range looks narrower than it is.',
    ko: '주별 값이 거의 변하지 않아 평소 변동을 잴 수 없으며, 범위가 실제보다 좁아 보일 수 있습니다.',
  }),
  sensitive_to_washout: ({ days }) => {
    const said = (separator: string) => days.map((day) => formatNumber(day, 'en')).join(separator)
    return {
      en: `The answer depends on how many days after the move are left out: with ${said(' or ')} days it would be a different one.`,
      ko: `전환 후 며칠을 제외하는지에 따라 결과가 달라집니다. ${said('일 또는 ')}일을 제외하면 다른 결과가 나옵니다.`,
    }
  },
  washout_longest: ({ days }) => ({
    en: `Live chat was still in use ${days} days after the move, the longest ramp that is left out; the weeks after it are compared all the same.`,
    ko: `안정화 기간의 최대 길이인 ${days}일이 지난 뒤에도 실시간 채팅이 쓰이고 있었습니다. 그 이후의 주는 그대로 비교했습니다.`,
  }),
  first_weeks_differ: ({ weeks, since }) => ({
    en: `The latest ${weeks} weeks differ from the first ${weeks} after the ramp (${formatEffect(since.value, since.unit, 'en')}): a first effect may be wearing off or growing, or the season changed. The latest weeks are shown beside the verdict.`,
    ko: `최근 ${weeks}주의 값이 안정화 기간 직후 ${weeks}주와 다릅니다(${formatEffect(since.value, since.unit, 'ko')}). 초기 효과가 줄거나 커지고 있을 수도, 계절이 바뀐 것일 수도 있습니다. 최근 값은 판정 옆에 따로 표시합니다.`,
  }),
}

import type { Effect, Language } from '../contract.ts'
import type { Day } from '../periods/day.ts'
import { formatDay, formatEffect, formatNumber } from './format.ts'
import { withParticle } from './korean-particle.ts'
import { rateAwayFrom } from './rate-away-from.ts'
import type { Nothing, ReasonTexts } from './reason-texts.ts'

/** What a comparison with brands that had not moved leaves to be said. Names are null where they may not be said. */
export type ControlReasonParameters = {
  season_in_all: Nothing
  /** The plain before and after, which points the other way; `everyoneMoved`: because all brands did. */
  windows_disagree: { windows: Effect; everyoneMoved: boolean }
  one_control_only: { name: string | null }
  controls_outside_access: Nothing
  pre_trend: Nothing
  pre_trend_not_testable: Nothing
  /** `weeks` before the move lies the day that was tried instead of it. */
  placebo_failed: { weeks: number }
  one_control_decides: { name: string | null }
  gap_trend: Nothing
  /** Share of the brand's agent hours worked by people who work for the others too. */
  controls_share_agents: { share: number }
  messaging_activated_in_window: { day: Day | null }
  /** Place of the brand's change by size among `brands`, itself included. */
  control_rank: { rank: number; brands: number }
}

export const controlReasons: ReasonTexts<ControlReasonParameters> = {
  season_in_all: () => ({
    en: 'All brands changed in the same direction at this time, including those that had not moved.',
    ko: '이 시기에는 아직 전환하지 않은 브랜드까지 모든 브랜드가 같은 방향으로 움직였습니다.',
  }),
  windows_disagree: ({ windows, everyoneMoved }) => ({
    en: `Held against the weeks before the move alone, the figure would point the other way (${sizeOf(windows, 'en')})${everyoneMoved ? ', because all brands changed that way' : ''}.`,
    ko: `전환 전 기간과만 비교하면 방향이 반대입니다(${sizeOf(windows, 'ko')}). ${everyoneMoved ? '이 시기에 모든 브랜드가 그 방향으로 움직였기 때문입니다.' : '두 비교를 함께 확인해 주십시오.'}`,
  }),
  one_control_only: ({ name }) => ({
    en: `There is only one brand that had not moved to compare with${bracket(name)}; whatever happened only there also shows up here.`,
    ko: `비교 브랜드가 한 곳${bracket(name, '')}뿐이어서, 그 브랜드에서만 일어난 일도 결과에 영향을 줍니다.`,
  }),
  controls_outside_access: () => ({
    en: 'The comparison rests on brands you have no access to, so their names and the expected line are not shown.',
    ko: '열람 권한이 없는 브랜드와 비교한 결과이므로 비교 브랜드의 이름과 예상값 선은 표시하지 않습니다.',
  }),
  pre_trend: () => ({
    en: 'Already before the move, this brand was drifting away from the brands it is compared with.',
    ko: '전환 전부터 이 브랜드와 비교 브랜드의 차이가 벌어지거나 좁혀지고 있었습니다.',
  }),
  pre_trend_not_testable: () => ({
    en: 'The weeks before the move are too few or swing too much to tell whether this brand kept in step with the comparison brands.',
    ko: '전환 전 주 수가 적거나 변동이 커서, 이 브랜드가 비교 브랜드와 나란히 움직였는지 확인할 수 없습니다.',
  }),
  placebo_failed: ({ weeks }) => ({
    en: `The same comparison also finds a change ${weeks} weeks before the move, when nothing had happened yet.`,
    ko: `전환이 없던 ${weeks}주 전을 전환일로 가정해도 변화가 나타납니다.`,
  }),
  one_control_decides: ({ name }) => ({
    en: `The result hangs on one comparison brand${bracket(name)}: without it, it would be a different one.`,
    ko: `비교 브랜드 한 곳${bracket(name, '')}에 따라 결과가 좌우됩니다. 그 브랜드를 빼면 결과가 달라집니다.`,
  }),
  gap_trend: () => ({
    en: 'If the distance to the comparison brands was growing or shrinking steadily anyway, the change would point the other way.',
    ko: '비교 브랜드와의 차이가 원래 꾸준히 벌어지거나 좁혀지고 있었다고 보면 변화의 방향이 반대가 됩니다.',
  }),
  controls_share_agents: ({ share }) => ({
    en: `${rateAwayFrom(share, 'up', 'en')} of this brand's agent hours are worked by people who also serve the comparison brands, so the move may have touched those brands too.`,
    ko: `이 브랜드 상담 시간의 ${withParticle(rateAwayFrom(share, 'up', 'ko'), '을/를')} 비교 브랜드도 맡은 상담원이 담당하여, 비교 브랜드도 전환의 영향을 받았을 수 있습니다.`,
  }),
  messaging_activated_in_window: ({ day }) => ({
    en: `Messaging was switched on for the whole account${day === null ? '' : ` on ${formatDay(day, 'en')},`} within the weeks compared, so the comparison brands may have been touched too.`,
    ko: `비교 기간 중${day === null ? '' : `인 ${formatDay(day, 'ko')}`}에 계정 전체의 메시징이 켜져, 비교 브랜드도 영향을 받았을 수 있습니다.`,
  }),
  control_rank: ({ rank, brands }) => ({
    en: `If the move is placed at the same day for every comparison brand, this brand's change is the ${rank === 1 ? '' : `${ordinal(rank)} `}largest of ${formatNumber(brands, 'en')}.`,
    ko: `비교 브랜드도 같은 날 전환했다고 가정하면, 브랜드 ${formatNumber(brands, 'ko')}개 가운데 이 브랜드의 변화가 ${rank === 1 ? '가장' : `${rank}번째로`} 큽니다.`,
  }),
}

function sizeOf({ value, unit }: Effect, language: Language): string {
  return formatEffect(value, unit, language)
}

/** Korean brackets follow their word without a gap. */
function bracket(name: string | null, gap = ' '): string {
  return name === null ? '' : `${gap}(${name})`
}

/** @example ordinal(22) // '22nd' */
function ordinal(place: number): string {
  const isTeen = Math.floor(place / 10) % 10 === 1
  return `${place}${(isTeen ? null : ['th', 'st', 'nd', 'rd'][place % 10]) ?? 'th'}`
}

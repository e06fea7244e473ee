import type { Bilingual, Language, Reason } from '../contract.ts'
import { formatEffect, formatNumber, formatRate } from './format.ts'
import { withParticle } from './korean-particle.ts'
import { rateAwayFrom } from './rate-away-from.ts'
import type { ReasonTexts } from './reason-texts.ts'
import type { ControlReasonParameters } from './reasons-controls.ts'
import { controlReasons } from './reasons-controls.ts'
import type { DefinitionReasonParameters } from './reasons-definitions.ts'
import { definitionReasons } from './reasons-definitions.ts'
import type { HoursReasonParameters } from './reasons-hours.ts'
import { hoursReasons } from './reasons-hours.ts'
import type { MixReasonParameters } from './reasons-mix.ts'
import { mixReasons } from './reasons-mix.ts'
import type { TrendReasonParameters } from './reasons-trend.ts'
import { trendReasons } from './reasons-trend.ts'

/** Share of conversations whose customer must be known. */
const LEAST_KNOWN = 0.6

/** `unfinished`: enough conversations, but too many of them have not ended. */
export type CountedThing = 'conversations' | 'ratings' | 'events' | 'unfinished'

/** What each reason needs to be said. Shares are 0…1, points percentage points. */
export type ReasonParameters = BasicReasonParameters &
  ControlReasonParameters &
  TrendReasonParameters &
  MixReasonParameters &
  HoursReasonParameters &
  DefinitionReasonParameters

type BasicReasonParameters = {
  too_early: { weeks: number; needed: number }
  too_little_before: { weeks: number; needed: number }
  minimum_sample: { have: number; need: number; counted: CountedThing }
  /** `of`: the conversations themselves, or what only the messages of single tickets tell. */
  history_arriving: { percent: number; of: 'history' | 'ticket_details' }
  not_moved: Record<string, never>
  different_csat_family: { surveysAfter: boolean }
  left_before_n: { share: number; isTooMany: boolean }
  handoff_unknown: { share: number }
  replies_unknown: { share: number }
  messages_unknown: { share: number }
  requester_unknown: { before: number; after: number }
  response_rate_moved: { before: number; after: number; low: number; high: number }
  bot_only_not_recorded: Record<string, never>
  no_meaningful_change: { margin: Bilingual }
  slight: { margin: Bilingual }
  /** `spansNoChange`: whether the range holds the possibility that nothing changed. */
  cannot_tell: { spansNoChange: boolean }
  multiple_checks: Record<string, never>
  two_periods_only: Record<string, never>
  asked_at_another_moment: Record<string, never>
  /** Days within both windows that were not used, and how many weeks were left out whole. */
  days_left_out: { days: number; weeks: number }
  pilot_traffic: Record<string, never>
  /** Days of one window on which Zendesk counts other numbers than are stored. */
  reconciliation: { red: number; days: number; side: 'before' | 'after' }
  red_days_left_out: { days: number }
  /** Share of the messaging conversations whose messages are read. */
  sample: { share: number }
}
export type ReasonCode = keyof ReasonParameters

/** A reason with its sentence in both languages. */
export function reasonOf<Code extends ReasonCode>(code: Code, parameters: ReasonParameters[Code]): Reason {
  return { code, ...reasonText(code, parameters) }
}

/** @example reasonText('not_moved', {}).en // 'The brand has not moved to messaging yet.' */
export function reasonText<Code extends ReasonCode>(
  code: Code,
  parameters: ReasonParameters[Code],
): Bilingual {
  return texts[code](parameters)
}

const basicReasons: ReasonTexts<BasicReasonParameters> = {
  too_early: ({ weeks, needed }) => ({
    en:
      weeks === 0
        ? `None of the ${needed} whole weeks needed after the ramp is complete yet.`
        : `Only ${weeks} of the ${needed} whole weeks needed after the ramp ${weeks === 1 ? 'is' : 'are'} complete.`,
    ko:
      weeks === 0
        ? `안정화 기간 이후 필요한 ${needed}주 가운데 아직 집계가 끝난 주가 없습니다.`
        : `안정화 기간 이후 필요한 ${needed}주 가운데 ${weeks}주만 집계가 끝났습니다.`,
  }),
  too_little_before: ({ weeks, needed }) => ({
    en: `There is too little live chat history: ${weeks === 0 ? 'none' : weeks} of the ${needed} whole weeks needed before the move.`,
    ko: `실시간 채팅 이력이 부족합니다. 전환 전 필요한 ${needed}주 가운데 ${weeks === 0 ? '쓸 수 있는 주가 없습니다' : `${weeks}주만 있습니다`}.`,
  }),
  minimum_sample: ({ have, need, counted }) => {
    // Rounded down: 19.6 is not "about 20" of the 20 that are needed.
    const seen = Math.floor(have)
    const said = { en: formatNumber(seen, 'en'), ko: formatNumber(seen, 'ko') }
    if (counted === 'events')
      return {
        en: `Only ${said.en} of at least ${need} cases of the rarer kind were seen in both periods together.`,
        ko: `두 기간을 합쳐 드문 쪽 사례가 ${said.ko}건뿐으로, 최소 ${need}건이 필요합니다.`,
      }
    if (counted === 'unfinished')
      return {
        en: 'Too many of the conversations have not ended yet to say how long they take.',
        ko: '아직 끝나지 않은 대화가 많아 얼마나 걸리는지 말할 수 없습니다.',
      }
    const noun = { conversations: '대화', ratings: '평가' }[counted]
    return {
      en: `A week holds ${seen === 0 ? 'fewer than one' : `about ${said.en}`} ${seen < 2 ? counted.replace(/s$/, '') : counted}; at least ${need} are needed.`,
      ko: `일주일 ${withParticle(noun, '이/가')} ${seen === 0 ? '1건 미만으로' : `약 ${said.ko}건으로`}, 최소 ${need}건이 필요합니다.`,
    }
  },
  history_arriving: ({ percent, of }) =>
    of === 'history'
      ? {
          en: `The history is still arriving: ${percent}% is here.`,
          ko: `과거 데이터를 가져오는 중입니다. 현재 ${percent}%까지 들어왔습니다.`,
        }
      : {
          en: `First replies and hand-offs are still being read from Zendesk: ${percent}% of those in the latest weeks are here.`,
          ko: `첫 응답과 핸드오프 정보를 가져오는 중입니다. 최근 몇 주 분의 ${percent}%를 가져왔습니다.`,
        },
  not_moved: () => ({
    en: 'The brand has not moved to messaging yet.',
    ko: '아직 메시징으로 전환하지 않은 브랜드입니다.',
  }),
  different_csat_family: ({ surveysAfter }) => ({
    en: surveysAfter
      ? 'Customers were asked for a good or bad rating before and answer a survey now: two different questions.'
      : 'Customers answered a survey before and are asked for a good or bad rating now: two different questions.',
    ko: surveysAfter
      ? '전환 전에는 좋음·나쁨 평가를, 지금은 설문을 받고 있어 서로 다른 질문입니다.'
      : '전환 전에는 설문을, 지금은 좋음·나쁨 평가를 받고 있어 서로 다른 질문입니다.',
  }),
  left_before_n: ({ share, isTooMany }) => {
    const said = (language: Language) =>
      isTooMany ? rateAwayFrom(share, 'up', language) : formatRate(share, language)
    return {
      en: `${said('en')} of the unserved chats before the move were left by the visitor before the time limit${isTooMany ? ', more than the 20% up to which the two sides can be compared' : ''}.`,
      ko: `전환 전 무응답 채팅의 ${said('ko')}에서 방문자가 기준 시간 전에 떠났습니다.${isTooMany ? ' 비교할 수 있는 한도인 20%를 넘습니다.' : ''}`,
    }
  },
  handoff_unknown: ({ share }) => ({
    en: `The moment a person was needed is known for only ${rateAwayFrom(share, 'down', 'en')} of the conversations; 90% are needed.`,
    ko: `상담원이 필요해진 시점을 아는 대화가 ${rateAwayFrom(share, 'down', 'ko')}뿐으로, 90% 이상이어야 합니다.`,
  }),
  replies_unknown: ({ share }) => ({
    en: `Whether a person replied is known for only ${rateAwayFrom(share, 'down', 'en')} of the conversations; 95% are needed.`,
    ko: `상담원이 답변했는지 아는 대화가 ${rateAwayFrom(share, 'down', 'ko')}뿐으로, 95% 이상이어야 합니다.`,
  }),
  messages_unknown: ({ share }) => ({
    en: `The messages of only ${rateAwayFrom(share, 'down', 'en')} of the conversations are known; 90% are needed.`,
    ko: `메시지 내역을 아는 대화가 ${rateAwayFrom(share, 'down', 'ko')}뿐으로, 90% 이상이어야 합니다.`,
  }),
  requester_unknown: ({ before, after }) => {
    // The smaller share down and the larger up: neither a limit nor a gap that was missed looks met.
    const [first, second] = before < after ? (['down', 'up'] as const) : (['up', 'down'] as const)
    const known = (share: number, way: 'up' | 'down', language: Language) =>
      rateAwayFrom(share, share < LEAST_KNOWN ? 'down' : way, language)
    return {
      en: `The customer is known for ${known(before, first, 'en')} of the conversations before and ${known(after, second, 'en')} after; both must reach 60% and lie within 10 points.`,
      ko: `고객을 알 수 있는 대화가 전환 전 ${known(before, first, 'ko')}, 전환 후 ${known(after, second, 'ko')}입니다. 모두 60% 이상이고 차이가 10%p 이내여야 합니다.`,
    }
  },
  response_rate_moved: ({ before, after, low, high }) => ({
    en: `Different people answered: the response rate went from ${formatRate(before, 'en')} to ${formatRate(after, 'en')}. Depending on who is missing, the change could lie anywhere between ${formatEffect(low, 'points', 'en')} and ${formatEffect(high, 'points', 'en')}.`,
    ko: `응답한 고객층이 달라졌습니다. 응답률이 ${formatRate(before, 'ko')}에서 ${formatRate(after, 'ko')}로 바뀌었으며, 누가 빠졌는지에 따라 변화는 ${formatEffect(low, 'points', 'ko')}~${formatEffect(high, 'points', 'ko')} 사이일 수 있습니다.`,
  }),
  bot_only_not_recorded: () => ({
    en: 'For a time after the move, conversations the bot held alone were not recorded; those weeks cannot be counted.',
    ko: '전환 후 한동안 봇이 혼자 응대한 대화가 기록되지 않아 해당 기간의 문의량을 셀 수 없습니다.',
  }),
  no_meaningful_change: ({ margin }) => ({
    en: `Any change is smaller than ${margin.en}.`,
    ko: `변화가 있더라도 ${margin.ko}보다 작습니다.`,
  }),
  slight: ({ margin }) => ({
    en: `The change looks real but is smaller than ${margin.en}.`,
    ko: `실제 변화로 보이지만 ${margin.ko}보다 작습니다.`,
  }),
  cannot_tell: ({ spansNoChange }) =>
    spansNoChange
      ? {
          en: 'The usual swings are too large to tell whether anything changed.',
          ko: '평소 변동이 커서 변화가 있었는지 판단할 수 없습니다.',
        }
      : {
          en: 'The figure swings so much from week to week that the difference is not called a change.',
          ko: '주별 변동이 커서 이 차이를 변화로 판정하지 않습니다.',
        },
  multiple_checks: () => ({
    en: 'After allowing for checking many figures at once, this one is not strong enough to call.',
    ko: '여러 지표를 동시에 확인한 점을 감안하면, 이 수치만으로는 변화라고 판단하기에 부족합니다.',
  }),
  two_periods_only: () => ({
    en: 'Two periods are compared; season or anything else that changed between them is not taken out.',
    ko: '두 기간을 단순 비교한 것으로, 계절이나 그 사이의 다른 변화는 반영하지 않았습니다.',
  }),
  asked_at_another_moment: () => ({
    en: 'Before the move customers rated in the chat window, after it they are asked at another moment.',
    ko: '전환 전에는 채팅창에서, 전환 후에는 다른 시점에 평가를 요청합니다.',
  }),
  days_left_out: ({ days, weeks }) =>
    weeks === 0
      ? {
          en: `${days} ${days === 1 ? 'day' : 'days'} on which the brand was closed or nothing came in ${days === 1 ? 'was' : 'were'} left out.`,
          ko: `휴무이거나 들어온 대화가 없는 ${days}일을 제외했습니다.`,
        }
      : {
          en: `${days} days were left out, ${weeks} whole ${weeks === 1 ? 'week' : 'weeks'} among them: the brand was closed, nothing came in, or too little of a week remained.`,
          ko: `휴무이거나 들어온 대화가 없는 날과 남은 데이터가 부족한 ${weeks}주를 합해 ${days}일을 제외했습니다.`,
        },
  reconciliation: ({ red, days, side }) => ({
    en: `On ${red} of the ${days} days ${side} the move that would be compared, Zendesk counts other numbers than are stored; at most 20% may be left out. The next sync reads those days again; the data health page names them and tells why.`,
    ko: `비교할 전환 ${side === 'before' ? '전' : '후'} ${days}일 가운데 ${red}일의 저장된 건수가 Zendesk의 집계와 다릅니다. 제외할 수 있는 한도는 20%입니다. 다음 동기화에서 해당 날짜를 다시 읽으며, 날짜와 원인은 데이터 상태 페이지에서 확인할 수 있습니다.`,
  }),
  red_days_left_out: ({ days }) => ({
    en: `${days} ${days === 1 ? 'day' : 'days'} on which Zendesk counts other numbers than are stored ${days === 1 ? 'was' : 'were'} left out; the data health page names ${days === 1 ? 'it' : 'them'}.`,
    ko: `저장된 건수가 Zendesk의 집계와 다른 ${days}일을 제외했습니다. 해당 날짜는 데이터 상태 페이지에서 확인할 수 있습니다.`,
  }),
  pilot_traffic: () => ({
    en: 'The last week before the move already held messaging conversations and was left out.',
    ko: '전환 직전 1주일은 이미 메시징 대화가 있어 제외했습니다.',
  }),
  sample: ({ share }) => {
    const read = (language: Language) => formatRate(share, language)
    return {
      en: `The figure rests on a sample: of these weeks' messaging conversations, a fixed ${read('en')} drawn by lot are read.`,
      ko: `표본으로 계산한 수치입니다. 이 기간의 메시징 대화 가운데 무작위로 정한 ${read('ko')}만 읽습니다.`,
    }
  },
}

const texts: ReasonTexts<ReasonParameters> = {
  ...basicReasons,
  ...controlReasons,
  ...trendReasons,
  ...mixReasons,
  ...hoursReasons,
  ...definitionReasons,
}

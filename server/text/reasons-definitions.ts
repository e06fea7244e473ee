import type { Period } from '../periods/day.ts'
import { formatEffect, formatNumber } from './format.ts'
import { formatLongSpan } from './format-span.ts'
import { rateAwayFrom } from './rate-away-from.ts'
import type { Nothing, ReasonTexts } from './reason-texts.ts'

/** What differs between the two sides in what is measured, or is missing on one. Shares are 0…1. */
export type DefinitionReasonParameters = {
  /** The side on which the figure exists. */
  one_side_only: { side: 'before' | 'after' }
  engagements_not_kept: Nothing
  /** Share of the chats before the move whose brand is a guess. */
  brand_uncertain: { share: number }
  includes_automatic_replies: Nothing
  definition_break: Period
  /** Share of conversations reopened after they were solved. */
  conversation_style: { share: number }
  costs_not_entered: Nothing
  form_against_conversation: Nothing
  auto_close_differs: Nothing
  /** Conversations per customer and 24 hours; `effect` on the number counted once for each of these, a ratio. */
  contacts_per_customer_moved: { before: number; after: number; effect: number }
}

export const definitionReasons: ReasonTexts<DefinitionReasonParameters> = {
  one_side_only: ({ side }) =>
    side === 'after'
      ? {
          en: 'The figure exists in messaging only; live chat had nothing like it.',
          ko: '메시징에만 있는 지표로, 실시간 채팅에는 견줄 값이 없습니다.',
        }
      : {
          en: 'The figure exists in live chat only; messaging has nothing like it.',
          ko: '실시간 채팅에만 있는 지표로, 메시징에는 견줄 값이 없습니다.',
        },
  engagements_not_kept: () => ({
    en: 'Zendesk keeps the records of who worked on a conversation when for 90 days only. The first weeks after the move are gone, so the latest weeks still kept are compared.',
    ko: 'Zendesk는 상담원의 응대 기록을 90일 동안만 보관합니다. 전환 직후의 기록이 남아 있지 않아, 보관된 최근 몇 주를 비교했습니다.',
  }),
  brand_uncertain: ({ share }) => ({
    en: `For ${rateAwayFrom(share, 'up', 'en')} of the chats before the move the brand is not certain, so the evidence is rated C at most.`,
    ko: `전환 전 채팅의 ${rateAwayFrom(share, 'up', 'ko')}는 어느 브랜드의 문의인지 확실하지 않아 근거 등급을 C까지만 부여합니다.`,
  }),
  includes_automatic_replies: () => ({
    en: 'The figure includes automatic replies.',
    ko: '자동 응답이 포함된 수치입니다.',
  }),
  definition_break: (period) => ({
    en: `Zendesk changed what it counts here (${formatLongSpan(period, 'en')}); values before and after that are not the same thing.`,
    ko: `이 기간(${formatLongSpan(period, 'ko')})에 Zendesk의 집계 기준이 바뀌어, 그 전과 후의 값은 같은 뜻이 아닙니다.`,
  }),
  conversation_style: ({ share }) => ({
    en: `${rateAwayFrom(share, 'up', 'en')} of the conversations were reopened, more than the 10% up to which messaging is used like live chat; times are measured over longer, interrupted exchanges.`,
    ko: `다시 열린 대화가 ${rateAwayFrom(share, 'up', 'ko')}로, 실시간 채팅처럼 쓰인다고 볼 수 있는 한도인 10%를 넘습니다. 시간 지표는 중간에 끊겼다 이어진 대화까지 포함합니다.`,
  }),
  costs_not_entered: () => ({
    en: 'No costs have been entered yet. An administrator can enter them in the settings.',
    ko: '아직 비용이 입력되지 않았습니다. 관리자가 설정에서 입력할 수 있습니다.',
  }),
  form_against_conversation: () => ({
    en: 'Before the move, contacts outside opening hours came in partly by the offline form; now they are conversations.',
    ko: '전환 전에는 업무 시간 외 문의의 일부가 오프라인 양식으로 들어왔고, 지금은 대화로 들어옵니다.',
  }),
  auto_close_differs: () => ({
    en: 'Conversations now close by themselves after a different time than before, so the two clocks stop at different moments.',
    ko: '대화가 자동으로 종료되기까지의 시간이 전환 전과 달라, 시간을 재는 기준 시점이 서로 다릅니다.',
  }),
  contacts_per_customer_moved: ({ before, after, effect }) => {
    const [first, second] = [before, after].map((value) => formatNumber(value, 'en', 2))
    return {
      en: `A customer now has ${second} conversations within 24 hours instead of ${first}: where live chat began a new one, messaging may keep the old one open. Counted once per customer and 24 hours, the change would be ${formatEffect(effect, 'ratio', 'en')}.`,
      ko: `고객 한 명이 24시간 안에 남기는 대화가 ${first}건에서 ${second}건으로 바뀌었습니다. 실시간 채팅에서는 새 대화가 될 문의가 메시징에서는 기존 대화로 이어질 수 있습니다. 고객별로 24시간에 한 번만 세면 변화는 ${formatEffect(effect, 'ratio', 'ko')}입니다.`,
    }
  },
}

import type { Effect } from '../contract.ts'
import { formatEffect, formatRate } from './format.ts'
import { mixShareOf } from './mix-share.ts'
import { rateAwayFrom } from './rate-away-from.ts'
import type { ReasonTexts } from './reason-texts.ts'
import { rangeWords } from './sentence-parts.ts'

export type MixDimension = 'language' | 'topic'
/** Too many conversations of a kind have not ended, or a weekly series has too few weeks left. */
export type MixObstacle = 'unfinished' | 'too_few_weeks'

/** What a change in who asks, and about what, leaves to be said. Shares are 0…1. */
export type MixReasonParameters = {
  /** `share` of the difference that the mix explains, and what is left with the same mix; null where unknown. */
  mix_shift: { share: number | null; adjusted: Effect | null }
  /** Conversations about things asked on both sides, on the side where they are fewer. */
  mix_too_different: { overlap: number }
  mix_partly_known: { dimension: MixDimension }
  mix_not_adjusted: { because: MixObstacle }
  /** Largest share of the mix that a week lacks. */
  mix_incomplete: { missing: number }
  /** Share of conversations that reach a person. */
  agent_share_moved: { before: number; after: number }
  bot_answers_first: { share: number }
}

const dimensions: Record<MixDimension, { en: string; ko: string }> = {
  language: { en: 'language', ko: '언어' },
  topic: { en: 'topic', ko: '주제' },
}

export const mixReasons: ReasonTexts<MixReasonParameters> = {
  mix_shift: ({ share, adjusted }) => {
    const told = mixShareOf(share)
    return {
      en: [
        told === 'unknown'
          ? 'Customers ask about other things, or at other times, than before.'
          : `${told === 'nearly_all' ? 'Nearly all' : `About ${told.percent}%`} of the difference comes from customers asking about other things, or at other times, than before.`,
        ...(adjusted === null
          ? []
          : [
              `With the same mix it is ${formatEffect(adjusted.value, adjusted.unit, 'en')} (likely between ${rangeWords(adjusted, ' and ', 'en')}).`,
            ]),
      ].join(' '),
      ko: [
        told === 'unknown'
          ? '고객이 문의하는 주제나 시간대의 구성이 전환 전과 다릅니다.'
          : `차이의 ${told === 'nearly_all' ? '대부분은' : `약 ${told.percent}%는`} 고객이 문의한 주제나 시간대의 구성이 달라진 데 따른 것입니다.`,
        ...(adjusted === null
          ? []
          : [
              `구성이 같다고 보면 변화폭은 ${formatEffect(adjusted.value, adjusted.unit, 'ko')}이며, 실제 변화는 ${rangeWords(adjusted, '~', 'ko')} 사이일 가능성이 높습니다.`,
            ]),
      ].join(' '),
    }
  },
  mix_too_different: ({ overlap }) => ({
    en: `Customers ask about different things before and after: only ${rateAwayFrom(overlap, 'down', 'en')} of the conversations have a counterpart on the other side; 80% are needed to compare like with like.`,
    ko: `전환 전과 후의 문의 구성이 너무 다릅니다. 서로 견줄 수 있는 대화가 ${rateAwayFrom(overlap, 'down', 'ko')}뿐으로, 80% 이상이어야 합니다.`,
  }),
  mix_not_adjusted: ({ because }) =>
    because === 'unfinished'
      ? {
          en: 'What the change would be with the same mix of questions cannot be said: too many conversations have not ended yet.',
          ko: '아직 끝나지 않은 대화가 많아, 문의 구성이 같았다면 어땠을지는 계산할 수 없습니다.',
        }
      : {
          en: 'What the change would be with the same mix of questions cannot be said: too few weeks hold enough of each kind.',
          ko: '문의 유형별 건수가 충분한 주가 부족하여, 문의 구성이 같았다면 어땠을지는 계산할 수 없습니다.',
        },
  mix_partly_known: ({ dimension }) => ({
    en: `The ${dimensions[dimension].en} is known for fewer than 80% of the conversations on one side, so the adjustment for a changed mix leaves it out.`,
    ko: `전환 전이나 후에 ${dimensions[dimension].ko} 정보가 있는 대화가 80%에 미치지 못해, 문의 구성을 보정할 때 ${dimensions[dimension].ko} 구분을 제외했습니다.`,
  }),
  mix_incomplete: ({ missing }) => ({
    en: `With the same mix of questions: in some weeks kinds that make up ${formatRate(missing, 'en')} of it are missing, so the weeks do not stand for the whole mix.`,
    ko: `문의 구성을 같게 맞춘 값에서, 일부 주에는 구성의 ${formatRate(missing, 'ko')}를 차지하는 유형의 대화가 없어 전체 구성을 온전히 나타내지 못합니다.`,
  }),
  agent_share_moved: ({ before, after }) => ({
    en: `A person took part in ${formatRate(before, 'en')} of the conversations before and in ${formatRate(after, 'en')} after, so those that reach one now may be ${after < before ? 'harder' : 'easier'} than before.`,
    ko: `상담원이 응대한 대화의 비율이 ${formatRate(before, 'ko')}에서 ${formatRate(after, 'ko')}로 바뀌어, 상담원이 맡는 문의가 전보다 ${after < before ? '어려워' : '쉬워'}졌을 수 있습니다.`,
  }),
  bot_answers_first: ({ share }) => ({
    en: `A bot now answers first, so people see harder questions. The figure covers only conversations that reached an agent (${formatRate(share, 'en')}).`,
    ko: `이제 봇이 먼저 응대하므로 상담원에게는 더 어려운 문의가 전달됩니다. 상담원에게 연결된 대화(${formatRate(share, 'ko')})만 포함한 수치입니다.`,
  }),
}

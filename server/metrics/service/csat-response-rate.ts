import type { MetricDefinition } from '../definition.ts'

export const csatResponseRate: MetricDefinition = {
  key: 'csat_response_rate',
  version: 1,
  kind: 'rate',
  unit: 'share',
  primary: false,
  better: 'up',
  fairness: 'caution',
  margin: 0.02,
  maturityDays: 7,
  minimumWeekly: 20,
  scale: 'identity',
  streams: ['chats', 'tickets-agent', 'satisfaction-ratings', 'survey-responses'],
  restsOnMessages: false,
  needsBotRecords: false,
  onlySide: null,
  name: { en: 'Rating response rate', ko: '평가 응답률' },
  question: {
    en: 'What share of the customers who could rate did so?',
    ko: '평가할 수 있었던 고객 가운데 실제로 평가한 비율은 얼마입니까?',
  },
  before: {
    en: 'Rated chats divided by served chats.',
    ko: '평가된 채팅을 응대한 채팅으로 나눈 값입니다.',
  },
  after: {
    en: 'Answered surveys divided by surveys offered; where the older satisfaction rating is used, rated conversations divided by solved ones.',
    ko: '응답한 설문을 발송한 설문으로 나눈 값입니다. 이전 방식의 만족도 평가를 쓰면 평가된 대화를 해결된 대화로 나눕니다.',
  },
  condition: {
    en: 'A chat can be rated in its window at any moment, a survey only after it was sent, and not every conversation is sent one: the denominators differ. With the older satisfaction rating the rate falls by some tenths of a point even if nothing changed: conversations that were solved though nobody answered count as solved and are rated by nobody, while missed chats are in no denominator. The evidence is never better than C. What matters is the other direction: when this rate moves by more than 10 points, satisfaction before and after comes from different people.',
    ko: '채팅은 창에서 언제든 평가할 수 있지만 설문은 발송된 뒤에만 응답할 수 있고 모든 대화에 발송되지도 않아 분모가 다릅니다. 이전 방식의 만족도 평가를 쓰면 변화가 없어도 응답률이 조금 낮아집니다. 상담원이 답하지 않은 채 해결 처리된 대화는 해결된 대화에 들어가지만 평가를 받지 못하고, 놓친 채팅은 분모에 들어가지 않기 때문입니다. 근거 등급은 C를 넘지 않습니다. 이 비율이 10%p 넘게 변하면 전환 전후의 만족도를 서로 다른 고객이 평가한 것이라는 점이 중요합니다.',
  },
  zendesk: {
    en: 'Zendesk pairs "% chats rated" with the response rate of surveys (answered of offered) or of satisfaction ratings (rated of solved). Cutover uses the same figures and shows which one it is.',
    ko: 'Zendesk는 평가된 채팅 비율을 설문 응답률(발송 대비 응답)이나 만족도 평가율(해결 대비 평가)과 짝지어 놓았습니다. Cutover도 같은 값을 쓰되 어느 쪽인지 함께 보여 줍니다.',
  },
}

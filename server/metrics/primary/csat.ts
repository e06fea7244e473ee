import type { MetricDefinition } from '../definition.ts'

export const csat: MetricDefinition = {
  key: 'csat',
  version: 1,
  kind: 'rate',
  unit: 'share',
  primary: true,
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
  name: { en: 'Customer satisfaction (CSAT)', ko: '고객 만족도(CSAT)' },
  question: {
    en: 'Of the customers who gave a rating, what share was satisfied?',
    ko: '평가를 남긴 고객 가운데 만족한 고객의 비율은 얼마입니까?',
  },
  before: {
    en: 'Good ratings divided by good and bad ratings of chats (the thumb up or down in the chat window).',
    ko: '채팅창에서 남긴 좋음·나쁨 평가 가운데 좋음의 비율입니다.',
  },
  after: {
    en: 'Good divided by good and bad: satisfaction ratings of messaging tickets, or survey answers. Neutral survey answers are shown apart and enter neither side of the division.',
    ko: '메시징 티켓의 만족도 평가 또는 설문 응답에서 좋음과 나쁨 가운데 좋음의 비율입니다. 설문의 중립 응답은 따로 보여 주며 분자와 분모 어디에도 넣지 않습니다.',
  },
  condition: {
    en: 'Ratings with two choices (chats, satisfaction ratings) and surveys with a scale are never compared with each other: both values are shown without a verdict. Within the same kind the question is asked at a different moment, so the evidence is never better than C. If the response rate moved by more than 10 points, different people answered, and a verdict needs the best and the worst case to agree.',
    ko: '두 가지 중에서 고르는 평가(채팅 평가, 만족도 평가)와 척도로 답하는 설문은 서로 비교하지 않고 판정 없이 두 값만 보여 줍니다. 같은 종류라도 묻는 시점이 달라 근거 등급은 C를 넘지 않습니다. 응답률이 10%p 넘게 변했다면 응답한 고객층이 달라진 것이므로, 최선과 최악의 경우가 같은 방향일 때만 판정합니다.',
  },
  zendesk: {
    en: 'Zendesk pairs "% chat satisfaction" with "% satisfaction score" of tickets. A chat asks at its end, a ticket after it is solved, and surveys count 1 to 3 of 5 as bad. Cutover keeps each source apart, shows how many answered, and refuses to compare across kinds.',
    ko: 'Zendesk는 채팅 만족도 비율을 티켓 만족도 점수와 짝지어 놓았습니다. 채팅은 끝날 때, 티켓은 해결된 뒤에 묻고, 설문은 5점 중 1~3점을 나쁨으로 셉니다. Cutover는 출처별로 나누어 응답 수와 함께 보여 주고, 종류가 다르면 비교하지 않습니다.',
  },
}

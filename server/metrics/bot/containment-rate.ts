import type { MetricDefinition } from '../definition.ts'

export const containmentRate: MetricDefinition = {
  key: 'containment_rate',
  version: 1,
  kind: 'rate',
  unit: 'share',
  primary: false,
  better: 'up',
  fairness: 'none',
  margin: 0.03,
  maturityDays: 5,
  minimumWeekly: 20,
  scale: 'identity',
  streams: ['tickets-agent', 'tickets-ai-agent', 'ticket-details'],
  restsOnMessages: true,
  needsBotRecords: true,
  onlySide: 'after',
  name: { en: 'Contained by the bot', ko: '봇 자체 해결률' },
  question: {
    en: 'What share of the conversations with a bot never needed a person?',
    ko: '봇이 응대한 대화 가운데 상담원 없이 끝난 비율은 얼마입니까?',
  },
  before: {
    en: 'Does not exist: live chat had no bot.',
    ko: '해당하는 값이 없습니다. 실시간 채팅에는 봇이 없었습니다.',
  },
  after: {
    en: 'Conversations in which a bot took part, the customer wrote, and within five days neither a person replied nor was one asked for, divided by all conversations in which a bot took part. Days on which it is unknown for more than 10% of the conversations whether a bot took part are left out.',
    ko: '봇이 참여한 대화 가운데 고객이 메시지를 썼고 5일 안에 상담원의 답변도 핸드오프도 없었던 대화를, 봇이 참여한 전체 대화로 나눈 값입니다. 봇의 참여 여부를 모르는 대화가 10%를 넘는 날은 제외합니다.',
  },
  condition: null,
  zendesk: {
    en: 'Zendesk’s "containment" and "deflection" mean different things in different products, and changed in May 2026. Contained is not helped: who gives up is contained too, so "Recontact rate" stands beside it.',
    ko: 'Zendesk의 봇 해결 관련 용어는 제품마다 뜻이 다르고 2026년 5월에 바뀌었습니다. 상담원 없이 끝났다고 문제가 해결된 것은 아니며, 포기한 고객도 여기에 들어갑니다. ‘재문의율’과 함께 보십시오.',
  },
}

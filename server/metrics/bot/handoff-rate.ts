import type { MetricDefinition } from '../definition.ts'

export const handoffRate: MetricDefinition = {
  key: 'handoff_rate',
  version: 1,
  kind: 'rate',
  unit: 'share',
  primary: false,
  better: 'neutral',
  fairness: 'none',
  margin: 0.03,
  maturityDays: 5,
  minimumWeekly: 20,
  scale: 'identity',
  streams: ['tickets-agent', 'tickets-ai-agent', 'ticket-details'],
  restsOnMessages: true,
  needsBotRecords: true,
  onlySide: 'after',
  name: { en: 'Handed over by the bot', ko: '핸드오프 비율' },
  question: {
    en: 'What share of the conversations with a bot ends up with a person?',
    ko: '봇이 응대한 대화 가운데 상담원에게 넘어간 비율은 얼마입니까?',
  },
  before: {
    en: 'Does not exist: live chat had no bot.',
    ko: '해당하는 값이 없습니다. 실시간 채팅에는 봇이 없었습니다.',
  },
  after: {
    en: 'Conversations in which a bot took part and that were handed to a person, or answered by one, within five days, divided by all conversations in which a bot took part. Days on which it is unknown for more than 10% of the conversations whether a bot took part are left out.',
    ko: '봇이 참여한 대화 가운데 5일 안에 상담원에게 넘어갔거나 상담원이 답변한 대화를, 봇이 참여한 전체 대화로 나눈 값입니다. 봇의 참여 여부를 모르는 대화가 10%를 넘는 날은 제외합니다.',
  },
  condition: null,
  zendesk: {
    en: 'Zendesk’s "Escalated" conversations, from its dashboards of AI agents. Handing over is neither good nor bad in itself: a bot that hands over late costs more than one that hands over soon.',
    ko: 'Zendesk 봇 대시보드의 상담원 전달 대화에 해당합니다. 핸드오프 자체는 좋고 나쁨이 없습니다. 늦게 넘기는 봇이 일찍 넘기는 봇보다 더 큰 부담이 될 수 있습니다.',
  },
}

import type { MetricDefinition } from '../definition.ts'

export const humanWorkload: MetricDefinition = {
  key: 'human_workload',
  version: 1,
  kind: 'count',
  unit: 'per_week',
  primary: true,
  better: 'down',
  fairness: 'fair',
  margin: 0.1,
  maturityDays: 1,
  minimumWeekly: 10,
  scale: 'log',
  streams: ['chats', 'tickets-agent', 'ticket-details'],
  restsOnMessages: false,
  needsBotRecords: false,
  onlySide: null,
  name: { en: 'Conversations handled by agents', ko: '상담원 응대 대화 수' },
  question: {
    en: 'How many conversations a week do agents have to answer themselves?',
    ko: '상담원이 직접 답변하는 대화는 일주일에 몇 건입니까?',
  },
  before: {
    en: 'Chats per week in which an agent wrote at least one message.',
    ko: '상담원이 메시지를 한 번 이상 쓴 주당 채팅 수입니다.',
  },
  after: {
    en: 'Messaging conversations per week with at least one message written by an agent that the customer can read.',
    ko: '고객이 볼 수 있는 상담원의 메시지가 하나 이상 있는 주당 메시징 대화 수입니다.',
  },
  condition: null,
  zendesk: {
    en: 'Zendesk pairs "Completed chats" with "Solved messaging tickets". A ticket can be solved by an automation without anybody answering. Cutover counts on both sides the conversations in which a person answered.',
    ko: 'Zendesk는 완료된 채팅을 해결된 메시징 티켓과 짝지어 놓았습니다. 티켓은 아무도 답하지 않아도 자동화로 해결될 수 있습니다. Cutover는 전환 전후 모두 상담원이 답변한 대화만 셉니다.',
  },
}

import type { MetricDefinition } from '../definition.ts'

export const demand: MetricDefinition = {
  key: 'demand',
  version: 1,
  kind: 'count',
  unit: 'per_week',
  primary: true,
  better: 'neutral',
  fairness: 'conditional',
  margin: 0.1,
  maturityDays: 1,
  minimumWeekly: 10,
  scale: 'log',
  streams: ['chats', 'tickets-agent', 'tickets-ai-agent'],
  restsOnMessages: false,
  needsBotRecords: true,
  onlySide: null,
  name: { en: 'Contact volume', ko: '문의량' },
  question: {
    en: 'How many times a week do customers contact the brand?',
    ko: '고객이 브랜드에 일주일에 몇 번 문의합니까?',
  },
  before: {
    en: 'Chats per week, missed ones included. Messages left on the offline form are counted apart.',
    ko: '놓친 채팅을 포함한 주당 채팅 수입니다. 오프라인 양식으로 남긴 메시지는 따로 셉니다.',
  },
  after: {
    en: 'Messaging conversations per week, each once: those a bot held alone and those with a person.',
    ko: '봇만 응대한 대화와 상담원이 응대한 대화를 합쳐 한 번씩 센 주당 메시징 대화 수입니다.',
  },
  condition: {
    en: 'Comparable in weeks for which Zendesk kept the conversations a bot held alone. It began to record them as tickets in 2026; earlier weeks with a bot cannot be counted.',
    ko: 'Zendesk가 봇만 응대한 대화를 기록한 주에만 비교할 수 있습니다. 이런 대화는 2026년부터 티켓으로 기록되므로, 봇이 있었던 그 이전 주는 셀 수 없습니다.',
  },
  zendesk: {
    en: 'Zendesk pairs "Chats" with "Messaging tickets". Tickets of the default view leave out what the bot solved alone, so volume seems to fall when a bot starts. Cutover counts those conversations too, and shows the workload of agents as a figure of its own.',
    ko: 'Zendesk는 채팅 수를 메시징 티켓 수와 짝지어 놓았습니다. 기본 티켓 수에는 봇이 혼자 해결한 대화가 빠져 있어 봇을 켜면 문의가 줄어든 것처럼 보입니다. Cutover는 그런 대화도 세고, 상담원의 업무량은 별도 지표로 보여 줍니다.',
  },
}

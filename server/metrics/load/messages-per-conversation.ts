import type { MetricDefinition } from '../definition.ts'

export const messagesPerConversation: MetricDefinition = {
  key: 'messages_per_conversation',
  version: 1,
  kind: 'load',
  unit: 'messages',
  primary: false,
  better: 'neutral',
  fairness: 'conditional',
  margin: 0.1,
  maturityDays: 7,
  minimumWeekly: 20,
  scale: 'log',
  streams: ['chats', 'tickets-agent', 'ticket-details'],
  restsOnMessages: true,
  needsBotRecords: false,
  onlySide: null,
  name: { en: 'Messages per conversation', ko: '대화당 메시지 수' },
  question: {
    en: 'How many messages do customer and agent exchange in one conversation?',
    ko: '한 대화에서 고객과 상담원이 주고받는 메시지는 몇 건입니까?',
  },
  before: {
    en: 'Messages of visitors and agents, divided by the chats.',
    ko: '방문자와 상담원의 메시지 수를 채팅 수로 나눈 값입니다.',
  },
  after: {
    en: 'Messages of customers and agents, divided by the conversations that reached a person or should have. The bot’s messages do not count, on either side.',
    ko: '고객과 상담원의 메시지 수를 상담원이 필요했던 대화 수로 나눈 값입니다. 봇의 메시지는 전환 전후 모두 세지 않습니다.',
  },
  condition: {
    en: 'Comparable while the messages of at least 90% of these conversations could be counted. Zendesk tells them ticket by ticket only; where there are too many, a fixed sample of each week’s conversations is read, and the figure rests on it.',
    ko: '이런 대화의 90% 이상에서 메시지를 셀 수 있을 때 비교할 수 있습니다. Zendesk는 티켓별로만 메시지를 알려 주므로, 너무 많으면 주마다 고정 표본만 읽어 계산합니다.',
  },
  zendesk: {
    en: 'Zendesk pairs "Chat agent messages" and "Visitor messages" with "Agent messages" and "Requester messages" of messaging. Filled-in forms count there as messages, as they do here.',
    ko: 'Zendesk는 채팅의 상담원·방문자 메시지를 메시징의 상담원·요청자 메시지와 짝지어 놓았습니다. 작성한 양식은 양쪽 모두 메시지로 셉니다.',
  },
}

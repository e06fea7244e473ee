import type { MetricDefinition } from '../definition.ts'

export const firstReplyAny: MetricDefinition = {
  key: 'first_reply_any',
  version: 1,
  kind: 'duration',
  unit: 'seconds',
  primary: false,
  better: 'down',
  fairness: 'caution',
  margin: 0.1,
  maturityDays: 1,
  minimumWeekly: 20,
  scale: 'log',
  streams: ['chats', 'tickets-agent', 'ticket-details'],
  restsOnMessages: true,
  needsBotRecords: false,
  onlySide: null,
  name: { en: 'First reply time, automatic replies included', ko: '첫 응답 시간(자동 응답 포함)' },
  question: {
    en: 'How long does a customer wait until anyone, a bot included, replies?',
    ko: '고객이 봇을 포함해 첫 답변을 받기까지 얼마나 걸립니까?',
  },
  before: {
    en: 'Median, over served chats, of the same clock as "First reply time": live chat had no bot that answered.',
    ko: '응대한 채팅의 중앙값으로, ‘첫 응답 시간’과 같은 기준으로 잽니다. 실시간 채팅에는 답변하는 봇이 없었습니다.',
  },
  after: {
    en: 'Median, over conversations that reached a person, of the time from the first customer message to the first reply by a bot or an agent. Conversations the bot dealt with alone do not enter: Zendesk does not say when it answered them.',
    ko: '상담원에게 연결된 대화의 중앙값입니다. 고객의 첫 메시지부터 봇이나 상담원의 첫 답변까지의 시간을 잽니다. 봇이 혼자 처리한 대화는 Zendesk가 답변 시각을 알려 주지 않아 들어가지 않습니다.',
  },
  condition: {
    en: 'It includes automatic replies: a bot that greets at once makes it fall although nobody was helped sooner. Read it beside "First reply time", never instead of it. The evidence is never better than C. Where there are too many messages to read, it rests on a fixed sample of each week’s conversations.',
    ko: '자동 응답이 포함됩니다. 봇이 바로 인사만 해도 값이 줄어들며, 그렇다고 고객이 더 빨리 도움을 받은 것은 아닙니다. ‘첫 응답 시간’과 함께 보십시오. 근거 등급은 C를 넘지 않습니다. 읽을 메시지가 너무 많으면 주마다 고정 표본만 읽어 계산합니다.',
  },
  zendesk: {
    en: 'Zendesk’s "First reply time" of messaging tickets counts from the creation of the ticket, and since 2026 a ticket may exist before a person is needed. Whether the bot’s time is part of it is not documented. Cutover starts at the customer’s first message and says plainly that bots count.',
    ko: 'Zendesk의 메시징 티켓 첫 응답 시간은 티켓 생성부터 재며, 2026년부터는 상담원이 필요해지기 전에 티켓이 생길 수 있습니다. 봇의 시간이 포함되는지는 문서에 나와 있지 않습니다. Cutover는 고객의 첫 메시지부터 재고, 봇의 답변을 포함한다는 점을 분명히 밝힙니다.',
  },
}

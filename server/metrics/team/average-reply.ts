import type { MetricDefinition } from '../definition.ts'

export const averageReply: MetricDefinition = {
  key: 'average_reply',
  version: 1,
  kind: 'duration',
  unit: 'seconds',
  primary: false,
  better: 'down',
  fairness: 'conditional',
  margin: 0.1,
  maturityDays: 1,
  minimumWeekly: 20,
  scale: 'log',
  streams: ['chats', 'tickets-agent', 'engagements'],
  restsOnMessages: false,
  needsBotRecords: false,
  onlySide: null,
  name: { en: 'Average reply time', ko: '평균 답변 시간' },
  question: {
    en: 'How long does a customer wait, on average, for each reply within a conversation?',
    ko: '대화 중에 고객은 상담원의 답변을 매번 평균 얼마나 기다립니까?',
  },
  before: {
    en: 'Each chat’s mean wait: from the first message of a visitor’s turn to the agent’s next message, averaged over the turns that were answered. The figure is the median of these means. Chats without an answered turn are left out.',
    ko: '채팅마다 평균 대기 시간을 구합니다. 방문자가 말을 시작한 첫 메시지부터 상담원의 다음 메시지까지를, 답변을 받은 차례에 대해 평균합니다. 수치는 이 평균들의 중앙값입니다. 답변을 받은 차례가 없는 채팅은 제외합니다.',
  },
  after: {
    en: 'Each conversation’s mean wait: the customer’s waiting time in the engagements of its agents divided by their replies. The figure is the median of these means. Engagements without a reply are left out: no reply is not an instant reply.',
    ko: '대화마다 평균 대기 시간을 구합니다. 상담원별 상담 기록에 남은 고객 대기 시간의 합을 답변 수로 나눕니다. 수치는 이 평균들의 중앙값입니다. 답변이 없는 상담 기록은 제외합니다. 답변이 없는 것은 즉시 답변한 것이 아니기 때문입니다.',
  },
  condition: {
    en: 'Comparable while engagements are held. Zendesk keeps engagements of messaging for 90 days; only weeks of whose conversations at least 90% have them stored are used.',
    ko: '상담 기록을 확보했을 때 비교할 수 있습니다. Zendesk는 메시징 상담 기록을 90일 동안만 보관합니다. 상담 기록을 90% 이상 확보한 주만 사용합니다.',
  },
  zendesk: {
    en: 'Zendesk pairs "Chat average reply time" with the ticket’s requester wait time divided by agent replies. That counts a night within a conversation as waiting; an engagement ends once a conversation falls idle, so Cutover takes the waiting times of the engagements.',
    ko: 'Zendesk는 채팅 평균 답변 시간을 티켓의 ‘요청자 대기 시간 ÷ 상담원 답변 수’와 짝지어 놓았습니다. 티켓 지표에는 대화 도중의 야간 시간도 대기 시간으로 들어갑니다. 상담 기록은 대화가 멈추면 끝나므로 Cutover는 상담 기록의 대기 시간을 씁니다.',
  },
}

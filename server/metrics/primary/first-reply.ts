import type { MetricDefinition } from '../definition.ts'

export const firstReply: MetricDefinition = {
  key: 'first_reply',
  version: 1,
  kind: 'duration',
  unit: 'seconds',
  primary: true,
  better: 'down',
  fairness: 'conditional',
  margin: 0.1,
  maturityDays: 1,
  minimumWeekly: 20,
  scale: 'log',
  streams: ['chats', 'tickets-agent', 'ticket-details'],
  restsOnMessages: true,
  needsBotRecords: false,
  onlySide: null,
  name: { en: 'First reply time', ko: '첫 응답 시간' },
  question: {
    en: 'How long does a customer who needs a person wait for the first reply written by one?',
    ko: '상담원이 필요한 고객은 상담원의 첫 답변을 얼마나 기다립니까?',
  },
  before: {
    en: 'Median, over served chats, of the time from the start of the chat or the first customer message, whichever came later, to the first message written by an agent. Missed chats have no first reply and are counted under "Unserved rate".',
    ko: '응대한 채팅의 중앙값입니다. 채팅 시작과 고객의 첫 메시지 중 늦은 시점부터 상담원이 쓴 첫 메시지까지의 시간을 잽니다. 놓친 채팅에는 첫 응답이 없으므로 ‘무응답률’에서 셉니다.',
  },
  after: {
    en: 'Median, over served conversations, of the time from the hand-off to a person or the first customer message, whichever came later, to the first message written by an agent that the customer can read. Replies of bots, triggers and automations, and internal notes, do not count.',
    ko: '응대한 대화의 중앙값입니다. 핸드오프(상담원 연결)와 고객의 첫 메시지 중 늦은 시점부터 고객이 볼 수 있는 상담원의 첫 메시지까지의 시간을 잽니다. 봇, 트리거, 자동화의 메시지와 내부 메모는 세지 않습니다.',
  },
  condition: {
    en: 'Comparable while the moment of hand-off is known for at least 90% of the conversations that needed a person. Where there are too many messages to read, a fixed sample of each week’s conversations is, and both the figure and this share rest on it.',
    ko: '상담원이 필요했던 대화의 90% 이상에서 핸드오프 시점을 알 수 있을 때 비교할 수 있습니다. 읽을 메시지가 너무 많으면 주마다 고정 표본만 읽고, 수치와 이 비율 모두 표본으로 계산합니다.',
  },
  zendesk: {
    en: 'Zendesk pairs "Chat first reply time" (from the visitor joining) with "First reply time" of messaging tickets (from ticket creation, in minutes). Creation can lie long before or after the moment a person was needed, and a chat nobody answered contributes a waiting time before the move but nothing after it. Cutover runs the same clock on both sides, in seconds.',
    ko: 'Zendesk는 방문자 입장부터 재는 채팅 첫 응답 시간을, 티켓 생성부터 분 단위로 재는 메시징 티켓의 첫 응답 시간과 짝지어 놓았습니다. 티켓 생성은 상담원이 필요해진 시점과 크게 다를 수 있고, 아무도 답하지 않은 채팅은 전환 전에만 대기 시간에 들어갑니다. Cutover는 전환 전후를 같은 기준으로, 초 단위로 잽니다.',
  },
}

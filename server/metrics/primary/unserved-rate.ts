import type { MetricDefinition } from '../definition.ts'

export const unservedRate: MetricDefinition = {
  key: 'unserved_rate',
  version: 1,
  kind: 'rate',
  unit: 'share',
  primary: true,
  better: 'down',
  fairness: 'conditional',
  margin: 0.02,
  maturityDays: 1,
  minimumWeekly: 20,
  scale: 'identity',
  streams: ['chats', 'tickets-agent', 'ticket-details'],
  restsOnMessages: true,
  needsBotRecords: false,
  onlySide: null,
  name: { en: 'Unserved rate', ko: '무응답률' },
  question: {
    en: 'What share of the customers who needed a person got no reply from one in time?',
    ko: '상담원이 필요했던 고객 가운데 제때 답변을 받지 못한 비율은 얼마입니까?',
  },
  before: {
    en: 'Chats without an agent’s reply within 60 opening-hours minutes (adjustable) of the start of the first-reply clock, divided by all chats. Missed chats are included; offline messages are not.',
    ko: '첫 응답 시간을 재기 시작한 때부터 업무 시간 기준 60분(조정 가능) 안에 상담원의 답변이 없었던 채팅을 전체 채팅으로 나눈 값입니다. 놓친 채팅은 포함하고 오프라인 메시지는 제외합니다.',
  },
  after: {
    en: 'Conversations without an agent’s reply within the same number of opening-hours minutes of the same clock, divided by the conversations that needed a person. Conversations the bot dealt with alone do not enter.',
    ko: '같은 기준 시점부터 같은 업무 시간(분) 안에 상담원의 답변이 없었던 대화를 상담원이 필요했던 대화로 나눈 값입니다. 봇이 혼자 처리한 대화는 들어가지 않습니다.',
  },
  condition: {
    en: 'A chat visitor who gives up leaves at once; a messaging customer can wait. If more than 20% of the unserved chats before the move were left before the time was up, both values are shown without a verdict. On both sides the moment a person was needed must be known for at least 90% of the conversations people answered. Where there are too many messages to read, a fixed sample of each week’s conversations is, and both the figure and this share rest on it.',
    ko: '채팅 방문자는 기다리다 바로 나가지만 메시징 고객은 계속 기다릴 수 있습니다. 전환 전 무응답 채팅 가운데 기준 시간 전에 방문자가 떠난 채팅이 20%를 넘으면 판정 없이 두 값만 보여 줍니다. 또한 상담원이 응대한 대화의 90% 이상에서 상담원이 필요해진 시점을 알 수 있어야 합니다. 읽을 메시지가 너무 많으면 주마다 고정 표본만 읽고, 수치와 이 비율 모두 표본으로 계산합니다.',
  },
  zendesk: {
    en: 'Zendesk pairs "% missed chats" with a live count of unreplied, unsolved messaging tickets. One is a rate over past chats, the other a number of open tickets at this moment. Cutover asks one question on both sides: no human reply within the time limit.',
    ko: 'Zendesk는 놓친 채팅 비율을 답변이 없는 미해결 메시징 티켓의 현재 개수와 짝지어 놓았습니다. 하나는 지난 채팅에 대한 비율이고 다른 하나는 지금 열려 있는 티켓 수입니다. Cutover는 전환 전후 모두 제한 시간 안에 상담원의 답변이 없었는지만 봅니다.',
  },
}

import type { MetricDefinition } from '../definition.ts'

export const transferRate: MetricDefinition = {
  key: 'transfer_rate',
  version: 1,
  kind: 'rate',
  unit: 'share',
  primary: false,
  better: 'down',
  fairness: 'conditional',
  margin: 0.03,
  maturityDays: 7,
  minimumWeekly: 20,
  scale: 'identity',
  streams: ['chats', 'tickets-agent', 'engagements'],
  restsOnMessages: false,
  needsBotRecords: false,
  onlySide: null,
  name: { en: 'Transfer rate', ko: '이관율' },
  question: {
    en: 'How often does a customer have to go through more than one agent?',
    ko: '고객이 두 명 이상의 상담원을 거치는 비율은 얼마입니까?',
  },
  before: {
    en: 'Chats in whose engagements more than one agent took part, divided by the chats in which an agent took part. Offers that nobody accepted do not count.',
    ko: '두 명 이상의 상담원이 참여한 채팅을 상담원이 참여한 채팅으로 나눈 값입니다. 아무도 수락하지 않은 배정은 세지 않습니다.',
  },
  after: {
    en: 'Conversations in whose engagements more than one agent took part, divided by the conversations in which an agent took part. A hand-off from the bot is not a transfer. Work on the same ticket by e-mail or telephone does not count.',
    ko: '두 명 이상의 상담원이 참여한 대화를 상담원이 참여한 대화로 나눈 값입니다. 봇의 핸드오프(상담원 연결)는 이관이 아닙니다. 같은 티켓을 이메일이나 전화로 처리한 상담은 세지 않습니다.',
  },
  condition: {
    en: 'Comparable while engagements are held. Zendesk keeps engagements of messaging for 90 days; only weeks of whose conversations at least 90% have them stored are used.',
    ko: '상담 기록을 확보했을 때 비교할 수 있습니다. Zendesk는 메시징 상담 기록을 90일 동안만 보관합니다. 상담 기록을 90% 이상 확보한 주만 사용합니다.',
  },
  zendesk: {
    en: 'Zendesk pairs "Transferred chats" with tickets of more than one assignee station. A station is also made when routing offers a conversation anew to the same or another agent. Cutover counts the agents who took part and never mixes the two.',
    ko: 'Zendesk는 이관된 채팅을 담당자 배정이 두 번 이상인 티켓과 짝지어 놓았습니다. 라우팅이 대화를 다시 배정하기만 해도 배정 횟수가 늘어납니다. Cutover는 실제로 참여한 상담원 수를 세며, 두 방식을 섞지 않습니다.',
  },
}

import type { MetricDefinition } from '../definition.ts'

export const recontactRate: MetricDefinition = {
  key: 'recontact_rate',
  version: 1,
  kind: 'rate',
  unit: 'share',
  primary: true,
  better: 'down',
  fairness: 'conditional',
  margin: 0.02,
  maturityDays: 14,
  minimumWeekly: 20,
  scale: 'identity',
  streams: ['chats', 'tickets-agent', 'tickets-ai-agent'],
  restsOnMessages: false,
  needsBotRecords: false,
  onlySide: null,
  name: { en: 'Recontact rate', ko: '재문의율' },
  question: {
    en: 'How often does a customer have to come back within a week of a finished conversation?',
    ko: '대화가 끝난 뒤 일주일 안에 고객이 다시 문의하는 비율은 얼마입니까?',
  },
  before: {
    en: 'Ended chats whose customer started another conversation with the same brand within 7 days of the end, divided by the ended chats whose customer is known.',
    ko: '채팅이 끝난 뒤 7일 안에 같은 고객이 같은 브랜드에 다시 문의한 채팅을, 고객을 알 수 있는 종료된 채팅으로 나눈 값입니다.',
  },
  after: {
    en: 'The same for conversations; a customer message after the ticket was solved counts too. Conversations held by the bot alone count as first and as second contact.',
    ko: '대화를 같은 방식으로 셉니다. 티켓이 해결된 뒤 고객이 보낸 메시지도 재문의입니다. 봇만 응대한 대화도 첫 문의와 재문의에 모두 포함합니다.',
  },
  condition: {
    en: 'Comparable while the customer is known (by e-mail address or external id, stored as a keyed hash) for at least 60% of the conversations on both sides, and the two shares lie within 10 points. The last 7 days before the cutover are left out: a second contact there may already have been a messaging conversation.',
    ko: '고객을 알 수 있는 대화(이메일 주소나 외부 ID의 키 기반 해시로 확인)가 전환 전후 모두 60% 이상이고 두 비율의 차이가 10%p 이내일 때 비교할 수 있습니다. 전환일 직전 7일은 재문의가 이미 메시징으로 들어왔을 수 있어 제외합니다.',
  },
  zendesk: {
    en: 'Zendesk has no counterpart for live chat. "Reopened tickets" exists for messaging only and misses the customer who simply opens a new conversation. Cutover follows the customer instead of the ticket.',
    ko: 'Zendesk에는 실시간 채팅에 해당하는 지표가 없습니다. 재개된 티켓 지표는 메시징에만 있고, 고객이 새 대화를 시작하면 잡히지 않습니다. Cutover는 티켓이 아니라 고객을 기준으로 셉니다.',
  },
}

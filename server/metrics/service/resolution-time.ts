import type { MetricDefinition } from '../definition.ts'

export const resolutionTime: MetricDefinition = {
  key: 'resolution_time',
  version: 1,
  kind: 'duration',
  unit: 'seconds',
  primary: false,
  better: 'down',
  fairness: 'conditional',
  margin: 0.1,
  maturityDays: 7,
  minimumWeekly: 20,
  scale: 'log',
  streams: ['chats', 'tickets-agent', 'ticket-details'],
  restsOnMessages: true,
  needsBotRecords: false,
  onlySide: null,
  name: { en: 'Resolution time', ko: '해결 시간' },
  question: {
    en: 'How long does it take from needing a person to being done?',
    ko: '상담원이 필요해진 때부터 해결될 때까지 얼마나 걸립니까?',
  },
  before: {
    en: 'Median length of served chats, from their start to their end.',
    ko: '응대한 채팅의 시작부터 끝까지 걸린 시간의 중앙값입니다.',
  },
  after: {
    en: 'Median time from the hand-off to a person until the ticket was solved for the first time, over conversations a person answered. Those not solved yet count as longer than all others.',
    ko: '상담원이 응대한 대화에서 핸드오프(상담원 연결)부터 티켓이 처음 해결될 때까지 걸린 시간의 중앙값입니다. 아직 해결되지 않은 대화는 다른 모든 대화보다 길다고 봅니다.',
  },
  condition: {
    en: 'Comparable where the brand runs messaging like live chat: at most 10% of the solved conversations are reopened, and half of the closed ones are closed within a day of being solved. Elsewhere a conversation goes on for days, and its clock means something else.',
    ko: '메시징을 실시간 채팅처럼 운영하는 브랜드에서만 비교할 수 있습니다. 해결된 대화 가운데 재개된 대화가 10% 이하이고, 종료된 대화의 절반 이상이 해결 후 하루 안에 종료되어야 합니다. 그렇지 않으면 대화가 며칠씩 이어져 시간의 의미가 달라집니다.',
  },
  zendesk: {
    en: 'Zendesk pairs "Chat duration" with "Full resolution time", which ends at the last time the ticket was solved and begins at its creation. Idle days between two questions then count as work. Cutover begins at the hand-off and ends at the first solution.',
    ko: 'Zendesk는 채팅 시간을 전체 해결 시간과 짝지어 놓았는데, 전체 해결 시간은 티켓 생성부터 마지막 해결까지 잽니다. 두 질문 사이의 빈 시간까지 들어가게 됩니다. Cutover는 핸드오프부터 첫 해결까지만 잽니다.',
  },
}

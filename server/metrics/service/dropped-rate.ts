import type { MetricDefinition } from '../definition.ts'

export const droppedRate: MetricDefinition = {
  key: 'dropped_rate',
  version: 1,
  kind: 'rate',
  unit: 'share',
  primary: false,
  better: 'down',
  fairness: 'none',
  margin: 0.02,
  maturityDays: 1,
  minimumWeekly: 20,
  scale: 'identity',
  streams: ['chats'],
  restsOnMessages: false,
  needsBotRecords: false,
  onlySide: 'before',
  name: { en: 'Dropped chats', ko: '중단된 채팅 비율' },
  question: {
    en: 'What share of live chats broke off because of the connection?',
    ko: '연결이 끊겨 중단된 실시간 채팅의 비율은 얼마입니까?',
  },
  before: {
    en: 'Chats Zendesk marks as dropped, divided by all chats of which it says whether they were.',
    ko: 'Zendesk가 중단된 채팅으로 표시한 채팅을, 그 여부를 알 수 있는 전체 채팅으로 나눈 값입니다.',
  },
  after: {
    en: 'Does not exist: a messaging customer who loses the connection finds the conversation again where it was.',
    ko: '해당하는 값이 없습니다. 메시징에서는 연결이 끊겨도 고객이 같은 대화로 돌아올 수 있습니다.',
  },
  condition: null,
  zendesk: {
    en: 'Zendesk’s own "Dropped chats"; it names no counterpart in messaging.',
    ko: 'Zendesk의 중단된 채팅과 같습니다. Zendesk도 메시징의 대응 지표를 두지 않습니다.',
  },
}

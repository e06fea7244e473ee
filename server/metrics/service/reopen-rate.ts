import type { MetricDefinition } from '../definition.ts'

export const reopenRate: MetricDefinition = {
  key: 'reopen_rate',
  version: 1,
  kind: 'rate',
  unit: 'share',
  primary: false,
  better: 'down',
  fairness: 'none',
  margin: 0.01,
  maturityDays: 7,
  minimumWeekly: 20,
  scale: 'identity',
  streams: ['tickets-agent'],
  restsOnMessages: false,
  needsBotRecords: false,
  onlySide: 'after',
  name: { en: 'Reopened conversations', ko: '대화 재개율' },
  question: {
    en: 'How often does a solved conversation have to be taken up again?',
    ko: '해결된 대화를 다시 열어야 하는 비율은 얼마입니까?',
  },
  before: {
    en: 'Does not exist: an ended chat cannot be reopened, the customer starts another one. "Recontact rate" follows the customer on both sides.',
    ko: '해당하는 값이 없습니다. 끝난 채팅은 다시 열 수 없고 고객이 새로 문의해야 합니다. ‘재문의율’은 전환 전후 모두 고객을 기준으로 셉니다.',
  },
  after: {
    en: 'Messaging conversations reopened at least once, divided by those solved at least once. Above 10% the brand does not use messaging like live chat, and a warning stands beside its times.',
    ko: '한 번 이상 재개된 메시징 대화를 한 번 이상 해결된 대화로 나눈 값입니다. 10%를 넘으면 메시징을 실시간 채팅처럼 운영하는 것이 아니므로 시간 지표에 주의 표시가 붙습니다.',
  },
  condition: null,
  zendesk: {
    en: 'Zendesk’s "Reopened tickets", over solved messaging tickets. It misses the customer who opens a new conversation instead.',
    ko: 'Zendesk의 재개된 티켓을 해결된 메시징 티켓에 대해 계산한 값입니다. 고객이 새 대화를 시작하면 잡히지 않습니다.',
  },
}

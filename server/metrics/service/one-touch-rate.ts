import type { MetricDefinition } from '../definition.ts'

export const oneTouchRate: MetricDefinition = {
  key: 'one_touch_rate',
  version: 1,
  kind: 'rate',
  unit: 'share',
  primary: false,
  better: 'up',
  fairness: 'none',
  margin: 0.03,
  maturityDays: 7,
  minimumWeekly: 20,
  scale: 'identity',
  streams: ['tickets-agent'],
  restsOnMessages: false,
  needsBotRecords: false,
  onlySide: 'after',
  name: { en: 'Solved at one touch', ko: '한 번에 해결한 비율' },
  question: {
    en: 'How many conversations are solved without a pause and without coming back?',
    ko: '보류나 재개 없이 한 번에 해결된 대화는 얼마나 됩니까?',
  },
  before: {
    en: 'Does not exist: a live chat has no status that could wait for the customer.',
    ko: '해당하는 값이 없습니다. 실시간 채팅에는 고객을 기다리는 상태가 없습니다.',
  },
  after: {
    en: 'Solved messaging conversations that a person answered, that were never pending or on hold and never reopened, divided by all solved ones.',
    ko: '상담원이 답변했고 대기나 보류 상태가 된 적이 없으며 재개되지 않은 대화를 해결된 전체 메시징 대화로 나눈 값입니다.',
  },
  condition: null,
  zendesk: {
    en: 'Zendesk’s "One-touch tickets" count at most one public reply, which hardly any conversation has. Cutover asks for no pause and no return instead of few messages.',
    ko: 'Zendesk의 원터치 티켓은 공개 답변이 한 번 이하인 티켓을 세는데, 대화에서는 거의 나오지 않습니다. Cutover는 메시지 수 대신 중단과 재개가 없었는지를 봅니다.',
  },
}

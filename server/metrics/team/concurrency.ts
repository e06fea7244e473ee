import type { MetricDefinition } from '../definition.ts'

export const concurrency: MetricDefinition = {
  key: 'concurrency',
  version: 1,
  kind: 'load',
  unit: 'conversations_at_once',
  primary: false,
  better: 'neutral',
  fairness: 'caution',
  margin: 0.1,
  maturityDays: 1,
  minimumWeekly: 20,
  scale: 'log',
  streams: ['chats', 'tickets-agent', 'engagements'],
  restsOnMessages: false,
  needsBotRecords: false,
  onlySide: null,
  name: { en: 'Conversations at once', ko: '동시 상담 수' },
  question: {
    en: 'How many conversations does an agent who is working have open at the same time?',
    ko: '상담 중인 상담원은 동시에 몇 건의 대화를 맡고 있습니까?',
  },
  before: {
    en: 'The lengths of all chat engagements added up, divided by the time in which each agent had at least one open: what overlaps counts once there. An engagement that ends as another begins does not overlap with it. Times are cut at the brand’s midnight.',
    ko: '모든 채팅 상담 시간의 합을, 상담원별로 상담이 한 건 이상 열려 있던 시간의 합으로 나눈 값입니다. 나누는 시간에서 겹치는 부분은 한 번만 셉니다. 한 상담이 끝나는 순간 다음 상담이 시작되면 겹친 것이 아닙니다. 시간은 브랜드 시간대의 자정에서 나눕니다.',
  },
  after: {
    en: 'The same rule over engagements on messaging tickets.',
    ko: '메시징 티켓의 상담 기록에 같은 규칙을 적용합니다.',
  },
  condition: {
    en: 'Only engagements of the same brand overlap: an agent who serves two brands at once counts for each as if the other were not there. Idle messaging conversations drop out after 10 minutes by default, chats do not. Zendesk keeps engagements of messaging for 90 days; only weeks of whose conversations at least 90% have them stored are used.',
    ko: '같은 브랜드의 상담끼리만 겹치는 것으로 봅니다. 두 브랜드를 동시에 맡은 상담원은 브랜드별로 따로 계산합니다. 대화가 없는 메시징 상담은 기본 설정에서 10분 뒤 끝나지만 채팅은 그렇지 않습니다. Zendesk는 메시징 상담 기록을 90일 동안만 보관합니다. 상담 기록을 90% 이상 확보한 주만 사용합니다.',
  },
  zendesk: {
    en: 'Zendesk pairs concurrent chats with the capacity and the active work items of omnichannel routing, which tell of the present moment only. Cutover measures both sides from the engagements, over time, by one rule.',
    ko: 'Zendesk는 동시 채팅 수를 옴니채널 라우팅의 용량 및 진행 중인 작업 수와 짝지어 놓았지만, 뒤의 둘은 현재 시점의 값만 보여 줍니다. Cutover는 전환 전후 모두 상담 기록으로 기간 전체를 같은 규칙에 따라 계산합니다.',
  },
}

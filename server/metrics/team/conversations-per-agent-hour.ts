import type { MetricDefinition } from '../definition.ts'

export const conversationsPerAgentHour: MetricDefinition = {
  key: 'conversations_per_agent_hour',
  version: 1,
  kind: 'load',
  unit: 'per_agent_hour',
  primary: false,
  better: 'neutral',
  fairness: 'caution',
  margin: 0.1,
  maturityDays: 1,
  minimumWeekly: 20,
  scale: 'log',
  streams: ['chats', 'tickets-agent', 'ticket-details', 'engagements'],
  restsOnMessages: false,
  needsBotRecords: false,
  onlySide: null,
  name: { en: 'Conversations per agent hour', ko: '상담원 시간당 대화 수' },
  question: {
    en: 'How many conversations does an hour of an agent’s work serve?',
    ko: '상담원이 한 시간 일하면 몇 건의 대화를 응대합니까?',
  },
  before: {
    en: 'Served chats of which an engagement is known, divided by agent hours: the time in which each agent had at least one engagement of the brand open, overlaps counted once.',
    ko: '상담 기록이 있는 응대한 채팅 수를 상담원 근무 시간으로 나눈 값입니다. 근무 시간은 상담원별로 그 브랜드의 상담이 한 건 이상 열려 있던 시간이며, 겹치는 시간은 한 번만 셉니다.',
  },
  after: {
    en: 'The same of messaging conversations and the engagements on them.',
    ko: '메시징 대화와 그 상담 기록을 같은 방식으로 셉니다.',
  },
  condition: {
    en: 'Waiting for the next customer is no agent hour here, on either side. An agent who serves two brands at once works the whole time for each. Zendesk keeps engagements of messaging for 90 days; only weeks of whose conversations at least 90% have them stored are used.',
    ko: '다음 고객을 기다리는 시간은 전환 전후 모두 근무 시간에 넣지 않습니다. 두 브랜드를 동시에 맡은 상담원의 시간은 두 브랜드에 모두 들어갑니다. Zendesk는 메시징 상담 기록을 90일 동안만 보관합니다. 상담 기록을 90% 이상 확보한 주만 사용합니다.',
  },
  zendesk: {
    en: 'Zendesk pairs nothing with this figure: its load figures for messaging tell of the present moment only. Cutover divides, on both sides, by the time in which there was something to do.',
    ko: 'Zendesk에는 짝이 되는 지표가 없습니다. 메시징의 업무량 지표는 현재 시점의 값만 보여 줍니다. Cutover는 전환 전후 모두 상담이 있었던 시간으로 나눕니다.',
  },
}

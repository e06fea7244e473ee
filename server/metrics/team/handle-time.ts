import type { MetricDefinition } from '../definition.ts'

export const handleTime: MetricDefinition = {
  key: 'handle_time',
  version: 1,
  kind: 'duration',
  unit: 'seconds',
  primary: false,
  better: 'neutral',
  fairness: 'caution',
  margin: 0.1,
  maturityDays: 7,
  minimumWeekly: 20,
  scale: 'log',
  streams: ['chats', 'tickets-agent', 'engagements'],
  restsOnMessages: false,
  needsBotRecords: false,
  onlySide: null,
  name: { en: 'Handle time', ko: '처리 시간' },
  question: {
    en: 'How long are agents busy with one conversation?',
    ko: '상담원은 대화 한 건에 얼마나 오래 매달립니까?',
  },
  before: {
    en: 'Median over chats of the time from an agent joining to the end of that agent’s part; of several agents all parts are added up.',
    ko: '채팅별 처리 시간의 중앙값입니다. 상담원이 참여한 때부터 그 상담원의 상담이 끝날 때까지를 재고, 상담원이 여럿이면 모두 더합니다.',
  },
  after: {
    en: 'Median over conversations of the lengths of all their engagements added up. Conversations that went on by e-mail are left out, and so are engagements of more than 14 days, which Zendesk never reports.',
    ko: '대화별로 모든 상담 기록의 길이를 더한 값의 중앙값입니다. 이메일로 이어진 대화와, Zendesk가 제공하지 않는 14일 초과 상담 기록은 제외합니다.',
  },
  condition: {
    en: 'A messaging engagement ends after 10 idle minutes unless the account’s capacity settings say otherwise; a chat ends when somebody leaves. Part of any change is that rule. Zendesk keeps engagements of messaging for 90 days; only weeks of whose conversations at least 90% have them stored are used.',
    ko: '메시징 상담은 용량 설정을 바꾸지 않았다면 10분 동안 대화가 없을 때 끝나고, 채팅은 누군가 나갈 때 끝납니다. 변화의 일부는 이 규칙 때문일 수 있습니다. Zendesk는 메시징 상담 기록을 90일 동안만 보관합니다. 상담 기록을 90% 이상 확보한 주만 사용합니다.',
  },
  zendesk: {
    en: 'Zendesk pairs "Chat engagement duration" with "Handle time" of omnichannel routing. Cutover adds up the same engagements per conversation instead of averaging them per engagement, so that a transfer does not halve the figure.',
    ko: 'Zendesk는 채팅 상담 시간을 옴니채널 라우팅의 처리 시간과 짝지어 놓았습니다. Cutover는 같은 상담 기록을 건별로 평균하지 않고 대화마다 더하므로, 이관이 있어도 수치가 절반으로 줄지 않습니다.',
  },
}

import type { MetricDefinition } from '../definition.ts'

export const botCsat: MetricDefinition = {
  key: 'bot_csat',
  version: 1,
  kind: 'rate',
  unit: 'share',
  primary: false,
  better: 'up',
  fairness: 'none',
  margin: 0.02,
  maturityDays: 7,
  minimumWeekly: 20,
  scale: 'identity',
  streams: ['tickets-ai-agent'],
  restsOnMessages: false,
  needsBotRecords: false,
  onlySide: 'after',
  name: { en: 'Satisfaction with the bot', ko: '봇 만족도' },
  question: {
    en: 'Of the customers who rated the bot, what share was satisfied?',
    ko: '봇을 평가한 고객 가운데 만족한 고객의 비율은 얼마입니까?',
  },
  before: {
    en: 'Does not exist: live chat had no bot.',
    ko: '해당하는 값이 없습니다. 실시간 채팅에는 봇이 없었습니다.',
  },
  after: {
    en: 'Four or five stars of five in the bot’s own survey, divided by all its ratings. From the export of AI agents.',
    ko: '봇이 직접 받는 설문에서 별 5개 가운데 4~5개를 준 평가를 전체 평가로 나눈 값입니다. 봇 데이터 내보내기에서 읽습니다.',
  },
  condition: null,
  zendesk: {
    en: 'Zendesk shows it on the dashboard of AI agents. It rates the bot and not the agent, so it is never added to "Customer satisfaction".',
    ko: 'Zendesk 봇 대시보드에 표시됩니다. 상담원이 아니라 봇에 대한 평가이므로 ‘고객 만족도’와 합치지 않습니다.',
  },
}

import type { MetricDefinition } from '../definition.ts'

export const automatedResolutionRate: MetricDefinition = {
  key: 'automated_resolution_rate',
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
  streams: ['tickets-agent', 'tickets-ai-agent', 'ticket-details'],
  restsOnMessages: true,
  needsBotRecords: true,
  onlySide: 'after',
  name: { en: 'Automated resolutions', ko: '자동 해결률' },
  question: {
    en: 'What share of the conversations with a bot does Zendesk say the bot resolved?',
    ko: '봇이 응대한 대화 가운데 Zendesk가 봇이 해결했다고 판정한 비율은 얼마입니까?',
  },
  before: {
    en: 'Does not exist: live chat had no bot.',
    ko: '해당하는 값이 없습니다. 실시간 채팅에는 봇이 없었습니다.',
  },
  after: {
    en: 'Conversations Zendesk itself calls resolved by the bot, divided by all conversations in which a bot took part. The verdict is read from the ticket’s fields, from the export of AI agents, or from an imported file: the one of these that tells most of the brand, never two added up, and from the first day on which it told anything.',
    ko: 'Zendesk가 봇이 해결했다고 판정한 대화를 봇이 참여한 전체 대화로 나눈 값입니다. 판정은 티켓 필드, 봇 데이터 내보내기, 가져온 파일 가운데 그 브랜드에 대해 가장 많이 알려 주는 하나에서만 읽으며, 판정이 처음 나온 날부터 셉니다. 서로 더하지 않습니다.',
  },
  condition: null,
  zendesk: {
    en: 'Zendesk’s own figure, which decides what is billed. It redefined it between 18 May and 1 June 2026, so no line is drawn across those days. Cutover cannot check it: a language model judges each conversation. "Contained by the bot" is the figure that can be counted.',
    ko: 'Zendesk의 자체 지표로 과금의 기준이 됩니다. 2026년 5월 18일부터 6월 1일 사이에 정의가 바뀌어 이 기간을 가로질러 선을 잇지 않습니다. 대화마다 언어 모델이 판정하므로 Cutover가 검증할 수 없습니다. 직접 셀 수 있는 지표는 ‘봇 자체 해결률’입니다.',
  },
}

import type { MetricDefinition } from '../definition.ts'

export const costPerResolution: MetricDefinition = {
  key: 'cost_per_resolution',
  version: 1,
  kind: 'money',
  unit: 'currency',
  primary: false,
  better: 'down',
  fairness: 'caution',
  margin: 0.1,
  maturityDays: 14,
  minimumWeekly: 20,
  scale: 'log',
  streams: ['chats', 'tickets-agent', 'tickets-ai-agent', 'ticket-details', 'engagements'],
  restsOnMessages: false,
  needsBotRecords: true,
  onlySide: null,
  name: { en: 'Cost per resolution', ko: '해결 건당 비용' },
  question: {
    en: 'What does it cost to resolve a customer’s question for good?',
    ko: '고객 문의 한 건을 완전히 해결하는 데 비용이 얼마나 듭니까?',
  },
  before: {
    en: 'Agent hours times the hourly cost, plus the brand’s seats, divided by the served chats whose customer did not come back within 7 days. A seat’s monthly cost is spread evenly over the year, closed days included.',
    ko: '상담원 근무 시간에 시간당 비용을 곱하고 브랜드의 좌석 비용을 더해, 응대한 채팅 가운데 고객이 7일 안에 다시 문의하지 않은 채팅 수로 나눈 값입니다. 좌석의 월 비용은 휴무일을 포함해 1년에 고르게 나눕니다.',
  },
  after: {
    en: 'The same costs plus the bot’s fee for each conversation it resolved, divided by the conversations that people or the bot resolved and whose customer did not come back within 7 days.',
    ko: '같은 비용에 봇이 해결한 대화마다 드는 요금을 더해, 상담원이나 봇이 해결한 대화 가운데 고객이 7일 안에 다시 문의하지 않은 대화 수로 나눈 값입니다.',
  },
  condition: {
    en: 'Shown once the costs are entered in the settings: currency, hourly cost, cost and number of seats, and the bot’s fee where a bot resolves anything (0 for what costs nothing). The same costs hold on both sides. A customer who cannot be recognised is taken not to have come back, as in "Recontact rate". Zendesk keeps engagements of messaging for 90 days; only weeks of whose conversations at least 90% have them stored are used.',
    ko: '설정에 통화, 시간당 비용, 좌석 비용과 좌석 수, 봇이 해결하는 대화가 있으면 봇 요금까지 입력해야 표시됩니다(비용이 없으면 0). 전환 전후에 같은 비용을 적용합니다. ‘재문의율’에서 고객을 알아볼 수 없는 대화는 여기서 다시 문의하지 않은 것으로 봅니다. Zendesk는 메시징 상담 기록을 90일 동안만 보관합니다. 상담 기록을 90% 이상 확보한 주만 사용합니다.',
  },
  zendesk: {
    en: 'Zendesk has no such figure. Bot fees on its bill follow its own verdict on automated resolutions, shown as "Automated resolution rate"; Cutover charges the fee for the conversations the bot ended without a person.',
    ko: 'Zendesk에는 이런 지표가 없습니다. Zendesk가 청구하는 봇 요금은 자체 판정(‘자동 해결률’)을 따르지만, Cutover는 상담원 없이 봇이 끝낸 대화마다 요금을 계산합니다.',
  },
}

import type { MetricDefinition } from '../definition.ts'

export const humanShare: MetricDefinition = {
  key: 'human_share',
  version: 1,
  kind: 'rate',
  unit: 'share',
  primary: false,
  better: 'neutral',
  fairness: 'caution',
  margin: 0.03,
  maturityDays: 5,
  minimumWeekly: 20,
  scale: 'identity',
  streams: ['chats', 'tickets-agent', 'tickets-ai-agent', 'ticket-details'],
  restsOnMessages: false,
  needsBotRecords: true,
  onlySide: null,
  name: { en: 'Share answered by a person', ko: '상담원 응대 비율' },
  question: {
    en: 'What share of all contacts is answered by a person?',
    ko: '전체 문의 가운데 상담원이 답변한 비율은 얼마입니까?',
  },
  before: {
    en: 'Chats with an agent’s message divided by all chats; the rest were missed.',
    ko: '상담원이 메시지를 쓴 채팅을 전체 채팅으로 나눈 값입니다. 나머지는 놓친 채팅입니다.',
  },
  after: {
    en: 'Conversations with a person’s reply divided by all conversations of which that is known; the rest were dealt with by the bot, or nobody answered.',
    ko: '상담원이 답변한 대화를 답변 여부를 알 수 있는 전체 대화로 나눈 값입니다. 나머지는 봇이 처리했거나 아무도 답하지 않은 대화입니다.',
  },
  condition: {
    en: 'A chat without a person was a missed customer; a conversation without one may be a customer the bot helped. That is why neither direction is better, and the evidence is never better than C. Weeks with a bot count only where conversations of the bot alone were recorded.',
    ko: '상담원이 없었던 채팅은 놓친 고객이지만, 상담원이 없었던 대화는 봇이 해결한 고객일 수 있습니다. 그래서 어느 방향도 더 좋다고 하지 않으며 근거 등급은 C를 넘지 않습니다. 봇이 있는 주는 봇만 응대한 대화가 기록된 경우에만 셉니다.',
  },
  zendesk: {
    en: 'Zendesk has no such share: its default ticket counts leave out what the bot handled alone. Read it beside every figure of agents: when a bot takes the easy questions, people are left with the hard ones.',
    ko: 'Zendesk에는 이런 비율이 없습니다. 기본 티켓 수에는 봇이 혼자 처리한 대화가 빠져 있습니다. 봇이 쉬운 문의를 맡으면 상담원에게는 어려운 문의가 남으므로 상담원 지표를 볼 때 함께 확인하십시오.',
  },
}

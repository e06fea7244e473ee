import type { MetricDefinition } from '../definition.ts'

export const missedRate: MetricDefinition = {
  key: 'missed_rate',
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
  name: { en: 'Missed chats', ko: '놓친 채팅 비율' },
  question: {
    en: 'What share of live chats ended without an agent answering?',
    ko: '상담원이 응대하지 못하고 끝난 실시간 채팅의 비율은 얼마입니까?',
  },
  before: {
    en: 'Chats Zendesk marks as missed, divided by all chats of which it says whether they were.',
    ko: 'Zendesk가 놓친 채팅으로 표시한 채팅을, 그 여부를 알 수 있는 전체 채팅으로 나눈 값입니다.',
  },
  after: {
    en: 'Does not exist: a messaging conversation stays open, so nobody "misses" it. "Unserved rate" asks the question that has an answer on both sides.',
    ko: '해당하는 값이 없습니다. 메시징 대화는 계속 열려 있어 ‘놓친’ 대화가 없습니다. 전환 전후를 같은 기준으로 보려면 ‘무응답률’을 확인하십시오.',
  },
  condition: null,
  zendesk: {
    en: 'Zendesk’s own "% missed chats". Its stand-in for messaging is a live count of new tickets without a reply, which is not a rate over past conversations.',
    ko: 'Zendesk의 놓친 채팅 비율과 같습니다. Zendesk가 메시징에서 대신 제시하는 것은 답변이 없는 새 티켓의 현재 개수로, 지난 대화에 대한 비율이 아닙니다.',
  },
}

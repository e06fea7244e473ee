import type { MetricDefinition } from '../definition.ts'

export const waitToAgent: MetricDefinition = {
  key: 'wait_to_agent',
  version: 1,
  kind: 'duration',
  unit: 'seconds',
  primary: false,
  better: 'down',
  fairness: 'caution',
  margin: 0.1,
  maturityDays: 1,
  minimumWeekly: 20,
  scale: 'log',
  streams: ['chats', 'tickets-agent', 'ticket-details'],
  restsOnMessages: true,
  needsBotRecords: false,
  onlySide: null,
  name: { en: 'Wait for an agent', ko: '상담원 연결 대기 시간' },
  question: {
    en: 'How long does it take until an agent takes the conversation?',
    ko: '상담원이 대화를 맡기까지 얼마나 걸립니까?',
  },
  before: {
    en: 'Median time from the start of the chat until the first agent joined it. Chats no agent joined have no wait and are counted under "Unserved rate".',
    ko: '채팅 시작부터 첫 상담원이 참여할 때까지 걸린 시간의 중앙값입니다. 상담원이 참여하지 않은 채팅은 ‘무응답률’에서 셉니다.',
  },
  after: {
    en: 'Median time from the hand-off to a person until the conversation was first assigned to an agent; where Zendesk does not tell, until the first engagement began. If an agent was assigned before the hand-off, the wait is the shortest that is told apart, half a second.',
    ko: '핸드오프(상담원 연결)부터 대화가 상담원에게 처음 배정될 때까지 걸린 시간의 중앙값입니다. 배정 시각을 알 수 없으면 첫 응대가 시작된 시각을 씁니다. 핸드오프 전에 이미 배정되어 있었다면 구분할 수 있는 가장 짧은 시간인 0.5초로 봅니다.',
  },
  condition: {
    en: 'Joining a chat and being assigned a conversation are not the same act: an agent joins when ready to write, while an assignment can be made by routing before the agent looks. A chat’s clock also runs while the visitor writes the first message, a conversation’s only from that message on. The evidence is never better than C.',
    ko: '채팅 참여와 대화 배정은 같은 행동이 아닙니다. 상담원은 답할 준비가 되었을 때 채팅에 참여하지만, 배정은 상담원이 확인하기 전에 라우팅이 할 수 있습니다. 채팅은 방문자가 첫 메시지를 쓰는 동안에도 시간을 재지만, 대화는 첫 메시지부터 잽니다. 근거 등급은 C를 넘지 않습니다.',
  },
  zendesk: {
    en: 'Zendesk pairs the queue time of chats with "First assignment time" and offer times of omnichannel routing, from ticket creation. Cutover begins at the moment a person was needed, so time with the bot is not waiting.',
    ko: 'Zendesk는 채팅 대기열 시간을, 티켓 생성부터 재는 옴니채널 라우팅의 첫 배정·제안 시간과 짝지어 놓았습니다. Cutover는 상담원이 필요해진 시점부터 재므로 봇과 대화한 시간은 대기에 들어가지 않습니다.',
  },
}

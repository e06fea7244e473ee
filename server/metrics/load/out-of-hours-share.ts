import type { MetricDefinition } from '../definition.ts'

export const outOfHoursShare: MetricDefinition = {
  key: 'out_of_hours_share',
  version: 1,
  kind: 'rate',
  unit: 'share',
  primary: false,
  better: 'neutral',
  fairness: 'caution',
  margin: 0.03,
  maturityDays: 1,
  minimumWeekly: 20,
  scale: 'identity',
  streams: ['chats', 'tickets-agent', 'tickets-ai-agent'],
  restsOnMessages: false,
  needsBotRecords: true,
  onlySide: null,
  name: { en: 'Contacts out of hours', ko: '업무 시간 외 문의 비율' },
  question: {
    en: 'What share of contacts comes while the brand is closed?',
    ko: '업무 시간이 아닐 때 들어오는 문의의 비율은 얼마입니까?',
  },
  before: {
    en: 'Messages left on the offline form, and chats begun outside the brand’s opening hours, divided by all chats and offline messages.',
    ko: '오프라인 양식으로 남긴 메시지와 업무 시간 외에 시작된 채팅을 전체 채팅과 오프라인 메시지로 나눈 값입니다.',
  },
  after: {
    en: 'Conversations begun outside the brand’s opening hours, to the minute and with its holidays, divided by all conversations.',
    ko: '브랜드의 업무 시간 외에(분 단위, 휴일 포함) 시작된 대화를 전체 대화로 나눈 값입니다.',
  },
  condition: {
    en: 'A form that is answered by e-mail is set against a conversation that stays open: more people may write because it is easier. The evidence is never better than C. Opening hours are those of the settings, on both sides the same.',
    ko: '이메일로 답변하는 양식과 계속 열려 있는 대화를 견주는 것입니다. 문의하기 쉬워져서 더 많이 들어올 수 있습니다. 근거 등급은 C를 넘지 않습니다. 업무 시간은 설정에 입력된 것으로, 전환 전후에 똑같이 적용합니다.',
  },
  zendesk: {
    en: 'Zendesk pairs "Offline messages" with tickets created outside business hours. Chats had no business-hours figures at all. Cutover applies the brand’s hours to both sides.',
    ko: 'Zendesk는 오프라인 메시지를 업무 시간 외에 생성된 티켓과 짝지어 놓았습니다. 채팅에는 업무 시간 기준 지표가 없었습니다. Cutover는 전환 전후에 같은 업무 시간을 적용합니다.',
  },
}

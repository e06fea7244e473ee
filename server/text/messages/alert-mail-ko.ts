import type { AlertMailMessages } from './alert-mail-en.ts'

export const alertMailKo: AlertMailMessages = {
  name: '알림',
  subject: (first, others) => `Cutover 알림: ${first}${others > 0 ? ` 외 ${others}건` : ''}`,
  subjectOver: (first, others) => `Cutover 알림 해제: ${first}${others > 0 ? ` 외 ${others}건` : ''}`,
  heading: (count) => `확인하실 내용 ${count}건`,
  kinds: { begun: '발생', still: '지속', over: '해제', changed: '변화' },
  ofRule: (rule, owner) => `‘${rule}’ 알림(담당자 ${owner})`,
  noticed: (moment) => `${moment} 감지.`,
  since: (moment) => `${moment}부터.`,
  more: (count) => `이 밖에 ${count}건이 더 있습니다. 알림 페이지에서 확인해 주십시오.`,
  open: { figure: '지표 보기', dataHealth: '데이터 상태 보기', reports: '보고서 보기' },
  alerts: '알림 페이지 열기',
  closing: '따로 반복하도록 설정하지 않은 알림은 상태가 바뀔 때까지 다시 보내지 않습니다.',
  sentTo: (name, zone) => `${name} 님께 보내 드립니다. 시각은 ${zone} 기준입니다.`,
  unsubscribe: '모든 알림 수신 거부',
  subscription: '알림',
}

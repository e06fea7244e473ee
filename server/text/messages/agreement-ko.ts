import type { agreementEnglish } from './agreement-en.ts'

/** The same in Korean. */
export const agreementKorean = {
  'agreement.agrees': 'Zendesk 집계와 일치',
  'agreement.agreesMore': '대조한 {n}일 모두 저장된 건수가 Zendesk 집계와 일치합니다.',
  'agreement.differs': 'Zendesk 집계와 다른 날 {n}일',
  'agreement.differsMore': '대조한 {all}일 중 {n}일이 Zendesk 집계와 다릅니다: {days}.',
  'agreement.differsLatest': '대조한 {all}일 중 {n}일이 Zendesk 집계와 다릅니다. 최근: {days}.',
  'agreement.unchecked': 'Zendesk 집계와 대조 전',
  'agreement.uncheckedMore': '이 기간은 아직 Zendesk 집계와 대조하지 않았습니다.',
} as const satisfies Record<keyof typeof agreementEnglish, string>

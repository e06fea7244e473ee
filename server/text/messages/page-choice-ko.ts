import type { pageChoiceEnglish } from './page-choice-en.ts'

/** The same in Korean. */
export const pageChoiceKorean = {
  'choice.problem.brand': '주소의 ‘{given}’ 값은 브랜드 번호가 아니어서 전체 브랜드를 표시합니다.',
  'choice.problem.from': '주소의 ‘{given}’ 값은 날짜가 아니어서(예: 2026-11-16) 기본 시작일을 사용합니다.',
  'choice.problem.to': '주소의 ‘{given}’ 값은 날짜가 아니어서(예: 2026-11-16) 기본 종료일을 사용합니다.',
  'choice.problem.order': '주소의 기간({given})은 끝이 시작보다 빨라 기본 기간을 사용합니다.',
  'window.asked': '선택한 기간',
  'window.compared': '보고서에서 비교한 기간',
  'window.latest': '최근 13주',

  'trend.label': '{title}, {subject}, {stretch}.',
  'trend.course': '{name}: 첫 주 {from}, 마지막 주 {to}.',
  'trend.table': '같은 수치를 아래 표에서 볼 수 있습니다.',
  'trend.countOf': '{count}({name})',
} as const satisfies Record<keyof typeof pageChoiceEnglish, string>

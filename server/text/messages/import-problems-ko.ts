import type { importProblemsEnglish } from './import-problems-en.ts'

/** 행, 열, 파일 전체를 가져올 수 없는 이유를 코드별로 설명합니다. */
export const importProblemsKorean: Record<keyof typeof importProblemsEnglish, string> = {
  field_missing: '이 항목에 해당하는 열이 아직 없습니다. 열을 선택해 주세요',
  column_unknown: '파일에 없는 열입니다. 다른 열을 선택해 주세요',
  column_twice: '같은 열을 두 번 선택했습니다. 한쪽은 다른 열로 바꿔 주세요',
  moment_needed: '날짜가 비어 있습니다. 값을 채우거나 행을 삭제해 주세요',
  moment_invalid: '읽을 수 없는 날짜입니다. 2026-03-01 14:05 형식으로 입력해 주세요',
  date_order_needed:
    '03/04/2026처럼 두 가지로 읽을 수 있는 날짜입니다. 일과 월 중 무엇이 먼저인지 선택해 주세요',
  date_order_mixed:
    '일이 먼저인 날짜와 월이 먼저인 날짜가 섞여 있습니다. 맞는 순서를 선택하고 나머지를 고쳐 주세요',
  zone_invalid: '알 수 없는 시간대입니다. {Asia/Seoul}과 같은 이름을 사용해 주세요',
  number_invalid: '0 이상의 정수가 아닙니다',
  duration_invalid: '읽을 수 없는 소요 시간입니다. 초 단위 숫자나 시:분:초로 입력해 주세요',
  choice_unknown: '예인지 아니요인지 알 수 없는 단어입니다. 예 또는 아니요로 볼 단어에 추가해 주세요',
  brand_unknown: '이 이름, 번호 또는 하위 도메인을 쓰는 브랜드가 없습니다',
  department_unknown: '이 이름의 부서가 없습니다. 대신 브랜드를 지정해 주세요',
  language_unknown: '알 수 없는 언어입니다. {ko} 또는 {en-US} 형식으로 입력해 주세요',
  text_unsuitable: '너무 길거나 단순한 단어가 아닙니다. 열을 맞게 선택했는지 확인해 주세요',
  value_missing: '비워 둘 수 없는 값입니다',
  row_ragged: '칸 수가 머리글과 다릅니다({value})',
  row_too_long: '읽을 수 없는 행입니다. 따옴표를 확인해 주세요',
  quote_open: '{value}번째 줄에서 시작된 따옴표가 닫히지 않았습니다. 해당 줄을 고쳐 주세요',
  too_large: '파일이 64{MB}보다 큽니다. 나누어 올려 주세요',
  too_many_columns: '열이 {value}개입니다. 500개까지 읽을 수 있으니 필요 없는 열을 지워 주세요',
  empty: '파일에 행이 없습니다',
  unreadable: '파일을 더 이상 읽을 수 없습니다. 다시 선택해 주세요',
  nothing_accepted: '읽을 수 있는 행이 없어 아무것도 바꾸지 않았습니다. 열 연결을 고친 뒤 시험 실행해 주세요',
  encoding_wrong: '읽을 수 없는 글자가 있습니다. 다른 인코딩을 선택해 주세요',
  key_twice: '앞줄에 같은 대화가 있습니다',
  ends_before_start: '종료 시각이 시작 시각보다 빠릅니다',
  reply_before_start: '첫 응답 시각이 시작 시각보다 빠릅니다',
  parts_exceed_count: '해결되거나 이관된 건수가 전체 대화 수보다 많습니다',
  held_from_zendesk: 'Zendesk에서 직접 읽은 대화이므로 그 내용을 유지합니다',
  held_from_import: '다른 가져오기에서 이미 들어온 대화입니다',
  replaces_unusable:
    '대체하려던 가져오기가 더 이상 남아 있지 않습니다. 파일을 다시 선택한 뒤 다른 항목을 골라 주세요',
  name_taken:
    '같은 이름의 파일을 이 이름으로 이미 가져왔습니다. 먼저 그 가져오기를 삭제하거나 다른 이름을 사용해 주세요',
  not_done:
    '가져오기가 끝나기 전에 멈추어 파일의 내용이 반영되지 않았습니다. 최근 작업을 확인한 뒤 다시 시도해 주세요',
  other: '가져오지 못했습니다. 작업 메시지를 확인해 주세요',
}

import type { filtersEnglish } from './filters-en.ts'

/** The same in Korean. */
export const filtersKorean = {
  'filters.fold': '필터',
  'filters.active': '{n}개 적용',
  'filters.daysReport': '보고서 기간',
  'filters.fromDay': '{day}부터',
  'filters.toDay': '{day}까지',
  'filters.chips': '적용된 필터',
  'filters.chip': '{name}: {value}',
  'filters.remove': '{name} 필터 해제: {value}',
  'filters.clearAll': '모두 해제',
  'filters.clear': '필터 모두 해제',
  'filters.clearHelps':
    '필터를 적용한 화면은 새로 계산하므로 오래 걸릴 수 있습니다. 필터를 해제하면 바로 볼 수 있습니다.',
  'filters.busy': '선택한 조건으로 계산하는 중…',
  'filters.choicesLoading': '선택 항목을 불러오는 중…',
  'filters.choicesFailed': '선택 항목을 불러오지 못했습니다.',
  'filters.narrowed': '조건을 적용한 화면(보고서의 판정 아님)',
  'filters.narrowedText':
    '선택한 조건으로만 따로 계산한 결과이며 보고서와 메일에는 들어가지 않습니다. 조건을 여러 번 바꾸어 보면 우연히 차이가 나타날 수 있습니다.',
  'filters.left': '조건에 맞는 {conversations}',
  'filters.leftNone': '조건에 맞는 대화가 없습니다. 필터를 줄이거나 기간을 늘려 주십시오.',
  'filters.leftLink': '해당 대화 보기',
  'filters.tooFew': '판정하기에는 남은 데이터가 부족합니다. 필터를 줄이거나 기간을 늘려 주십시오.',
  'filters.inReport': '전체 대화를 기준으로 한 보고서의 판정:',
  'filters.notMovedReport': '전환 전',
  'filters.figure': '지표',
  'filters.allFigures': '보고서의 모든 지표',
  'filters.unknownMetric': '‘{given}’(이)라는 지표는 없습니다. 대신 {used} 지표를 보여 드립니다.',
  'filters.unknownFurther': '‘{given}’(이)라는 지표는 없어 기본 지표를 보여 드립니다.',
  'filters.problem.day': '주소의 ‘{given}’ 값은 날짜가 아니어서(예: 2026-11-16) 제외했습니다.',
  'filters.problem.order': '주소의 기간({given})은 끝이 시작보다 빨라 보고서 기간을 사용합니다.',
  'filters.problem.unknown': '주소의 ‘{given}’ 값은 {name} 필터에 없어 제외했습니다.',
  'filters.problem.notHere':
    '이 페이지에서는 {name} 필터를 사용할 수 없어, 주소의 ‘{given}’ 조건을 빼고 보여 드립니다.',
} as const satisfies Record<keyof typeof filtersEnglish, string>

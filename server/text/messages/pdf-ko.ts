import type { pdfEnglish } from './pdf-en.ts'

/** What the documents for meetings say in Korean. */
export const pdfKorean: Record<keyof typeof pdfEnglish, string> = {
  'pdf.save': 'PDF',
  'pdf.saveLabel': '이 페이지를 회의용 PDF로 저장',
  'pdf.drawing': '만드는 중…',
  'pdf.busy': '지금 만드는 문서가 많습니다. 잠시 후 다시 시도해 주십시오.',
  'pdf.failed': '문서를 만들지 못했습니다. 다시 시도해 주십시오. 계속되면 관리자에게 알려 주십시오.',
  'pdf.page': '{page} / {pages}',
  'pdf.footer': 'Cutover · {title} · {moment} 기준',
  'pdf.asOf': '{moment} 기준',
  'pdf.for': '{name} 님 · {brands}',
  'pdf.forNobody': '{name} 님',
  'pdf.allBrands': '전체 브랜드 {n}곳',
  'pdf.subject': '메시징 전환 전후 비교',
  'pdf.glance': '한눈에 보기',
  'pdf.figure': '지표',
  'pdf.attention': '확인이 필요한 사항',
  'pdf.nothingNeeded': '확인이 필요한 사항이 없습니다.',
  'pdf.further':
    '자세한 내용을 보여 주는 지표로, 요약 문장과 메일에는 들어가지 않습니다. 기간은 각 값 아래에 있습니다.',
  'pdf.method': '비교 방법: {method}',
  'pdf.definitions': '지표의 뜻',
  'pdf.glossary': '모든 지표의 정의: {address}',
  'pdf.narrowed':
    '조건을 좁혀 따로 계산한 결과입니다({filters}). 정식 보고에 포함되지 않으며, 판정도 보고의 판정과 다릅니다.',
  'pdf.empty':
    '아직 표시할 브랜드가 없습니다. Zendesk와 처음 동기화한 뒤, 또는 관리자가 브랜드를 지정하면 표시됩니다.',
}

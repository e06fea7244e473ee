import { withParticle } from '../korean-particle.ts'
import type { MailContentMessages } from './mail-content-en.ts'

export const mailContentKo: MailContentMessages = {
  digest: '요약',
  moreNews: (improved, worse) => {
    if (worse > 0 && improved > 0)
      return `이 밖에 ${worse}개 지표가 악화되고 ${improved}개 지표가 개선되었습니다.`
    return worse > 0
      ? `이 밖에 ${worse}개 지표가 악화되었습니다.`
      : `이 밖에 ${improved}개 지표가 개선되었습니다.`
  },
  newVerdicts: (first, more) =>
    `지난 메일 이후 새 판정: ${first.join(', ')}${more > 0 ? ` 외 ${more}건` : ''}.`,
  unchangedVerdicts: '지난 메일 이후 달라진 판정이 없습니다.',
  demand: (week, value, before, isComingIn) =>
    `${week} 주간의 문의는 ${isComingIn ? '현재까지 ' : ''}${value}건입니다${before === null ? '' : `(전주 ${before}건)`}.`,
  quiet: (count, all) => `전환한 브랜드의 ${all}개 지표 가운데 ${count}개는 뚜렷한 변화가 없습니다.`,
  waiting: (count, brands, day) =>
    `${count}개 지표는 아직 판정할 수 없습니다. 다음 판정 예정일은 ${day}입니다(${brands}).`,
  notMoved: (brands) => `아직 전환하지 않은 브랜드: ${brands}.`,
  needsPerson: (count, day) =>
    `담당자의 확인이 필요한 사항이 ${count}건 있습니다${day === null ? '' : `(가장 이른 기한 ${day})`}. 아래를 보십시오.`,
  attentionWorse: (brand, metrics) =>
    `${brand}: ${withParticle(metrics, '이/가')} 악화되었습니다. 해당 대화를 확인하고 대응을 정해 주십시오.`,
  attentionUnconfirmed: (brands, _count, day) =>
    `${brands}의 전환일은 데이터에서 찾은 날짜이며 아직 확인되지 않았습니다. 모든 판정의 기준이 되는 날이므로 ${day === null ? '' : `첫 판정이 나오는 ${day}까지 `}관리자에게 확인을 요청해 주십시오.`,
  moreAttention: (count) => `이 밖의 ${count}건은 Cutover에서 볼 수 있습니다.`,
  moreNames: (names, more) => `${names} 외 ${more}곳`,
  narrowedTitle: '일부 대화만 집계',
  narrowed: (filters) =>
    `이 메일은 다음 조건의 대화만 다룹니다: ${filters}. 판정은 이 대화만으로 따로 계산한 것이며, 브랜드 전체 대화의 판정을 함께 표시합니다.`,
  narrowedSubject: '일부 대화',
  narrowedQuiet: {
    subject: '해당 대화가 적어 판정 보류',
    sentence: '해당 조건의 대화가 적어 전환 후 무엇이 달라졌는지 판단할 수 없습니다.',
  },
  whole: (verdict) => `전체 대화: ${verdict}`,
  chartsLeftOut: (shown, left) =>
    `차트는 앞의 ${shown}개 브랜드만 실었습니다. 나머지 ${left}개 브랜드의 차트는 Cutover에서 볼 수 있습니다.`,
  chartTitle: (metric) => `${metric}, 주별 추이`,
  moreBrands: (count) => `그 밖의 브랜드 ${count}개는 Cutover에서 보기`,
  filesLeftOut: (files) =>
    `메일이 너무 커져 첨부하지 않은 파일: ${files}. 같은 수치를 Cutover에서 볼 수 있습니다.`,
  fileWord: { csv: 'CSV 파일', xlsx: '엑셀 파일', pdf: 'PDF' },
  fileName: '보고서',
  sheetName: '보고서',
  ofAllConversations: '전체 대화',
  narrowedHeading: '집계 조건',
  readingDefinitions: '각 지표의 뜻과 계산 방법:',
}

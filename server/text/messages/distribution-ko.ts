import type { distributionEnglish } from './distribution-en.ts'

/** The same in Korean. */
export const distributionKorean = {
  'distribution.show': '걸린 시간의 분포 보기',
  'distribution.title': '걸린 시간별 대화 비율',
  'distribution.scale': '아래로 갈수록 한 칸의 시간이 약 두 배씩 길어집니다.',
  'distribution.words': '{side}: 절반은 {p50} 이내, 4건 중 3건은 {p75} 이내, 10건 중 9건은 {p90} 이내입니다.',
  'distribution.wordsHalf':
    '{side}: 절반은 {p50} 이내, 4건 중 3건은 {p75} 이내입니다. 10건 중 1건 이상은 아직 끝나지 않았습니다.',
  'distribution.wordsQuarter': '{side}: 절반은 {p50} 이내입니다. 4건 중 1건 이상은 아직 끝나지 않았습니다.',
  'distribution.wordsOpen': '{side}: 절반 이상이 아직 끝나지 않았습니다.',
  'distribution.label':
    '{brand}의 {metric}: 걸린 시간별 대화 비율. {words} 같은 수치를 아래 표에서 볼 수 있습니다.',
  'distribution.below': '{to} 미만',
  'distribution.bin': '{from}~{to}',
  'distribution.binOfTwoUnits': '{from}~{to}',
  'distribution.above': '{from} 이상',
  'distribution.unended': '아직 끝나지 않음',
  'distribution.half': '절반',
  'distribution.legendHalf': '여기까지가 절반',
  'distribution.duration': '걸린 시간',
  'distribution.binFrom': '이상',
  'distribution.binTo': '미만',
  'distribution.share': '{side}: 비율',
  'distribution.upTo': '{side}: 누적 비율',
  'distribution.count': '{side}: 건수',
  'distribution.percentile': '대화 비율',
  'distribution.percentiles': '대화 비율별 걸린 시간',
  'distribution.p25': '4건 중 1건',
  'distribution.p50': '절반(중앙값)',
  'distribution.p75': '4건 중 3건',
  'distribution.p90': '10건 중 9건',
  'distribution.caption': '{metric} 분포',
  'distribution.weighed':
    '일부 주는 메시지를 다 가져오지 못했습니다. 가져온 양이 아니라 각 주의 실제 대화량에 맞추어 계산했습니다.',
  'distribution.none': '이 기간에는 아직 표시할 값이 없습니다.',
  'distribution.failed': '불러오지 못했습니다.',
} as const satisfies Record<keyof typeof distributionEnglish, string>

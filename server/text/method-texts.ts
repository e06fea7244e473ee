import type { Bilingual, ComparisonMethod, EvidenceGrade, Fairness } from '../contract.ts'
import { clientEnglish } from './messages/client-en.ts'
import { clientKorean } from './messages/client-ko.ts'

/** A name and what stands behind it, for tooltips and the glossary. */
export type NamedText = { name: Bilingual; text: Bilingual }

/** How far a verdict shows that the move is the cause; the words of the pages. @example gradeText('D').text.en */
export function gradeText(grade: EvidenceGrade): NamedText {
  return {
    name: {
      en: clientEnglish['cell.grade'].replace('{grade}', grade),
      ko: clientKorean['cell.grade'].replace('{grade}', grade),
    },
    text: { en: clientEnglish[`grade.${grade}`], ko: clientKorean[`grade.${grade}`] },
  }
}

/** How a comparison was made. */
export function methodText(method: ComparisonMethod): NamedText {
  return methods[method]
}

/** How far both sides measure the same. */
export function fairnessText(fairness: Fairness): NamedText {
  return fairnesses[fairness]
}

const methods: Record<ComparisonMethod, NamedText> = {
  staggered: {
    name: { en: 'Compared with brands that had not moved', ko: '전환하지 않은 브랜드와 비교' },
    text: {
      en: 'The brand is held against brands that had not moved in the same weeks, so season, holidays and trends they share drop out.',
      ko: '같은 기간에 아직 전환하지 않은 브랜드와 비교합니다. 함께 겪은 계절, 휴일, 추세의 영향은 상쇄됩니다.',
    },
  },
  interrupted: {
    name: { en: 'Compared with its own course', ko: '기존 추세와 비교' },
    text: {
      en: 'The brand is held against its own weeks before the move, carried forward with their trend and, where there is a year of history, the time of year.',
      ko: '전환 전 이 브랜드의 추세를 이어 갔을 때의 값과 비교합니다. 과거 데이터가 1년 이상이면 계절 변동도 반영합니다.',
    },
  },
  windows: {
    name: { en: 'Before against after', ko: '전환 전후 단순 비교' },
    text: {
      en: 'Two periods of the same length are compared. Season and everything else that changed between them is still in it.',
      ko: '길이가 같은 두 기간을 비교합니다. 계절 등 그 사이에 생긴 다른 변화의 영향도 포함되어 있습니다.',
    },
  },
}

const fairnesses: Record<Fairness, NamedText> = {
  fair: {
    name: { en: 'Same thing on both sides', ko: '같은 기준' },
    text: {
      en: 'Both sides measure the same thing in the same way.',
      ko: '전환 전후에 같은 것을 같은 방법으로 잽니다.',
    },
  },
  conditional: {
    name: { en: 'Comparable under a condition', ko: '조건부 비교' },
    text: {
      en: 'Both sides measure the same thing as long as the named condition holds; otherwise there is no verdict.',
      ko: '정해진 조건을 충족하는 동안에는 같은 것을 재며, 충족하지 않으면 판정하지 않습니다.',
    },
  },
  caution: {
    name: { en: 'Compare with caution', ko: '주의해서 비교' },
    text: {
      en: 'The two sides are close but not quite the same, so the evidence is rated C at most and the reason is always shown.',
      ko: '전환 전후의 측정 방식이 비슷하지만 완전히 같지는 않아 근거 등급을 C까지만 부여하고 이유를 항상 표시합니다.',
    },
  },
  none: {
    name: { en: 'No counterpart', ko: '비교 대상 없음' },
    text: {
      en: 'The figure exists on one side only, or means different things; values are shown without a verdict.',
      ko: '한쪽에만 있거나 뜻이 서로 다른 지표입니다. 판정 없이 값만 보여 드립니다.',
    },
  },
}

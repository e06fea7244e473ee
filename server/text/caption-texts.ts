import type { Bilingual } from '../contract.ts'

/** Parts of the detail page that need a word of explanation. */
export type CaptionKey =
  | 'counterfactual'
  | 'event_study'
  | 'noise_floor'
  | 'synthetic_did'
  | 'mix_adjustment'
  | 'washout_strip'
  | 'leave_one_out_strip'

/** The heading of a part of the detail page and how to read it. */
export function captionText(key: CaptionKey): { name: Bilingual; text: Bilingual } {
  return captions[key]
}

const captions: Record<CaptionKey, { name: Bilingual; text: Bilingual }> = {
  counterfactual: {
    name: { en: 'Expected without the move', ko: '전환하지 않았다면 예상되는 값' },
    text: {
      en: 'The line shows where this figure would likely have been without the move, the band how far a single week may lie from it. The change is judged over all weeks together, so single weeks inside the band do not contradict it.',
      ko: '선은 전환하지 않았다면 예상되는 값이고, 띠는 한 주의 값이 그 선에서 벗어날 수 있는 범위입니다. 변화는 모든 주를 합쳐 판정하므로 일부 주가 띠 안에 있어도 판정과 어긋나지 않습니다.',
    },
  },
  event_study: {
    name: { en: 'Distance to the comparison brands, week by week', ko: '비교 브랜드와의 주별 차이' },
    text: {
      en: 'Before the move the points should lie around zero. A step at the move speaks for the move; a slope that began earlier speaks against it.',
      ko: '전환 전에는 점들이 0 부근에 있어야 합니다. 전환 시점에 한 번에 달라졌다면 전환의 영향일 가능성이 크고, 그 전부터 기울어 있었다면 다른 원인일 수 있습니다.',
    },
  },
  noise_floor: {
    name: { en: 'Usual swings', ko: '평소 변동' },
    text: {
      en: 'How far this figure moved by itself between comparable periods before the move. Changes of that size happen without any move, so the range has been widened accordingly.',
      ko: '전환 전에 이 수치가 비슷한 기간 사이에 저절로 오르내린 정도입니다. 이 정도의 변화는 전환이 없어도 생기므로 그만큼 범위를 넓혔습니다.',
    },
  },
  synthetic_did: {
    name: { en: 'With weighted comparison brands', ko: '비교 브랜드에 가중치를 둔 결과' },
    text: {
      en: 'The same comparison with more weight on brands and weeks that resemble this brand before the move. It is shown as a second opinion; the verdict rests on all comparison brands alike.',
      ko: '전환 전 이 브랜드와 비슷했던 브랜드와 주에 가중치를 더 둔 결과입니다. 참고용이며, 판정은 모든 비교 브랜드를 똑같이 반영한 결과로 합니다.',
    },
  },
  mix_adjustment: {
    name: { en: 'With the same mix of questions', ko: '문의 구성이 같을 때' },
    text: {
      en: 'The change if customers had asked in the same languages, about the same topics and at the same times of day before and after the move. What is missing from the plain change is due to a different mix.',
      ko: '전환 전후 문의의 언어, 주제, 시간대 구성이 같았다고 볼 때의 변화입니다. 보정하지 않은 변화와의 차이는 문의 구성이 달라진 데 따른 것입니다.',
    },
  },
  washout_strip: {
    name: { en: 'With other ramps', ko: '안정화 기간을 달리했을 때' },
    text: {
      en: 'The change when 0, 7, 14 or 28 days after the move are left out. An answer that can be relied on hardly depends on it.',
      ko: '전환 후 0일, 7일, 14일, 28일을 각각 제외했을 때의 변화입니다. 믿을 만한 결과라면 크게 달라지지 않습니다.',
    },
  },
  leave_one_out_strip: {
    name: { en: 'Without each comparison brand', ko: '비교 브랜드를 하나씩 제외했을 때' },
    text: {
      en: 'The change when one comparison brand at a time is left out. If one row differs from the others, the result hangs on that brand.',
      ko: '비교 브랜드를 하나씩 뺐을 때의 변화입니다. 한 줄만 크게 다르다면 그 브랜드가 결과를 좌우하는 것입니다.',
    },
  },
}

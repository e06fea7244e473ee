import type { Bilingual } from '../contract.ts'

/** What was tried to prove a comparison wrong. */
export type CheckKey =
  | 'pre_trend'
  | 'placebo'
  | 'leave_one_out'
  | 'gap_trend'
  | 'shared_agents'
  | 'activation'
  | 'rank'
  | 'washout'
export type CheckOutcome = 'passed' | 'failed' | 'not_testable'

/** How one check is put: what it is called, what it asks, and what each outcome means. */
export type CheckText = { name: Bilingual; question: Bilingual } & Record<CheckOutcome, Bilingual>

/** The words of one check. @example checkText('placebo').failed.en */
export function checkText(check: CheckKey): CheckText {
  return texts[check]
}

/** The outcome of one check as a sentence. */
export function checkOutcome(check: CheckKey, outcome: CheckOutcome): Bilingual {
  return texts[check][outcome]
}

const texts: Record<CheckKey, CheckText> = {
  pre_trend: {
    name: { en: 'In step before the move', ko: '전환 전 나란한 움직임' },
    question: {
      en: 'Did this brand and the comparison brands keep the same distance before the move?',
      ko: '전환 전에 이 브랜드와 비교 브랜드의 차이가 일정했습니까?',
    },
    passed: {
      en: 'They kept in step, so they would likely have gone on like that.',
      ko: '나란히 움직였으므로, 전환하지 않았다면 그대로 이어졌을 가능성이 높습니다.',
    },
    failed: {
      en: 'They were already drifting apart or together, so part of the change may have nothing to do with the move.',
      ko: '전환 전부터 차이가 벌어지거나 좁혀지고 있어, 변화의 일부는 전환과 무관할 수 있습니다.',
    },
    not_testable: {
      en: 'The weeks before the move are too few, or swing too much, to tell.',
      ko: '전환 전 주 수가 적거나 변동이 커서 확인할 수 없습니다.',
    },
  },
  placebo: {
    name: { en: 'A made-up move day', ko: '가상의 전환일' },
    question: {
      en: 'Does the same comparison find a change at an earlier day on which nothing happened?',
      ko: '아무 일도 없던 이전 날짜를 전환일로 가정해도 변화가 나타납니까?',
    },
    passed: {
      en: 'It finds none, as it should.',
      ko: '변화가 나타나지 않았습니다. 정상적인 결과입니다.',
    },
    failed: {
      en: 'It finds a change there too, so what it finds at the move may be no more than that.',
      ko: '그때도 변화가 나타나므로, 전환 시점의 변화도 같은 성격일 수 있습니다.',
    },
    not_testable: {
      en: 'There is too little history before the move to try an earlier day.',
      ko: '전환 전 데이터가 부족해 이전 날짜로 확인할 수 없습니다.',
    },
  },
  leave_one_out: {
    name: { en: 'Without each comparison brand', ko: '비교 브랜드를 하나씩 제외' },
    question: {
      en: 'Does the answer stay if any one comparison brand is left out?',
      ko: '비교 브랜드를 하나씩 빼도 결과가 그대로입니까?',
    },
    passed: {
      en: 'It stays, whichever brand is left out.',
      ko: '어느 브랜드를 빼도 결과가 같습니다.',
    },
    failed: {
      en: 'Leaving one brand out gives a different answer, so the result hangs on that brand.',
      ko: '한 브랜드를 빼면 결과가 달라집니다. 그 브랜드가 결과를 좌우하고 있습니다.',
    },
    not_testable: {
      en: 'There is only one comparison brand, so none can be left out.',
      ko: '비교 브랜드가 한 곳뿐이어서 뺄 수 없습니다.',
    },
  },
  gap_trend: {
    name: { en: 'Allowing for a steady drift', ko: '꾸준한 차이 변화를 감안' },
    question: {
      en: 'Does the change keep its direction if the distance to the comparison brands was changing steadily anyway?',
      ko: '비교 브랜드와의 차이가 원래 꾸준히 변하고 있었다고 보아도 변화의 방향이 같습니까?',
    },
    passed: { en: 'It keeps its direction.', ko: '방향이 같습니다.' },
    failed: {
      en: 'It turns round, so a slow drift may explain it as well as the move.',
      ko: '방향이 바뀝니다. 전환이 아니라 서서히 진행되던 변화일 수도 있습니다.',
    },
    not_testable: {
      en: 'There are too few weeks to tell a step from a drift.',
      ko: '주 수가 적어 한 번의 변화와 꾸준한 변화를 구분할 수 없습니다.',
    },
  },
  shared_agents: {
    name: { en: 'Agents of their own', ko: '상담원 공유' },
    question: {
      en: 'Do other people serve the comparison brands than this one?',
      ko: '비교 브랜드를 이 브랜드와 다른 상담원이 맡고 있습니까?',
    },
    passed: {
      en: 'Mostly: at most 20% of the agent hours here are worked by people who serve the others too.',
      ko: '대부분 다릅니다. 양쪽을 함께 맡는 상담원의 상담 시간은 20% 이하입니다.',
    },
    failed: {
      en: 'Many agents serve both, so the move may have changed the comparison brands too.',
      ko: '양쪽을 함께 맡는 상담원이 많아, 비교 브랜드도 전환의 영향을 받았을 수 있습니다.',
    },
    not_testable: {
      en: 'Who worked on which conversation is no longer kept for these weeks.',
      ko: '해당 기간의 상담원 응대 기록이 남아 있지 않아 확인할 수 없습니다.',
    },
  },
  activation: {
    name: { en: 'Comparison brands left alone', ko: '비교 브랜드의 메시징 활성화' },
    question: {
      en: 'Was messaging switched on for the whole account outside the weeks compared?',
      ko: '계정 전체의 메시징이 켜진 날이 비교 기간 밖에 있습니까?',
    },
    passed: {
      en: 'It was, so the comparison brands were left as they were.',
      ko: '비교 기간 밖이므로 비교 브랜드는 영향을 받지 않았습니다.',
    },
    failed: {
      en: 'It was switched on within them, so the comparison brands may have been touched too.',
      ko: '비교 기간 안이므로 비교 브랜드도 영향을 받았을 수 있습니다.',
    },
    not_testable: {
      en: 'The day is not known. An administrator can enter it in the settings.',
      ko: '해당 날짜를 알 수 없습니다. 관리자가 설정에서 입력할 수 있습니다.',
    },
  },
  rank: {
    name: { en: 'Among the other brands', ko: '다른 브랜드와의 크기 비교' },
    question: {
      en: 'Is this change larger than those the comparison brands show if they are treated as if they had moved the same day?',
      ko: '비교 브랜드도 같은 날 전환했다고 가정했을 때의 변화보다 이 브랜드의 변화가 더 큽니까?',
    },
    passed: {
      en: 'It is, so it is hard to put down to chance.',
      ko: '더 크므로 우연으로 보기 어렵습니다.',
    },
    failed: {
      en: 'It is not: brands that had not moved show changes as large.',
      ko: '그렇지 않습니다. 전환하지 않은 브랜드에서도 비슷한 크기의 변화가 나타납니다.',
    },
    not_testable: {
      en: 'There are too few comparison brands for this to decide; only the place is shown.',
      ko: '비교 브랜드가 적어 이것만으로는 판단할 수 없으며, 순위만 표시합니다.',
    },
  },
  washout: {
    name: { en: 'Other ramps', ko: '안정화 기간 변경' },
    question: {
      en: 'Does the answer stay if 0, 7, 14 or 28 days after the move are left out?',
      ko: '전환 후 0일, 7일, 14일, 28일을 각각 제외해도 결과가 그대로입니까?',
    },
    passed: {
      en: 'It stays, however many days are left out.',
      ko: '며칠을 제외하든 결과가 같습니다.',
    },
    failed: {
      en: 'It depends on the days left out, so look at the weekly chart before relying on it.',
      ko: '제외하는 날 수에 따라 결과가 달라지므로, 주간 차트를 함께 확인해 주십시오.',
    },
    not_testable: {
      en: 'There are too few weeks after the move to leave other days out.',
      ko: '전환 후 주 수가 적어 다른 기간으로 확인할 수 없습니다.',
    },
  },
}

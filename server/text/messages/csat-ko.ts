import type { csatEnglish } from './csat-en.ts'

/** The same in Korean. */
export const csatKorean = {
  'csat.title': '고객 만족도(CSAT)',
  'csat.lead': '고객이 얼마나 만족하는지, 누가 답하는지, 전환 전후에 같은 질문을 받았는지 보여 줍니다.',
  'csat.side.before': '전환 전',
  'csat.side.after': '전환 후',
  'csat.side.only': '평가',
  'csat.source.chat_rating': '실시간 채팅 평가',
  'csat.source.legacy_rating': '티켓 평가',
  'csat.source.survey': '설문',
  'csat.sourceText.chat_rating': '채팅 창에서 좋음·나쁨을 물음',
  'csat.sourceText.legacy_rating': '티켓 해결 후 좋음·나쁨을 물음',
  'csat.sourceText.survey': '티켓 해결 후 점수를 묻는 설문을 보냄',

  'csatAnswer.satisfied': '고객 만족 수준',
  'csatAnswer.everybody': '평가에 응답한 비율',
  'csatAnswer.same': '질문의 동일 여부',
  'csatAnswer.goodOf': '평가 {n}건 가운데 좋음 {good}건',
  'csatAnswer.answerOf': '요청 {asked}건 가운데 응답 {answered}건',
  'csatAnswer.few':
    '평가를 요청받은 고객 100명 가운데 약 {n}명이 답합니다. 나머지 고객의 생각은 다를 수 있습니다.',
  'csatAnswer.nobody': '이 기간에 답한 고객이 없습니다.',
  'csatAnswer.yes': '같은 종류의 질문',
  'csatAnswer.no': '서로 다른 질문',
  'csatAnswer.unknown': '알 수 없음',
  'csatAnswer.yesText':
    '전환 전후 모두 좋음과 나쁨 가운데 고르게 했습니다. 다만 묻는 시점이 달라졌으므로 차이의 일부는 그 때문일 수 있습니다.',
  'csatAnswer.yesSurvey':
    '전환 전후 모두 같은 종류의 설문을 보냈습니다. 다만 보내는 시점은 다를 수 있습니다.',
  'csatAnswer.noText':
    '전환 전: {before}. 전환 후: {after}. 서로 다른 질문이므로 두 값을 나란히 보여 드리되 비교하지 않습니다.',
  'csatAnswer.oneText': '한 기간만 보고 있어 견줄 대상이 없습니다.',
  'csatAnswer.oneSideText': '한쪽에는 아직 평가가 없습니다.',
  'csatAnswer.mixedText': '브랜드마다 질문이 다릅니다: {sources}. 출처가 다른 비율은 서로 합치지 않습니다.',
  'csatAnswer.bounds':
    '응답률이 {before}에서 {after}로 달라졌습니다. 전환 전만큼 답했다면 실제 변화는 {low} ~ {high} 사이 어디든 될 수 있습니다.',

  'csatBars.title': '좋음, 중립, 나쁨',
  'csatBars.good': '좋음',
  'csatBars.neutral': '중립',
  'csatBars.bad': '나쁨',
  'csatBars.part': '{word} {n}건({share})',
  'csatBars.score': '좋음 {share}',
  'csatBars.scoreNote':
    'CSAT는 좋음과 나쁨 가운데 좋음의 비율입니다. 중립은 표시만 하고 계산에 넣지 않습니다. 막대는 전체 응답에서 차지하는 비율입니다.',
  'csatBars.answered': '요청 {asked}건 가운데 응답 {answered}건({share})',
  'csatBars.none': '이 기간에는 평가가 없습니다.',
  'csatBars.leftOut': '휴무일이거나 데이터가 없는 {n}일은 제외했습니다.',

  'csatTrend.score': '주별 좋음 비율',
  'csatTrend.response': '주별 응답률',
  'csatTrend.allBrands': '전체 브랜드',
  'csatTrend.asked': '요청 수',
  'csatTrend.askedCount': '요청 {n}건',

  'csatWho.title': '응답한 고객의 구성',
  'csatWho.text':
    '응답이 가장 많은 출처를 기준으로, 평가를 요청받은 고객 가운데 답한 비율입니다. 요청이 {n}건보다 적은 그룹은 비율을 표시하지 않습니다.',
  'csatWho.channel': '채널별',
  'csatWho.language': '언어별',
  'csatWho.hours': '시간대별',
  'csatWho.bot': '봇 참여 여부별',
  'csatWho.group': '그룹',
  'csatWho.share': '응답률',
  'csatWho.asked': '요청 수',
  'csatWho.tooFew': '요청 수 부족',
  'csatWho.noGroup': '없음',
  'csatWho.unknown': '알 수 없음',
  'csatWho.night': '0~6시',
  'csatWho.morning': '6~12시',
  'csatWho.afternoon': '12~18시',
  'csatWho.evening': '18~24시',
  'csatWho.yes': '봇 참여',
  'csatWho.no': '봇 없음',
  'csatWho.chat': '실시간 채팅',
  'csatWho.native_messaging': '메시징(웹, 앱)',

  'csatBrands.title': '브랜드별 현황',
  'csatBrands.caption': '브랜드별 만족도와 응답률',
  'csatBrands.brand': '브랜드',
  'csatBrands.before': '전환 전 좋음',
  'csatBrands.after': '전환 후(또는 최근) 좋음',
  'csatBrands.verdict': '판정',
  'csatBrands.responseBefore': '전환 전 응답률',
  'csatBrands.responseAfter': '전환 후(또는 최근) 응답률',

  'csatMeasure.title': '측정 방법',
  'csatMeasure.comments': '고객이 쓴 의견은 저장하지 않으며, 평가 값만 보관합니다.',
  'csatNone.title': '아직 평가가 없습니다',
  'csatNone.text':
    '선택한 브랜드의 평가나 설문이 아직 없습니다. 고객이 평가하기 시작하면 이 화면이 자동으로 채워집니다.',
  'csatNone.offTitle': '고객에게 평가를 요청하지 않는 계정입니다',
  'csatNone.offText':
    'Zendesk 설정에서 고객 만족도가 꺼져 있거나 요금제에 들어 있지 않습니다. 관리자가 Zendesk의 개체 및 규칙에서 켤 수 있습니다.',
} as const satisfies Record<keyof typeof csatEnglish, string>

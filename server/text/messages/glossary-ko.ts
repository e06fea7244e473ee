import type { glossaryEnglish } from './glossary-en.ts'

/** What the glossary says in Korean. */
export const glossaryKorean: Record<keyof typeof glossaryEnglish, string> = {
  'glossary.title': '용어',
  'glossary.lead': '지표마다 전환 전후에 무엇을 재는지, 판정에 쓰는 말이 무슨 뜻인지 설명합니다.',
  'glossary.search': '검색',
  'glossary.searchHint': '지표 또는 용어',
  'glossary.found': '{all}개 항목 중 {n}개',
  'glossary.nothing':
    '‘{query}’이(가) 들어 있는 항목이 없습니다. 더 짧은 말로 찾거나 검색어를 지워 주십시오.',
  'glossary.contents': '차례',
  'glossary.words': '용어',
  'glossary.states': '판정',
  'glossary.grades': '근거 등급',
  'glossary.methods': '비교 방법',
  'glossary.fairness': '비교의 공정성',
  'glossary.formula': '계산식',
  'glossary.unit': '표시 단위',
  'glossary.comparison': '비교의 공정성',
  'glossary.open': '용어 설명에서 보기',

  'unitWord.seconds': '분과 초',
  'unitWord.share': '퍼센트, 차이는 퍼센트포인트(%p)',
  'unitWord.per_week': '주당 건수',
  'unitWord.messages': '대화당 메시지 수',
  'unitWord.conversations_at_once': '동시에 응대하는 대화 수',
  'unitWord.per_agent_hour': '상담원 시간당 대화 수',
  'unitWord.currency': '계정 통화의 금액',
  'better.neutral': '높고 낮음 자체에 좋고 나쁨이 없음',

  'formula.first_reply': '(상담원의 첫 답변 − 기준 시점)의 중앙값',
  'formula.unserved_rate': '제때 상담원 답변이 없었던 대화 ÷ 상담원이 필요했던 대화',
  'formula.recontact_rate': '7일 안에 다시 문의한 대화 ÷ 고객을 알 수 있는 종료된 대화',
  'formula.csat': '좋음 ÷ (좋음 + 나쁨)',
  'formula.demand': '한 주의 대화 수',
  'formula.human_workload': '한 주에 상담원이 답한 대화 수',
  'formula.first_reply_any': '(봇 또는 상담원의 첫 답변 − 고객의 첫 메시지)의 중앙값',
  'formula.wait_to_agent': '(상담원 참여 − 상담원이 필요해진 시점)의 중앙값',
  'formula.average_reply': '대화별 (대기 시간 ÷ 답변 수)의 중앙값',
  'formula.missed_rate': '놓친 채팅 ÷ 전체 채팅',
  'formula.dropped_rate': '끊긴 채팅 ÷ 전체 채팅',
  'formula.transfer_rate': '상담원이 두 명 이상 참여한 대화 ÷ 상담원이 참여한 대화',
  'formula.resolution_time': '(첫 해결 − 상담원이 필요해진 시점)의 중앙값',
  'formula.reopen_rate': '다시 열린 대화 ÷ 해결된 대화',
  'formula.one_touch_rate': '한 번에 해결된 대화 ÷ 해결된 대화',
  'formula.csat_response_rate': '평가한 대화 ÷ 평가를 요청한 대화',
  'formula.bot_csat': '별점 4~5점 ÷ 봇이 받은 평가',
  'formula.containment_rate': '봇에서 끝난 대화 ÷ 봇이 참여한 대화',
  'formula.handoff_rate': '상담원에게 넘어간 대화 ÷ 봇이 참여한 대화',
  'formula.automated_resolution_rate': 'Zendesk가 봇이 해결했다고 본 대화 ÷ 봇이 참여한 대화',
  'formula.human_share': '상담원이 답한 대화 ÷ 전체 대화',
  'formula.out_of_hours_share': '업무 시간 외에 시작된 대화 ÷ 전체 대화',
  'formula.messages_per_conversation': '고객과 상담원의 메시지 ÷ 대화',
  'formula.handle_time': '대화별 상담원 처리 시간의 중앙값',
  'formula.concurrency': '처리 구간 길이의 합 ÷ 하나 이상 처리 중이던 시간',
  'formula.conversations_per_agent_hour': '응대한 대화 ÷ 상담원 시간',
  'formula.cost_per_resolution':
    '(상담원 시간 × 시간당 비용 + 좌석 비용 + 봇 요금) ÷ 다시 문의하지 않은 해결 건',

  'meaning.improved':
    '판정하는 최소 변화보다 크게, 우연으로 보기 어려울 만큼 꾸준히 좋아졌다는 뜻입니다. 전환 때문인지는 근거 등급이 알려 줍니다.',
  'meaning.worse':
    '판정하는 최소 변화보다 크게, 우연으로 보기 어려울 만큼 꾸준히 나빠졌다는 뜻입니다. 전환 때문인지는 근거 등급이 알려 줍니다.',
  'meaning.higher':
    '뚜렷하게 늘었지만 문의량처럼 늘어난 것 자체가 좋거나 나쁘다고 할 수 없는 지표입니다. 어떤 의미인지는 직접 판단해 주십시오.',
  'meaning.lower':
    '뚜렷하게 줄었지만 문의량처럼 줄어든 것 자체가 좋거나 나쁘다고 할 수 없는 지표입니다. 어떤 의미인지는 직접 판단해 주십시오.',
  'meaning.no_clear_change':
    '데이터는 충분하지만 변화가 너무 작거나 우연과 구분되지 않습니다. 아무것도 달라지지 않았다는 증명은 아니며, 변화가 얼마나 클 수 있는지는 범위에 나타납니다.',
  'meaning.not_enough_data':
    '전환 후 지난 기간이나 대화 수가 아직 부족합니다. 언제 충분해지는지 알 수 있으면 그 날짜를 함께 보여 드립니다.',
  'meaning.not_comparable':
    '전환 전후에 재는 대상이 다르거나 필요한 데이터가 없습니다. 두 값을 보여 드릴 수는 있지만 결론은 내리지 않으며, 이유를 함께 적습니다.',
  'meaning.not_moved': '아직 실시간 채팅을 쓰는 브랜드입니다. 이미 전환한 브랜드를 비교하는 기준이 됩니다.',

  'word.conversation': '대화',
  'word.conversation.text':
    '고객의 문의 한 건입니다. 전환 전에는 실시간 채팅 한 건, 전환 후에는 메시징 티켓 한 건이며, 같은 티켓을 여러 번 이어 가도 한 건으로 셉니다.',
  'word.cutover': '전환일',
  'word.cutover.text':
    '고객이 메시징으로 문의하기 시작한 날이며, 브랜드의 시간대를 따릅니다. 데이터에서 찾아내고 담당자가 확인하거나 고칠 수 있습니다.',
  'word.before_after': '전환 전과 전환 후',
  'word.before_after.text':
    '전환일 앞뒤의 온전한 주들로 이루어진 두 기간이며 요일 구성이 같습니다. 바로 이 주들로 판정하고, 모든 값 옆에 기간을 적습니다.',
  'word.ramp': '안정화 기간',
  'word.ramp.text':
    '전환 직후 모두가 아직 익숙해지는 기간입니다. 모든 비교에서 제외하고 차트에는 빗금으로 표시합니다.',
  'word.range': '범위',
  'word.range.text':
    '실제 변화가 있을 가능성이 높은 구간으로, 100번 중 95번은 이런 범위 안에 실제 변화가 들어 있습니다. 범위가 넓으면 아직 더 정확히 말할 수 없다는 뜻입니다.',
  'word.margin': '판정하는 최소 변화',
  'word.margin.text':
    '이보다 작은 변화는 실무에서 차이가 없으므로 아무리 확실해도 판정하지 않습니다. 시간과 건수는 10%, 비율은 1~3%p가 기준입니다.',
  'word.points': '퍼센트포인트(%p)',
  'word.points.text':
    '두 퍼센트의 차이입니다. 88%에서 76%가 되면 12%p 하락이며, ‘12%’라고 하면 무엇의 12%인지 알 수 없습니다.',
  'word.median': '중앙값',
  'word.median.text':
    '한가운데 값입니다. 고객의 절반은 이보다 짧게, 절반은 이보다 길게 기다렸으며, 아주 긴 대기 몇 건에 평균처럼 흔들리지 않습니다.',
  'word.controls': '비교 브랜드',
  'word.controls.text':
    '해당 기간에 아직 전환하지 않은 브랜드입니다. 계절이나 휴일처럼 이 브랜드들에도 나타난 변화는 전환 때문일 수 없습니다.',
  'word.expected': '전환하지 않았다면 예상되는 값',
  'word.expected.text':
    '브랜드가 전환하지 않았다면 나왔을 값으로, 비교 브랜드나 이 브랜드의 기존 추세로 계산합니다. 판정은 전환 전 값이 아니라 이 값과의 차이로 내립니다.',
  'word.swing': '평소 변동',
  'word.swing.text':
    '전환 전 비슷한 기간 사이에 수치가 저절로 오르내린 정도입니다. 이 정도의 변화는 전환이 없어도 생기므로 그만큼 범위를 넓힙니다.',
  'word.mix': '문의 구성',
  'word.mix.text':
    '고객이 전과 다른 것을 물으면 좋아지거나 나빠진 것이 없어도 수치가 달라집니다. 그래서 언어, 주제, 시간대 구성을 전환 전후에 같게 맞춘 변화를 함께 보여 드립니다.',
  'word.pooled': '전체 브랜드 종합',
  'word.pooled.text':
    '브랜드별 변화의 평균이며, 결과가 분명한 브랜드일수록 크게 반영합니다. 볼 수 있는 권한이 있는 브랜드만, 두 곳 이상일 때 계산합니다.',
  'word.served': '응대',
  'word.served.text':
    '고객이 볼 수 있는 메시지를 상담원이 한 번 이상 쓴 대화입니다. 봇과 자동화의 메시지, 내부 메모는 세지 않습니다.',
  'word.handoff': '핸드오프(상담원 연결)',
  'word.handoff.text':
    '상담원이 필요해진 시점으로, 실시간 채팅에서는 채팅 시작, 메시징에서는 봇이 상담원에게 넘긴 때입니다. 대기 시간은 이 시점과 고객의 첫 메시지 중 늦은 때부터 잽니다.',
  'word.maturity': '아직 집계 중인 주',
  'word.maturity.text':
    '평가, 해결, 재문의는 대화가 끝나고 며칠 뒤에 일어납니다. 그 시간이 지난 주만 비교에 쓰고, 그 전에는 집계 중으로 표시합니다.',
  'word.reconciliation': '대조',
  'word.reconciliation.text':
    '저희가 센 건수를 Zendesk가 센 건수와 브랜드별, 날짜별로 맞춰 봅니다. 차이가 큰 날은 판정에서 제외하고 데이터 상태 페이지에 적습니다.',
  'word.engagement': '처리 구간',
  'word.engagement.text':
    '상담원 한 명이 대화 한 건을 맡아 처리한 구간입니다. Zendesk가 90일만 보관하므로 이를 쓰는 지표는 제때 가져온 주만 알 수 있습니다.',
}

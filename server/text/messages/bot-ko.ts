import type { botEnglish } from './bot-en.ts'

/** The same in Korean. */
export const botKorean = {
  'bot.title': '봇',
  'bot.lead': '봇이 참여한 대화가 어떻게 끝나는지 보여 줍니다.',
  'bot.headline':
    '봇이 참여한 대화 100건 가운데 {contained}건은 상담원 없이 끝나고, {answered}건은 핸드오프 후 상담원이 답변하며, {unanswered}건은 핸드오프 후 답변을 받지 못합니다.',
  'bot.headlineOthers':
    '봇이 참여한 대화 100건 가운데 {contained}건은 상담원 없이 끝나고, {answered}건은 핸드오프 후 상담원이 답변하며, {unanswered}건은 핸드오프 후 답변을 받지 못합니다. 나머지 {others}건은 아직 진행 중이거나 고객 메시지가 없습니다.',
  'bot.noFunnel': '이 기간에는 봇이 참여한 대화가 없습니다.',

  'funnel.title': '봇 대화의 흐름',
  'funnel.caption': '봇이 참여한 대화의 단계별 건수',
  'funnel.step': '단계',
  'funnel.count': '대화 수',
  'funnel.share': '전체 대비',
  'funnel.started': '봇 참여',
  'funnel.contained': '봇 자체 해결(상담원 없이 종료)',
  'funnel.handedOff': '핸드오프(상담원 연결)',
  'funnel.answered': '상담원 답변',
  'funnel.resolved': '이 가운데 해결',
  'funnel.handedBack': '이 가운데 핸드백(봇에게 되돌림)',
  'funnel.unanswered': '답변 없이 종료',
  'funnel.waiting': '답변 대기 중이거나 확인 불가',
  'funnel.undecided': '5일이 지나지 않아 아직 봇이 응대 중',
  'funnel.silent': '고객 메시지 없음',
  'funnel.note':
    '모든 대화는 한 단계에서만 끝납니다. 보고서와 달리 휴무일도 포함한 건수입니다. 봇 자체 해결은 문제가 해결되었다는 뜻이 아니며, 포기한 고객도 들어갑니다.',
  'funnel.notMature': '최근 5일의 값은 앞으로 핸드오프가 생기면 달라질 수 있습니다.',

  'botBrands.title': '브랜드별 현황',
  'botBrands.caption': '브랜드별 봇 대화의 결과',
  'botBrands.contained': '봇 자체 해결',
  'botBrands.answered': '핸드오프 후 답변',
  'botBrands.unanswered': '핸드오프 후 무응답',
  'botBrands.none': '이 기간에 봇 대화가 없거나 봇을 쓰지 않는 브랜드: {brands}',

  'botTrend.title': '봇 응대 시작 후 주별 추이',
  'botTrend.allBrands': '봇이 있는 전체 브랜드',
  'botTrend.breaks':
    '번호가 있는 선은 무언가 시작되었거나 집계 기준이 바뀐 날입니다. 선의 앞과 뒤는 같은 뜻의 값이 아닐 수 있습니다.',

  'botCells.title': '전환 전후 지표',
  'botCells.caption': '보고서의 봇 지표',
  'botCells.figure': '지표',
  'botCells.before': '전환 전: 실시간 채팅',
  'botCells.after': '전환 후: 메시징',
  'botCells.window': '집계 기간',
  'botCells.verdict': '비교',
  'botCells.noRecord': '봇 기록 없음',
  'botCells.liveChat':
    '실시간 채팅에는 봇 기록이 남지 않아 {day} 이전의 봇 응대는 알 수 없습니다. 전환 후의 수준과 추이만 보여 드리며, 판정은 하지 않습니다.',
  'botCells.liveChatAll':
    '실시간 채팅에는 봇 기록이 남지 않습니다. 전환 후의 수준과 추이만 보여 드리며, 판정은 하지 않습니다.',

  'botSources.title': '수치의 출처',
  'botSources.caption': '지표별 출처와 기간',
  'botSources.perBrand': '브랜드별 지표 출처 보기',
  'botSources.brand': '브랜드',
  'botSources.figure': '지표',
  'botSources.source': '출처',
  'botSources.days': '기간',
  'botSources.tickets': '티켓과 메시지',
  'botSources.ticket_field': '티켓에 적힌 Zendesk 판정',
  'botSources.export': '봇 데이터 내보내기',
  'botSources.import': '가져온 파일',
  'botSources.records.export':
    '봇 데이터 내보내기: 대화 {n}건, {days}. Zendesk는 이 파일을 30일 동안만 보관하며, 한 번 읽은 기록은 지워지지 않습니다.',
  'botSources.records.import': '가져온 파일: 대화 {n}건, {days}.',
  'botSources.noRecords': '이 브랜드의 봇에 대한 내보내기 데이터나 가져온 파일이 아직 없습니다.',
  'botSources.import.link': '데이터 상태에서 파일 가져오기',
  'botSources.health.link': '데이터 상태 보기',

  'botGap.title': '빠진 데이터',
  'botGap.bot_only_not_recorded':
    '{brand}: 봇은 {from}부터 응대했지만 Zendesk는 {to}부터 봇 티켓을 보관했습니다. 그사이 봇만 응대한 문의는 기록되지 않아 지표는 그 뒤부터 시작합니다.',
  'botGap.bot_only_not_recorded_open':
    '{brand}: 봇이 {from}부터 응대하고 있지만 보관된 봇 티켓이 없습니다. 봇만 응대한 문의는 기록되지 않으므로 Zendesk에서 봇 티켓 생성을 켜 주세요.',
  'botGap.involvement_unknown': '{brand}: 봇의 참여 여부를 모르는 대화가 10%를 넘어 {n}일을 제외했습니다.',
  'botGap.sampled':
    '{brand}: 티켓 메시지는 정해진 표본만 읽습니다. 비율은 전체 대화에 해당하지만, 건수는 표본의 건수입니다.',
  'botGap.export_not_read.key':
    '봇 데이터 내보내기용 키가 입력되지 않아 데이터를 읽지 못합니다. 봇 만족도와 자동 해결 기록 대부분이 빠져 있습니다.',
  'botGap.export_not_read.bots':
    '설정에 지정된 봇이 없어 봇 데이터 내보내기를 읽지 못합니다. 봇 만족도와 자동 해결 기록 대부분이 빠져 있습니다.',
  'botGap.no_bot_named':
    '{brand}: 설정에 이 브랜드의 봇이 지정되지 않아 내보내기 데이터가 어느 브랜드에도 집계되지 않습니다.',

  'botNone.title': '봇이 참여한 대화가 없습니다',
  'botNone.text':
    '선택한 브랜드에는 봇 티켓, 봇 메시지, 가져온 파일이 없습니다. Zendesk 메시징에서 봇이 응대하기 시작하면 이 화면이 자동으로 채워집니다.',
  'botNone.unrecordedTitle': '봇이 응대하지만 기록이 없습니다',
  'botNone.unrecordedText':
    '설정에는 봇이 응대한다고 되어 있으나 이를 보여 주는 티켓이나 메시지가 없습니다. Zendesk에서 봇 티켓 생성을 켜거나 봇 대화 파일을 가져와 주세요.',
} as const satisfies Record<keyof typeof botEnglish, string>

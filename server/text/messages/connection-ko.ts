import type { connectionEnglish } from './connection-en.ts'

const support = {
  401: 'Zendesk가 이 자격 증명을 받아들이지 않습니다. 관리 센터 > 앱 및 통합 > API에서 {ZENDESK_CLIENT_ID}와 {ZENDESK_CLIENT_SECRET}(또는 {ZENDESK_EMAIL}과 {ZENDESK_API_TOKEN})을 확인하십시오',
  404: 'Zendesk가 이 주소를 알지 못합니다. {ZENDESK_SUBDOMAIN}이 {.zendesk.com} 앞부분과 같은지 확인하십시오',
}

/** Zendesk에서 읽을 수 있는 것과 읽을 수 없는 이유를 코드별로 설명합니다. */
export const connectionKorean: Record<keyof typeof connectionEnglish, string> = {
  account_allowed: '브랜드, 그룹, 상담원을 읽을 수 있습니다',
  account_401: support[401],
  account_403:
    'Zendesk가 브랜드, 그룹, 상담원 조회를 거부합니다. OAuth 클라이언트를 관리자에게 연결하고 범위 "{read}"를 부여하십시오',
  account_404: support[404],

  chats_allowed: '실시간 채팅을 읽을 수 있습니다',
  chats_not_configured:
    '{ZENDESK_CHAT_TOKEN}이 없습니다. {Chat} > 설정 > 계정 > API에서 범위가 "{read}"인 토큰을 만든 뒤 환경 변수로 설정하거나 {npm run admin -- connect}로 저장하십시오',
  chats_401:
    'Zendesk {Chat}이 토큰을 받아들이지 않습니다. {Chat} > 설정 > 계정 > API에서 토큰을 새로 만들어 {ZENDESK_CHAT_TOKEN}에 넣으십시오',
  chats_403:
    'Zendesk {Chat}이 채팅 기록 조회를 거부합니다. {Chat} 관리자 계정으로 범위가 "{read}"인 토큰을 만들어 {ZENDESK_CHAT_TOKEN}에 넣으십시오',
  chats_404:
    '이 계정에는 Zendesk {Chat}이 없습니다. {ZENDESK_SUBDOMAIN}이 {.zendesk.com} 앞부분과 같은지, {Chat}을 아직 사용 중인지 확인하십시오',
  chat_client_secret_missing:
    '{ZENDESK_CHAT_CLIENT_SECRET}이 없습니다. {ZENDESK_CHAT_CLIENT_ID}와 함께 환경 변수로 설정하거나 {npm run admin -- connect}로 저장하십시오',
  chat_token_refused:
    'Zendesk {Chat}이 이 OAuth 클라이언트에 토큰을 주지 않습니다. {ZENDESK_CHAT_CLIENT_ID}와 {ZENDESK_CHAT_CLIENT_SECRET}, 그리고 기밀 클라이언트인지 확인하거나, 대신 {ZENDESK_CHAT_TOKEN}에 토큰을 넣으십시오',

  tickets_allowed: '티켓을 읽을 수 있습니다',
  ai_agent_tickets_allowed: '{AI} 에이전트 티켓을 읽을 수 있습니다',
  tickets_401: support[401],
  tickets_403:
    'Zendesk가 티켓 증분 내보내기를 거부합니다. 관리자만 읽을 수 있으므로 OAuth 클라이언트를 관리자에게 연결하고 범위 "{read}"를 부여하십시오',
  tickets_404: support[404],

  ticket_details_allowed: '티켓별 진행 과정을 읽을 수 있습니다',
  ticket_details_untried: '티켓별 진행 과정을 읽을 수 있는지는 티켓이 하나라도 들어온 뒤에 확인됩니다',
  ticket_details_401: support[401],
  ticket_details_403:
    'Zendesk가 티켓 감사 기록 조회를 거부합니다. 전역 범위 "{read}"("{tickets:read}"만으로는 부족합니다)와 모든 티켓을 볼 수 있는 사용자가 필요합니다',
  ticket_details_404: support[404],

  satisfaction_ratings_allowed: '고객 만족도 평가를 읽을 수 있습니다',
  satisfaction_ratings_401: support[401],
  satisfaction_ratings_403:
    'Zendesk가 고객 만족도 평가 조회를 거부합니다. 관리자 권한과 CSAT가 포함된 요금제가 필요합니다. 새 설문만 쓰는 계정이라면 그대로 두어도 됩니다',
  satisfaction_ratings_404:
    '이 계정에는 고객 만족도 평가가 없습니다. 관리 센터에서 CSAT를 켜십시오. 새 설문만 쓰는 계정이라면 그대로 두어도 됩니다',

  survey_responses_allowed: 'CSAT 설문 응답을 읽을 수 있습니다',
  survey_responses_401: support[401],
  survey_responses_403:
    'Zendesk가 CSAT 설문 응답 조회를 거부합니다. 관리자 권한과 {Support Professional}, {Suite Growth} 이상의 요금제가 필요합니다. 이전 방식의 평가를 쓰는 계정이라면 그대로 두어도 됩니다',
  survey_responses_404:
    '이 계정에는 CSAT 설문이 없습니다. 관리 센터에서 설문을 켜십시오. 이전 방식의 평가를 쓰는 계정이라면 그대로 두어도 됩니다',

  engagements_allowed: '옴니채널 상담 기록을 읽을 수 있습니다',
  engagements_401: support[401],
  engagements_403:
    'Zendesk가 옴니채널 상담 기록 조회를 거부합니다. 옴니채널 라우팅과 관리자 권한이 필요하며, 없으면 전환 후의 상담 이관, 처리 시간, 동시 처리 수가 비어 있게 됩니다',
  engagements_404:
    '이 계정에는 옴니채널 상담 기록이 없습니다. 관리 센터에서 옴니채널 라우팅을 켜십시오. 그대로 두면 전환 후의 상담 이관, 처리 시간, 동시 처리 수가 비어 있게 됩니다',

  bot_conversations_allowed: '{AI agents – Advanced} 내보내기를 읽을 수 있습니다',
  bot_conversations_no_file:
    '{AI agents – Advanced}가 키를 받아들였습니다. 봇 대화가 없던 날처럼 어제 파일이 없습니다',
  bot_conversations_not_configured:
    '{AI agents – Advanced} 내보내기가 설정되지 않았습니다. {AI agents} > {Settings} > {API keys}에서 키를 만들어 {AI_AGENTS_API_KEY}와 {AI_AGENTS_ORGANIZATION_ID}를 설정하십시오. 이 부가 기능이 없는 계정이라면 그대로 두어도 됩니다',
  bot_conversations_no_bot:
    '등록된 봇이 없습니다. 봇의 내보내기를 읽으려면 설정({npm run admin -- settings export})에서 브랜드마다 봇 식별자를 지정하십시오',
  bot_conversations_401:
    '{AI agents – Advanced}가 키를 받아들이지 않습니다. {AI agents} > {Settings} > {API keys}에서 키를 만들어 {AI_AGENTS_API_KEY}에 넣으십시오',
  bot_conversations_403:
    '{AI agents – Advanced}가 데이터 내보내기를 거부합니다. 데이터를 내보낼 수 있는 키를 만들어 {AI_AGENTS_API_KEY}에 넣으십시오',
  bot_conversations_404:
    '{AI agents – Advanced}가 이 주소나 봇을 알지 못합니다. {AI_AGENTS_BASE_URL}과 설정의 봇 식별자를 확인하십시오',
  ai_agents_redirected: '{AI agents – Advanced}가 다른 주소로 보냅니다. {AI_AGENTS_BASE_URL}을 확인하십시오',
  ai_agents_plain_address:
    '{AI agents – Advanced}가 알려 준 파일 주소가 {https}가 아니어서 파일을 받지 않았습니다. {AI_AGENTS_BASE_URL}을 확인하십시오',

  reconciliation_allowed: '티켓 수를 셀 수 있어 저장된 데이터를 대조할 수 있습니다',
  reconciliation_401: support[401],
  reconciliation_403:
    'Zendesk가 티켓 수 조회를 거부합니다. OAuth 클라이언트를 관리자에게 연결하고 범위 "{read}"를 부여하십시오',
  reconciliation_404: support[404],

  credential_oauth: 'OAuth 클라이언트를 통해 관리자로 Zendesk에 연결되어 있습니다',
  credential_missing:
    'Zendesk 계정의 비밀 값이 없습니다. {ZENDESK_CLIENT_SECRET}(또는 {ZENDESK_API_TOKEN})을 환경 변수로 설정하거나 {npm run admin -- connect}로 저장하십시오',
  credential_anonymous:
    'Zendesk가 익명 사용자로 응답합니다. 이메일 주소나 토큰이 맞지 않습니다. {ZENDESK_EMAIL}과 {ZENDESK_API_TOKEN}을 확인하거나 관리 센터 > 앱 및 통합 > API에서 OAuth 클라이언트를 만드십시오',
  credential_not_admin:
    'Zendesk가 받아들인 자격 증명의 사용자는 관리자가 아닙니다. 내보내기는 관리자만 할 수 있으므로 관리 센터 > 앱 및 통합 > API > OAuth 클라이언트에서 클라이언트를 관리자에게 연결하십시오',
  everything_refused:
    'Zendesk가 토큰은 주지만 모든 요청을 거부합니다. 관리 센터 > 앱 및 통합 > API > OAuth 클라이언트에서 클라이언트에 범위 "{read}"를 부여하고 관리자에게 연결하십시오',
  scope_missing:
    'OAuth 클라이언트의 토큰에 필요한 범위가 없습니다. 관리 센터 > 앱 및 통합 > API > OAuth 클라이언트에서 클라이언트에 범위 "{read}"를 부여하십시오("{tickets:read}"만으로는 부족합니다)',
  credential_first: 'Zendesk에 연결된 뒤에 확인할 수 있습니다',
  api_token_ends:
    'API 토큰은 {2027-04-30}에 종료됩니다. 그 전에 관리 센터 > 앱 및 통합 > API에서 OAuth 클라이언트를 만들어 {ZENDESK_CLIENT_ID}와 {ZENDESK_CLIENT_SECRET}을 설정하고 {ZENDESK_EMAIL}과 {ZENDESK_API_TOKEN}을 지우십시오',
  api_token_ended:
    'Zendesk가 {2027-04-30}에 API 토큰을 종료하여 더 이상 토큰을 보내지 않습니다. 관리 센터 > 앱 및 통합 > API에서 OAuth 클라이언트를 만들어 {ZENDESK_CLIENT_ID}와 {ZENDESK_CLIENT_SECRET}을 설정하십시오',
  token_invalid_client:
    'Zendesk가 이 OAuth 클라이언트나 비밀 값을 알지 못합니다. {ZENDESK_CLIENT_ID}와 {ZENDESK_CLIENT_SECRET}, 그리고 기밀 클라이언트이며 범위 "{read}"가 있는지 확인하십시오',
  token_invalid_scope:
    'OAuth 클라이언트에 범위 "{read}"가 허용되지 않았습니다. 관리 센터 > 앱 및 통합 > API > OAuth 클라이언트에서 범위를 추가하십시오',
  token_refused:
    'Zendesk가 이 OAuth 클라이언트에 토큰을 주지 않습니다. {ZENDESK_CLIENT_ID}와 {ZENDESK_CLIENT_SECRET}, 그리고 기밀 클라이언트이며 범위 "{read}"가 있는지 확인하십시오',
  token_404: support[404],

  redirected: 'Zendesk가 다른 주소로 보냅니다. {ZENDESK_SUBDOMAIN} 또는 {ZENDESK_BASE_URL}을 확인하십시오',
  unexpected_status: 'Zendesk가 알 수 없는 오류로 응답했습니다. {status.zendesk.com}을 확인하십시오',
  unknown_form: 'Zendesk가 이 버전이 알지 못하는 형식으로 응답했습니다. Cutover의 새 버전을 확인하십시오',
  list_stuck:
    'Zendesk가 목록의 같은 페이지를 다음 페이지로 되풀이하여 가리킵니다. 다음 실행 때 다시 시도합니다. 계속되면 {status.zendesk.com}을 확인하십시오',
  no_brand: 'Zendesk가 브랜드를 하나도 보여 주지 않습니다. OAuth 클라이언트를 계정 관리자에게 연결하십시오',
  clock_ahead:
    '이 서버의 시계가 실제보다 한 시간 넘게 앞서 있어 Zendesk가 아직 오지 않은 시각이라며 거부합니다. 시계를 맞추십시오',
  log_slow:
    'Zendesk가 대화 기록 요청에 1분 안에 응답하지 않았습니다. 대화 기록이 필요한 티켓은 다음 실행 때 읽습니다. 계속되면 {status.zendesk.com}을 확인하십시오',
  no_answer:
    'Zendesk가 여러 번의 시도에도 응답하지 않았습니다. 다음 실행 때 이어서 읽습니다. 계속되면 {status.zendesk.com}과 네트워크를 확인하십시오',
  upstream: '다른 시스템이 오류로 응답했습니다. 자세한 내용은 로그에 있습니다',
}

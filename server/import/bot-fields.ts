import type { ImportField } from './import-field.ts'
import { field } from './import-field.ts'

/** What a file of a bot’s verdicts may tell. */
export const botFields: readonly ImportField[] = [
  field(
    'started_at',
    'moment',
    `started at, start time, conversation start, conversation started at, conversation start time,
    created at, conversation created timestamp, timestamp, time, start, started, 시작 시간, 시작 시각,
    시작 일시, 시작일시, 시작시간, 대화 시작, 대화 시작 시간, 대화 시작 일시, 생성 일시, 생성일시, 생성 시간, 일시`,
  ),
  field(
    'day',
    'day',
    `day, date, conversation date, started date, start date, created date, 날짜, 일자, 일, 기준일, 시작일,
    대화 날짜, 생성일`,
  ),
  field(
    'ended_at',
    'moment',
    `ended at, end time, conversation end, conversation end time, end, ended, 종료 시간, 종료 시각, 종료 일시,
    종료일시, 종료시간, 대화 종료`,
  ),
  field(
    'external_id',
    'key',
    `conversation id, external id, session id, ticket id, id, 대화 id, 대화id, 세션 id, 티켓 id, 대화 번호, 아이디`,
  ),
  field(
    'brand',
    'brand',
    `brand, brand name, brand id, ticket brand, subdomain, 브랜드, 브랜드명, 브랜드 이름, 브랜드 id, 티켓 브랜드`,
  ),
  field(
    'bot_id',
    'word',
    `bot id, bot, bot name, ai agent, ai agent id, ai agent name, 봇, 봇 id, 봇 이름, ai 상담원, ai 에이전트`,
  ),
  field(
    'count',
    'whole',
    `count, conversations, conversation count, number of conversations, total conversations,
    sessions, tickets, 대화 수, 대화수, 건수, 전체 대화, 전체 건수, 세션 수`,
  ),
  field(
    'resolved',
    'resolved',
    `resolved, is resolved, automated resolution, automatically resolved, resolution,
    last resolution, resolution type, outcome, 해결, 해결 여부, 자동 해결, 자동 해결 여부, 해결 유형, 결과`,
  ),
  field(
    'resolved_count',
    'whole',
    `resolved count, automated resolutions, resolutions, resolved conversations,
    number of automated resolutions, ars, 해결 수, 해결 건수, 자동 해결 수, 자동 해결 건수`,
  ),
  field('tier', 'word', `resolution tier, tier, automated resolution tier, 해결 등급, 해결 단계, 등급`),
  field(
    'escalated',
    'yes_no',
    `escalated, is escalated, handed off, handoff, escalation, transferred, 상담원 연결, 상담원 연결 여부,
    에스컬레이션, 이관, 이관 여부`,
  ),
  field(
    'escalated_count',
    'whole',
    `escalated count, escalations, handoffs, escalated conversations, 상담원 연결 수, 상담원 연결 건수, 에스컬레이션 수,
    이관 수, 이관 건수`,
  ),
  field('status', 'word', `status, conversation status, 상태, 대화 상태`),
  field('language', 'language', `language, locale, lang, 언어, 로캘`),
  field('channel', 'word', `channel, 채널`),
]

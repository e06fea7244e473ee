import type { ImportField } from './import-field.ts'
import { field } from './import-field.ts'

/** What a file of live chats may tell. */
export const chatFields: readonly ImportField[] = [
  field('chat_id', 'chat_key', `chat id, id, conversation id, 채팅 id, 채팅id, 채팅 번호, 상담 id, 아이디`),
  field(
    'started_at',
    'moment',
    `started at, chat start, chat started at, start time, chat start time, timestamp, created at,
    start, started, time, 시작 시간, 시작 시각, 시작 일시, 시작일시, 시작시간, 채팅 시작, 채팅 시작 시간, 상담 시작, 생성 일시, 생성일시, 일시`,
  ),
  field(
    'ended_at',
    'moment',
    `ended at, chat end, end time, chat end time, end timestamp, end, ended, 종료 시간, 종료 시각, 종료 일시,
    종료일시, 종료시간, 채팅 종료, 상담 종료`,
  ),
  field(
    'duration',
    'seconds',
    `duration, chat duration, duration seconds, chat duration sec, 소요 시간, 채팅 시간, 상담 시간, 지속 시간`,
  ),
  field('type', 'chat_type', `type, chat type, 유형, 채팅 유형, 구분`),
  field('brand', 'brand', `brand, brand name, brand id, subdomain, 브랜드, 브랜드명, 브랜드 이름, 브랜드 id`),
  field(
    'department',
    'department',
    `department, department id, department name, group, chat department, 부서, 부서명, 부서 이름, 부서 id, 그룹`,
  ),
  field(
    'page',
    'page',
    `page, page url, url, webpath, start page, host, chat page, 페이지, 시작 페이지, 페이지 주소, 페이지 url`,
  ),
  field(
    'first_reply_seconds',
    'seconds',
    `first reply seconds, first response time, first reply time, response time first,
    first response, wait time, first reply, 최초 응답 시간, 첫 응답 시간, 첫 응답, 최초 응답, 대기 시간`,
  ),
  field(
    'first_reply_at',
    'moment',
    `first reply at, first response at, first replied at, 최초 응답 시각, 첫 응답 시각, 첫 응답 일시, 최초 응답 일시`,
  ),
  field(
    'missed',
    'yes_no',
    `missed, is missed, missed chat, unanswered, 부재, 부재중, 누락, 놓친 채팅, 미응답, 부재 여부`,
  ),
  field('dropped', 'yes_no', `dropped, is dropped, 이탈, 이탈 여부`),
  field('agent_count', 'whole', `agent count, number of agents, agents count, 상담원 수, 상담사 수`),
  field(
    'agents',
    'names',
    `agents, agent names, agent ids, agent name, agent, 상담원, 상담사, 담당자, 상담원 이름`,
  ),
  field(
    'customer_messages',
    'whole',
    `customer messages, visitor messages, visitor message count, count visitor, end user messages,
    고객 메시지 수, 고객 메시지, 방문자 메시지 수, 방문자 메시지`,
  ),
  field(
    'agent_messages',
    'whole',
    `agent messages, agent message count, count agent, 상담원 메시지 수, 상담원 메시지, 상담사 메시지 수`,
  ),
  field(
    'rating',
    'word',
    `rating, chat rating, satisfaction, satisfaction rating, csat, 평가, 만족도, 고객 만족도, 상담 평가`,
  ),
  field('tags', 'tags', `tags, chat tags, 태그`),
  field('ticket_id', 'whole', `ticket id, ticket, zendesk ticket id, 티켓 id, 티켓id, 티켓 번호, 티켓`),
  field(
    'visitor_email',
    'email',
    `visitor email, email, e mail, customer email, requester email, visitor e mail, 방문자 이메일, 고객 이메일,
    이메일, 메일`,
  ),
  field('language', 'language', `language, locale, lang, 언어, 로캘`),
]

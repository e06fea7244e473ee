import { z } from 'zod'
import { addDays } from '../../server/periods/day.ts'
import { dayOf } from '../../server/periods/zone.ts'
import { UpstreamError } from '../../server/platform/problem.ts'
import { readLatestTicketId } from '../../server/store/permission-checks.ts'
import { readAccountSettings } from '../../server/store/settings.ts'
import type { ConnectionCode } from '../../server/text/connection.ts'
import type { SyncContext } from '../sync-stream.ts'
import type { ZendeskRequest } from '../zendesk/request.ts'
import type { Finding } from './finding.ts'
import { finding } from './finding.ts'

/** One small question about what a stream reads. @throws what Zendesk refuses with */
export type Question = {
  subject: string
  /** Support's questions are left out while there is no way in. */
  audience: 'support' | 'chat' | 'ai-agents'
  ask(given: SyncContext): Promise<Finding>
}

/** Far enough back for every export that keeps back the latest minutes. */
const BACK_SECONDS = 600
const onePage = { 'page[size]': 1 }

/** In the order in which pages show the answers. */
export const questions: readonly Question[] = [
  {
    subject: 'account',
    audience: 'support',
    async ask(given) {
      const about = { bucket: 'account', subject: 'account' } as const
      await given.client.get({ ...about, path: '/api/v2/account/settings' })
      return askFor(given, 'account_allowed', { ...about, path: '/api/v2/brands', query: onePage })
    },
  },
  {
    subject: 'chats',
    audience: 'chat',
    ask: (given) =>
      askFor(given, 'chats_allowed', {
        path: '/api/v2/chat/incremental/chats',
        query: { start_time: recently(given), limit: 1, fields: 'chats(id)' },
        bucket: 'chat',
        subject: 'chats',
      }),
  },
  {
    subject: 'tickets-agent',
    audience: 'support',
    ask: (given) => askFor(given, 'tickets_allowed', exportOf(given, 'agent')),
  },
  {
    subject: 'tickets-ai-agent',
    audience: 'support',
    ask: (given) => askFor(given, 'ai_agent_tickets_allowed', exportOf(given, 'ai_agent')),
  },
  { subject: 'ticket-details', audience: 'support', ask: askForOneTicket },
  {
    subject: 'satisfaction-ratings',
    audience: 'support',
    ask: (given) =>
      askFor(given, 'satisfaction_ratings_allowed', {
        path: '/api/v2/satisfaction_ratings',
        query: onePage,
        bucket: 'account',
        subject: 'satisfaction-ratings',
      }),
  },
  {
    subject: 'survey-responses',
    audience: 'support',
    ask: (given) =>
      askFor(given, 'survey_responses_allowed', {
        path: '/api/v2/guide/survey_responses',
        query: onePage,
        bucket: 'account',
        subject: 'survey-responses',
      }),
  },
  {
    subject: 'engagements',
    audience: 'support',
    ask: (given) =>
      askFor(given, 'engagements_allowed', {
        path: '/api/v2/engagements',
        query: { start_time: recently(given), page_size: 1 },
        bucket: 'omnichannel',
        subject: 'engagements',
      }),
  },
  { subject: 'bot-conversations', audience: 'ai-agents', ask: askForOneBotDay },
  {
    subject: 'reconciliation',
    audience: 'support',
    ask: (given) =>
      askFor(given, 'reconciliation_allowed', {
        path: '/api/v2/search/count',
        query: { query: `type:ticket created>=${new Date(recently(given) * 1000).toISOString()}` },
        bucket: 'search',
        subject: 'reconciliation',
      }),
  },
]

async function askFor(
  { client }: SyncContext,
  code: ConnectionCode,
  request: ZendeskRequest,
): Promise<Finding> {
  // Any document will do: what is in it is the streams' matter.
  z.record(z.string(), z.unknown()).parse(await client.get(request))
  return finding('allowed', code)
}

function exportOf(given: SyncContext, scope: 'agent' | 'ai_agent'): ZendeskRequest {
  return {
    path: '/api/v2/incremental/tickets/cursor',
    query: { start_time: recently(given), per_page: 1, support_type_scope: scope },
    bucket: 'incremental',
    subject: 'tickets',
  }
}

/** Needs a ticket to ask about; one that is gone meanwhile tells nothing. */
async function askForOneTicket(given: SyncContext): Promise<Finding> {
  const ticketId = readLatestTicketId(given.db)
  if (ticketId === null) return finding('unknown', 'ticket_details_untried')
  try {
    return await askFor(given, 'ticket_details_allowed', {
      path: `/api/v2/tickets/${ticketId}/audits`,
      query: onePage,
      bucket: 'account',
      subject: 'ticket-details',
    })
  } catch (error) {
    if (!(error instanceof UpstreamError) || error.status !== 404) throw error
    return finding('unknown', 'ticket_details_untried')
  }
}

/** Yesterday's file of the first bot: that there is none is an answer too. */
async function askForOneBotDay({ db, clock, aiAgents }: SyncContext): Promise<Finding> {
  if (!aiAgents.hasKey) return finding('not_configured', 'bot_conversations_not_configured')
  const bot = readAccountSettings(db).brands.flatMap(({ bots }) => bots)[0]
  if (bot === undefined) return finding('not_configured', 'bot_conversations_no_bot')
  const addresses = await aiAgents.readAddresses(bot, addDays(dayOf(clock.now(), 'UTC'), -1))
  return finding('allowed', addresses ? 'bot_conversations_allowed' : 'bot_conversations_no_file')
}

function recently({ clock }: SyncContext): number {
  return Math.floor(clock.now() / 1000) - BACK_SECONDS
}

import type { TicketRecord } from './ticket-record.ts'

/** Channels Zendesk has always had: their tickets are no conversations in a messenger. */
const plainChannels = new Set([
  'web',
  'email',
  'api',
  'rule',
  'voice',
  'phone',
  'web_form',
  'web_service',
  'web_widget',
  'mobile',
  'mobile_sdk',
  'helpcenter',
  'forum',
  'topic',
  'closed_ticket',
  'ticket_sharing',
  'side_conversation',
  'any_channel',
  'get_satisfaction',
  'dropbox',
  'logmein_rescue',
  'sample_ticket',
  'sample_interactive_ticket',
  'system',
  'twitter',
  'twitter_dm',
  'twitter_favorite',
  'twitter_like',
  'facebook',
  'facebook_post',
  'facebook_message',
  'sms',
  'mailgun',
  'answer_bot_for_agents',
  'answer_bot_for_slack',
  'answer_bot_for_sdk',
  'answer_bot_api',
  'answer_bot_for_web_widget',
  '',
])

/**
 * Whether a ticket is a conversation in a messenger: as Zendesk says, and where it does not, unless the channel is known
 * to be none. A channel nobody has heard of is rather asked about than passed over in silence.
 */
export function isMessagingTicket({ via, from_messaging_channel: said }: TicketRecord): boolean {
  if (said === 0 || said === 1) return said === 1
  return !plainChannels.has(via?.channel ?? '')
}

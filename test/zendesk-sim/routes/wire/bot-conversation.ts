import { isoSeconds } from '../../wire-time.ts'
import { botConversationId, botStars } from '../../world/bot-export.ts'
import { stableHex } from '../../stable-number.ts'
import type { WorldBrand, WorldTicket } from '../../world/types.ts'

type Row = Record<string, unknown>

/** How one bot's files look: each of these has been met. */
export type ExportForm = {
  urlsKey: 'urls' | 'signed_urls'
  files: 1 | 2
  write(rows: readonly Row[]): string
  render(row: Row): Row
}

export const exportForms: readonly ExportForm[] = [
  { urlsKey: 'urls', files: 1, write: (rows) => JSON.stringify(rows), render: upperCased },
  {
    urlsKey: 'signed_urls',
    files: 1,
    write: (rows) => rows.map((row) => JSON.stringify(row)).join('\n'),
    render: asText,
  },
  {
    urlsKey: 'urls',
    files: 2,
    write: (rows) => JSON.stringify({ labels: [], conversations: rows }),
    render: inCamelCase,
  },
]

/** A conversation as v3 of the export names its fields. */
export function renderBotConversation(
  brand: WorldBrand,
  ticket: WorldTicket,
  date: string,
  processed: number,
): Row {
  const isEscalated = ticket.handedOffAt !== null
  const isAutomated = ticket.resolution === 'automated'
  const stars = botStars(ticket)
  return {
    bot_id: brand.botId,
    bot_name: `${brand.name} bot`,
    conversation_id: botConversationId(ticket),
    platform_conversation_id: stableHex(24, ticket.id, 'conversation'),
    conversation_start_time: isoSeconds(ticket.startedAt),
    conversation_end_time: isoSeconds(ticket.handedOffAt ?? ticket.lastMessageAt),
    session_ended_timestamp: isoSeconds(ticket.startedAt + 2 * 3_600_000),
    conversation_end_date: date,
    conversation_type: 'chat',
    conversation_status: isEscalated ? 'Agent escalation' : 'AI agent handled',
    channel: 'messaging',
    language: 'ko',
    labels: [],
    segments: [],
    test_mode: false,
    is_llm_conversation: true,
    automated_resolution: isAutomated,
    automated_resolution_reasoning: isAutomated ? '고객이 답변을 확인했습니다.' : null,
    resolution_tier: isEscalated ? 'assisted escalation' : isAutomated ? 'contained resolution' : null,
    last_resolution: isEscalated ? 'Escalated to agent' : 'Resolved',
    triggered_replies: [{ reply_id: 'r1', reply_name: 'Order status', intent_id: 'i1' }],
    triggered_use_cases: ['order_status'],
    has_knowledge_response_attempt: true,
    knowledge_responseGenerated_count: 1,
    knowledge_notUndestood_count: 0,
    bot_messages_count: ticket.botMessages + 1,
    visitor_messages_count: ticket.customerMessages,
    not_understood_messages_count: 0,
    conversation_data: {
      name: '이서연',
      email: 'seoyeon@example.com',
      ...(stars !== null && { bsat: stars }),
    },
    zdp_meta_processed_timestamp: isoSeconds(processed),
  }
}

function upperCased(row: Row): Row {
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [key.toUpperCase(), value]))
}

/** Everything as text: yes/no, counts, epochs and session data. */
function asText({ conversation_data, ...row }: Row): Row {
  const texts = Object.entries(row).map(([key, value]): [string, unknown] => {
    if (/_(time|timestamp)$/.test(key)) return [key, String(Date.parse(String(value)))]
    return [key, typeof value === 'boolean' || typeof value === 'number' ? String(value) : value]
  })
  return { ...Object.fromEntries(texts), conversations_data: JSON.stringify(conversation_data) }
}

/** Epochs in seconds, counts with a fraction, yes/no as 1 and 0. */
function inCamelCase(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => {
      const name = key.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
      if (/_(time|timestamp)$/.test(key)) return [name, Date.parse(String(value)) / 1000]
      if (typeof value === 'boolean') return [name, value ? 1 : 0]
      return [name, typeof value === 'number' ? `${value}.0` : value]
    }),
  )
}

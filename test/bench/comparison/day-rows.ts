import type { Dice } from '../../support/dice.ts'

export type DayOfBrand = {
  brandId: number
  day: string
  /** Epoch ms of its first moment. */
  startsAt: number
  isAfter: boolean
  count: number
  /** How many conversations the brand had before. */
  first: number
}
export type BenchRow = {
  conversation: Record<string, unknown>
  rating: Record<string, unknown> | null
  engagement: { table: 'chat_engagement' | 'engagement'; row: Record<string, unknown> } | null
}

const LANGUAGES = ['ko', 'ko', 'ko', 'en', 'ja', null]
const TOPICS = ['other', 'delivery', 'refund', 'account', 'payment']
const CUSTOMERS = 20_000
const AGENTS = 8
const HOUR_MS = 3_600_000

/** One day of one brand: durations that scatter, a mix that does not change, some of it the bot's after the move. */
export function* dayRows(
  { brandId, day, startsAt, isAfter, count, first }: DayOfBrand,
  dice: Dice,
): Generator<BenchRow> {
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(dice.uniform() * items.length)]
  const dayShift = 0.2 * dice.normal()
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
  for (let i = 0; i < count; i++) {
    const number = brandId * 1_000_000 + first + i
    const hour = 8 + Math.floor(dice.uniform() * 14)
    const startedAt = startsAt + hour * HOUR_MS + Math.floor(dice.uniform() * HOUR_MS)
    const isBotAlone = isAfter && dice.uniform() < 0.25
    const source = !isAfter ? 'chat' : isBotAlone ? 'bot' : 'messaging'
    const isServed = !isBotAlone && dice.uniform() < 0.95
    const replySeconds =
      Math.round(90 * (isAfter ? 0.8 : 1) * Math.exp(dayShift + dice.normal()) * 1000) / 1000
    const talkMs = Math.round(600_000 * Math.exp(0.6 * dice.normal()))
    const replyAt = startedAt + Math.round(replySeconds * 1000)
    const endedAt = dice.uniform() < 0.98 ? replyAt + talkMs : null
    const id = `${isAfter ? 'ticket' : 'chat'}:${number}`
    const agentId = 1000 + brandId * AGENTS + Math.floor(dice.uniform() * AGENTS)
    const isRated = isServed && dice.uniform() < 0.15
    yield {
      conversation: {
        id,
        kind: 'conversation',
        channel: 'web',
        ticket_id: isAfter ? number : null,
        tags: '[]',
        seen_ai_agent: isBotAlone ? 1 : 0,
        scope: isAfter ? (isBotAlone ? 'ai_agent' : 'agent') : null,
        status: isAfter && endedAt !== null ? 'closed' : null,
        status_updated_at: isAfter && endedAt !== null ? endedAt + HOUR_MS : null,
        started_at: startedAt,
        first_customer_message_at: startedAt,
        source_reply_known: 1,
        first_any_reply_at: isServed ? replyAt : null,
        first_human_reply_at: isServed ? replyAt : null,
        ended_at: endedAt,
        customer_messages: 3 + Math.floor(dice.uniform() * 4),
        agent_messages: isServed ? 3 : 0,
        missed: isAfter ? null : isServed ? 0 : 1,
        dropped: isAfter ? null : 0,
        first_agent_at: isServed ? startedAt + Math.round(replySeconds * 500) : null,
        reply_gaps: 2,
        reply_gap_seconds: replySeconds * 1.5,
        pending_minutes: isAfter ? 0 : null,
        on_hold_minutes: isAfter ? 0 : null,
        updated_at: startedAt,
        source,
        requester_key: dice.uniform() < 0.85 ? `r${brandId}:${Math.floor(dice.uniform() * CUSTOMERS)}` : null,
        brand_id: brandId,
        brand_source: 'ticket',
        day,
        hour_of_week: weekday * 24 + hour,
        language: pick(LANGUAGES),
        topic: pick(TOPICS),
        bot_involved: isAfter && (isBotAlone || dice.uniform() < 0.6) ? 1 : 0,
        first_responder: isServed ? 'agent' : null,
        handed_off_at: isBotAlone ? null : startedAt,
        served: isServed ? 1 : 0,
        first_reply_seconds: isServed ? replySeconds : null,
        open_minutes_to_reply: isServed ? replySeconds / 60 : null,
        left_after_open_minutes: isServed || isBotAlone ? null : 20,
        reopened: isAfter && endedAt !== null ? Number(dice.uniform() < 0.06) : null,
        outcome: isBotAlone ? 'bot_contained' : isServed ? 'served' : 'unserved',
        resolved_by: endedAt === null ? null : isBotAlone ? 'bot' : isServed ? 'agent' : null,
        deleted: 0,
        outside_hours: hour < 9 || hour >= 18 ? 1 : 0,
        bot_resolved: isBotAlone ? Number(dice.uniform() < 0.7) : null,
      },
      rating: isRated
        ? {
            id: `${isAfter ? 'rating' : 'chat'}:${number}`,
            source: isAfter ? 'legacy_rating' : 'chat_rating',
            ticket_id: isAfter ? number : null,
            conversation_id: isAfter ? null : id,
            answered_at: replyAt + talkMs,
            category: dice.uniform() < 0.88 ? 'good' : 'bad',
            updated_at: startedAt,
          }
        : null,
      engagement: !isServed
        ? null
        : isAfter
          ? {
              table: 'engagement',
              row: {
                id: `e${number}`,
                ticket_id: number,
                agent_id: agentId,
                channel: 'messaging',
                raw_words: '{}',
                started_at: startedAt,
                ended_at: replyAt + talkMs,
                average_wait_seconds: replySeconds,
                total_wait_seconds: replySeconds * 2,
                agent_replies: 2,
              },
            }
          : {
              table: 'chat_engagement',
              row: {
                id: `${id}:1`,
                conversation_id: id,
                agent_id: agentId,
                started_at: startedAt,
                duration_seconds: (replyAt + talkMs - startedAt) / 1000,
                accepted: 1,
                assigned: 1,
                agent_messages: 3,
                customer_messages: 3,
              },
            },
    }
  }
}

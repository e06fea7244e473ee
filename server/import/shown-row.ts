import { dayOf, timeOfDay } from '../periods/zone.ts'
import type { ImportMapping } from './import-mapping.ts'
import type { StagedRow } from './line-reader.ts'

type Showing = { mapping: ImportMapping; zone: string; brands: ReadonlyMap<number, string> }

/**
 * How a line was read, field by field, for somebody to look over: wall-clock times of `zone`, `yes` and `no`, names of
 * brands. What is kept as a keyed hash only is shown as `hashed`. Empty for a line that could not be read.
 */
export function shownRow(rows: readonly StagedRow[], showing: Showing): Record<string, string | null> {
  const [first] = rows
  if (first === undefined) return {}
  const all = first.kind === 'chats' ? shownChat(first.row, showing) : shownBotRow(rows, showing)
  return Object.fromEntries(
    Object.entries(all).filter(
      ([field, value]) => field in showing.mapping.columns || (field === 'brand' && value !== null),
    ),
  )
}

function shownChat(
  { facts, rating }: Extract<StagedRow, { kind: 'chats' }>['row'],
  { zone, brands }: Showing,
): Record<string, string | null> {
  const reply = facts.source_first_human_reply_at
  return {
    chat_id: facts.id.replace(/^chat:/, ''),
    started_at: moment(facts.started_at, zone),
    ended_at: moment(facts.ended_at, zone),
    duration: seconds(facts.started_at, facts.ended_at),
    type: facts.kind,
    brand: brandName(facts.ticket_brand_id, brands),
    department: text(facts.department_id),
    page: facts.page_host,
    first_reply_seconds: seconds(facts.started_at, reply),
    first_reply_at: moment(reply, zone),
    missed: yesNo(facts.missed),
    dropped: yesNo(facts.dropped),
    agent_count: text(facts.agent_count),
    agents: text(facts.agent_count),
    customer_messages: text(facts.customer_messages),
    agent_messages: text(facts.agent_messages),
    rating: rating?.category ?? rating?.raw_rating ?? null,
    tags: JSON.parse(facts.tags).join(', '),
    ticket_id: text(facts.ticket_id),
    visitor_email: facts.source_requester_key === null ? null : 'hashed',
    language: facts.locale,
  }
}

function shownBotRow(rows: readonly StagedRow[], { zone, brands }: Showing): Record<string, string | null> {
  const parts = rows.flatMap((staged) => (staged.kind === 'bot-resolutions' ? [staged.row] : []))
  const [row] = parts
  const sum = (of: 'resolved' | 'escalated') =>
    text(parts.reduce((total, part) => total + (part[of] === 1 ? part.count : 0), 0))
  return {
    started_at: moment(row.started_at, zone),
    day: row.day,
    ended_at: moment(row.ended_at, zone),
    external_id: 'hashed',
    brand: brandName(row.brand_id, brands),
    bot_id: row.bot_id,
    count: text(parts.reduce((total, { count }) => total + count, 0)),
    resolved: yesNo(row.resolved),
    resolved_count: sum('resolved'),
    tier: row.resolution_tier,
    escalated: yesNo(row.escalated),
    escalated_count: sum('escalated'),
    status: row.status,
    language: row.language,
    channel: row.channel,
  }
}

function moment(at: number | null, zone: string): string | null {
  if (at === null) return null
  return `${dayOf(at, zone)} ${new Date(timeOfDay(at, zone)).toISOString().slice(11, 19)}`
}

function seconds(from: number, to: number | null): string | null {
  return to === null ? null : String((to - from) / 1000)
}

function yesNo(value: number | null): string | null {
  return value === null ? null : value === 1 ? 'yes' : 'no'
}

function text(value: number | null): string | null {
  return value === null ? null : String(value)
}

function brandName(id: number | null, brands: ReadonlyMap<number, string>): string | null {
  return id === null ? null : (brands.get(id) ?? String(id))
}

import { compareCopies } from '../metrics/merge-conversations.ts'
import type { StoredConversation } from './conversations.ts'
import type { Database } from './database.ts'
import { insertByPlace, statement, valuesOf } from './database.ts'
import { markDirty } from './rollup-dirty.ts'

/** One agent's part in a live chat. */
export type ChatEngagement = {
  /** 'chat:<chat id>:<engagement id>'. */
  id: string
  conversation_id: string
  agent_id: number | null
  department_id: number | null
  /** Epoch ms. */
  started_at: number
  duration_seconds: number | null
  accepted: number | null
  assigned: number | null
  agent_messages: number | null
  customer_messages: number | null
}

const columns = [
  'id',
  'conversation_id',
  'agent_id',
  'department_id',
  'started_at',
  'duration_seconds',
  'accepted',
  'assigned',
  'agent_messages',
  'customer_messages',
] as const satisfies readonly (keyof ChatEngagement)[]

const insert = insertByPlace('chat_engagement', columns)

/**
 * Makes the stored engagements of a chat those of its copy that was just stored; a deleted chat has none. Nothing is
 * written where they are the same. To be called in the transaction that stored the chat; returns how many rows changed.
 */
export function storeChatEngagements(
  db: Database,
  engagements: readonly ChatEngagement[],
  { before, now }: StoredConversation,
): number {
  // A deleted chat's were removed with it, and only a newer copy can bring any back.
  if (now.deleted === 1) return before?.deleted === 1 ? 0 : removeChatEngagements(db, now.id)
  const wanted = inOrder(engagements)
  // Of a chat that was removed by hand they may still be there.
  if (!before) {
    const left = hasChatEngagements(db, now.id) ? removeChatEngagements(db, now.id) : 0
    return left + insertAll(db, wanted)
  }
  const stored = readChatEngagements(db, now.id)
  const difference = compareLists(wanted, stored)
  // Of two copies that tell the same the one with more engagements says more, else any fixed order will do.
  if (difference === 0 || (difference < 0 && compareCopies(now, before) === 0)) return 0
  const removed = removeChatEngagements(db, now.id)
  markDirty(db, now.brand_id, now.day)
  return removed + insertAll(db, wanted)
}

/** Forgets the engagements of a chat that was deleted; returns how many there were. */
export function removeChatEngagements(db: Database, conversationId: string): number {
  return statement(db, 'delete from chat_engagement where conversation_id = :conversationId').run({
    conversationId,
  }).changes
}

/** Looking costs less than a deletion that finds nothing, as nearly every one would. */
function hasChatEngagements(db: Database, conversationId: string): boolean {
  return (
    statement(db, 'select 1 from chat_engagement where conversation_id = :conversationId limit 1').get({
      conversationId,
    }) !== undefined
  )
}

/** A chat's engagements, in the order of their ids. */
export function readChatEngagements(db: Database, conversationId: string): ChatEngagement[] {
  return statement<ChatEngagement>(
    db,
    'select * from chat_engagement where conversation_id = :conversationId order by id',
  ).all({ conversationId })
}

function insertAll(db: Database, engagements: readonly ChatEngagement[]): number {
  for (const engagement of engagements) statement(db, insert).run(valuesOf(columns, engagement))
  return engagements.length
}

/** By id; one that is named twice counts once. */
function inOrder(engagements: readonly ChatEngagement[]): ChatEngagement[] {
  if (engagements.length < 2) return [...engagements]
  const byId = new Map<string, ChatEngagement>()
  for (const engagement of engagements) {
    const other = byId.get(engagement.id)
    if (!other || compareLists([engagement], [other]) > 0) byId.set(engagement.id, engagement)
  }
  return [...byId.values()].sort((one, other) => (one.id < other.id ? -1 : 1))
}

function compareLists(some: readonly ChatEngagement[], others: readonly ChatEngagement[]): number {
  if (some.length !== others.length) return some.length - others.length
  const [one, other] = [textOf(some), textOf(others)]
  return one === other ? 0 : one < other ? -1 : 1
}

function textOf(engagements: readonly ChatEngagement[]): string {
  return JSON.stringify(engagements.map((engagement) => columns.map((column) => engagement[column] ?? '')))
}

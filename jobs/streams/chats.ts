import { z } from 'zod'
import type { ConversationFacts } from '../../server/metrics/conversation-row.ts'
import { compareCopies } from '../../server/metrics/merge-conversations.ts'
import type { ChatEngagement } from '../../server/store/chat-engagements.ts'
import { storeChatEngagements } from '../../server/store/chat-engagements.ts'
import { storeConversations } from '../../server/store/conversations.ts'
import type { CsatAnswer } from '../../server/store/csat-answers.ts'
import { removeCsatAnswer, storeCsatAnswers } from '../../server/store/csat-answers.ts'
import type { Database } from '../../server/store/database.ts'
import { storeDeletedChats } from '../../server/store/deleted-chats.ts'
import type { QuarantineEntry } from '../../server/store/quarantine.ts'
import { readAccountSettings } from '../../server/store/settings.ts'
import { queryOf } from '../zendesk/list-page.ts'
import { amount } from '../zendesk/wire.ts'
import { engagementsOfChat } from './chat-engagements.ts'
import { leftOutOfHistory } from './chat-history.ts'
import type { StrippedChat } from './chat-record.ts'
import { chatRecordSchema, strippedChatOf } from './chat-record.ts'
import { conversationOfChat, ratingOfChat } from './chat-rows.ts'
import { plainChatOf } from './plain-chat.ts'
import type { Stream } from './stream.ts'
import { readTooRecent } from './too-recent.ts'
import { understandEach } from './understand.ts'

const PAGE_ROWS = 1000
/** Change it when more of a chat is kept: history is then read again. */
const READING_VERSION = 2

const envelopeSchema = z.object({
  chats: z.array(z.unknown()),
  end_time: amount.nullish(),
  end_id: z.string().nullish(),
  next_page: z.string().nullish(),
})

/** Live chats and offline messages, in the order of their last change. */
export const chats: Stream = {
  name: 'chats',
  scope: '',
  lane: 'chat',
  walk: 'changes',
  absentOn: [404],
  exclusionMs: 300_000,
  readsWith: () => [`form ${READING_VERSION}`],
  async readPage({ client, db, hashKey }, { startsAt, cursor }) {
    const from = cursor === null ? { start_time: Math.floor(startsAt / 1000) } : parseCursor(cursor)
    const body = await client
      .get({
        path: '/api/v2/chat/incremental/chats',
        query: { ...from, limit: PAGE_ROWS, fields: 'chats(*)' },
        bucket: 'chat',
        subject: 'chats',
      })
      .catch((error: unknown) => readTooRecent(error, cursor, { chats: [] }))
    const envelope = envelopeSchema.parse(body)
    const { stripped, records } = partStripped(envelope.chats)
    const { readings } = readAccountSettings(db)
    const rows: ChatRows[] = []
    const quarantined = understandEach(records, chatRecordSchema, plainChatOf, (chat, record) => {
      const { engagements, quarantined } = engagementsOfChat(chat)
      rows.push({
        facts: conversationOfChat(chat, hashKey, engagements),
        rating: ratingOfChat(chat, readings),
        engagements,
        quarantined: [...quarantined, ...leftOutOfHistory(chat, record)],
      })
    })
    const rounds = inRounds(rows)
    const isEmpty = envelope.chats.length === 0
    const pageTime = isEmpty || !envelope.end_time ? null : envelope.end_time * 1000
    const deleted = stripped.map(({ id, update_timestamp }) => ({
      conversation_id: `chat:${id}`,
      deleted_at: update_timestamp ?? pageTime,
    }))
    const next = (isEmpty ? null : nextCursor(envelope)) ?? cursor
    return {
      rows: envelope.chats.length,
      quarantined: [...quarantined, ...rounds.flat().flatMap((chat) => chat.quarantined)],
      cursor: next,
      // There is always a next page, and a page may be shorter than asked for: only an empty one ends the stream.
      isLast: isEmpty,
      repeatsItself: next === cursor,
      hasMore: envelope.chats.length >= PAGE_ROWS,
      reachedAt: Math.max(pageTime ?? startsAt, ...rows.slice(-1).map(({ facts }) => facts.updated_at)),
      write: () =>
        rounds.reduce((changed, chats) => changed + storeChats(db, chats), 0) +
        storeDeletedChats(db, deleted),
    }
  },
}

type ChatRows = {
  facts: ConversationFacts
  rating: CsatAnswer | null
  engagements: ChatEngagement[]
  quarantined: QuarantineEntry[]
}

/** Deleted chats of which little more than the id is left, and all the others. */
function partStripped(chats: readonly unknown[]): { stripped: StrippedChat[]; records: unknown[] } {
  const stripped: StrippedChat[] = []
  const records: unknown[] = []
  for (const chat of chats) {
    const deletion = strippedChatOf(chat)
    if (deletion) stripped.push(deletion)
    else records.push(chat)
  }
  return { stripped, records }
}

/**
 * A chat that changed while the page was made can stand on it twice: its latest copies, one of each chat in every round.
 * Only copies that tell the same of the chat itself are stored after one another.
 */
function inRounds(chats: readonly ChatRows[]): ChatRows[][] {
  const byId = new Map<string, ChatRows[]>()
  for (const chat of chats) {
    const copies = byId.get(chat.facts.id)
    const order = copies ? compareCopies(chat.facts, copies[0].facts) : 1
    if (order > 0) byId.set(chat.facts.id, [chat])
    else if (order === 0) copies?.push(chat)
  }
  const rounds: ChatRows[][] = []
  for (const copies of byId.values()) {
    copies.forEach((copy, round) => (rounds[round] ??= []).push(copy))
  }
  return rounds
}

function storeChats(db: Database, chats: readonly ChatRows[]): number {
  const { changed, outdated, byId } = storeConversations(
    db,
    chats.map(({ facts }) => facts),
  )
  const current = chats.filter(({ facts }) => !outdated.has(facts.id))
  let others = 0
  for (const { facts, rating, engagements } of current) {
    const stored = byId.get(facts.id)
    if (!stored) continue
    others += storeChatEngagements(db, engagements, stored)
    if (takesRatingBack(facts, rating, stored.before)) others += removeCsatAnswer(db, facts.id)
  }
  const given = current.map(({ rating }) => rating).filter((rating) => rating !== null)
  return changed + others + storeCsatAnswers(db, given)
}

/** Whether a rating stored before is not this copy's; of copies that tell the same of the chat the rated one stands. */
function takesRatingBack(
  facts: ConversationFacts,
  rating: CsatAnswer | null,
  before: ConversationFacts | undefined,
): boolean {
  // Nobody rated a chat that is new here before.
  if (!before || compareCopies(facts, before) === 0) return false
  return rating === null || facts.updated_at === before.updated_at
}

/** Time and id of the last row, else as the link has them: the time alone would never get past a page of one second. */
function nextCursor({ end_time, end_id, next_page }: z.infer<typeof envelopeSchema>): string | null {
  const link = queryOf(next_page ?? '')
  const time = end_time || Number(link.start_time)
  return time ? JSON.stringify({ start_time: time, start_id: end_id || (link.start_id ?? '') }) : null
}

const cursorSchema = z.object({ start_time: z.number(), start_id: z.string() })

function parseCursor(cursor: string): { start_time: number; start_id: string } {
  return cursorSchema.parse(JSON.parse(cursor))
}

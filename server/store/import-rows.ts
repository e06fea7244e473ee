import type { ImportedBotRow } from '../import/bot-row.ts'
import type { ImportedChat, ImportedRating } from '../import/chat-row.ts'
import type { AccountKnowledge } from '../metrics/account-knowledge.ts'
import type { ConversationFacts, ConversationRow } from '../metrics/conversation-row.ts'
import {
  isSameConversation,
  readConversation,
  readConversations,
  removeConversation,
  writeConversations,
} from './conversation-rows.ts'
import type { CsatAnswer } from './csat-answers.ts'
import { removeCsatAnswer, storeCsatAnswers } from './csat-answers.ts'
import type { Database } from './database.ts'
import { statement } from './database.ts'
import { deriveFromStore, readChatTicket } from './rederive-conversations.ts'
import { markDirty } from './rollup-dirty.ts'
import { concernsStandIns, refreshStandIn, refreshStandInsOf } from './stand-in-tickets.ts'

/** What became of one row; `held_…` left another's copy as it is. */
export type Placed = 'added' | 'changed' | 'unchanged' | 'held_from_zendesk' | 'held_from_import'

/** Imported ratings are older than anything Zendesk says of the same chat. */
const OLDEST = 0

/**
 * Whose copy of a chat is there already and stays as it is: Zendesk's own (the chat, or the ticket that stands in for
 * it), or another import's; null where there is none.
 */
export function holderOf(
  db: Database,
  { ticket_id }: Pick<ConversationFacts, 'ticket_id'>,
  stored: ConversationRow | undefined,
  sourceId: number | null,
): 'held_from_zendesk' | 'held_from_import' | null {
  if (!stored) {
    const ticket = ticket_id === null ? undefined : readConversation(db, `ticket:${ticket_id}`)
    return ticket && ticket.scope === null ? 'held_from_zendesk' : null
  }
  if (stored.import_id === null) return 'held_from_zendesk'
  return stored.import_id === sourceId ? null : 'held_from_import'
}

/**
 * Stores chats of an import, each of them once, with their ratings, and marks the days whose sums may change. To be
 * called in a transaction; tells of each, in their order, what became of it.
 */
export function placeChats(
  db: Database,
  sourceId: number,
  chats: readonly ImportedChat[],
  account: AccountKnowledge,
): Placed[] {
  const before = readConversations(
    db,
    chats.map(({ facts }) => facts.id),
  )
  const placed = chats.map(({ facts, rating }) => {
    const stored = before.get(facts.id)
    const held = holderOf(db, facts, stored, sourceId)
    if (held) return { held }
    const now = deriveFromStore(db, { ...facts, import_id: sourceId }, account)
    return { held: null, stored, now, isWritten: !stored || !isSameConversation(stored, now), rating }
  })
  const own = placed.filter((chat) => chat.held === null)
  writeConversations(
    db,
    own.map(({ stored, now }) => ({ stored, row: now })),
  )
  const written = own.filter(({ isWritten }) => isWritten)
  if (written.length > 0 && concernsStandIns(db, account)) {
    const changed = written.map(({ stored, now }) => ({ before: stored, now }))
    refreshStandInsOf(db, changed, account)
  }
  const ratings: CsatAnswer[] = []
  const outcomes = placed.map((chat): Placed => {
    if (chat.held !== null) return chat.held
    const isRated = changesRating(db, chat.now, chat.rating)
    if (isRated && chat.rating) ratings.push(answerOf(chat.now, chat.rating))
    if (!chat.stored) return 'added'
    return chat.isWritten || isRated ? 'changed' : 'unchanged'
  })
  storeCsatAnswers(db, ratings)
  return outcomes
}

/** Whether another import tells of the same conversations: they are counted once. */
export function isBotRowHeld(db: Database, key: string, sourceId: number | null): boolean {
  // All that one line stands for, however its outcomes were parted there: `<hash>`, `<hash>:resolved`, `<hash>:2`.
  const [line] = key.split(':')
  return (
    statement(
      db,
      `select 1 from import_source s
       where s.kind = 'bot-resolutions' and s.id is not :sourceId and exists (
         select 1 from bot_conversation b
         where b.id >= 'import:' || s.id || ':' || :line and b.id < 'import:' || s.id || ':' || :line || ';')`,
    ).get({ sourceId, line }) !== undefined
  )
}

/** Stores one row of a bot's verdicts. */
export function placeBotRow(db: Database, sourceId: number, { key, ...imported }: ImportedBotRow): Placed {
  if (isBotRowHeld(db, key, sourceId)) return 'held_from_import'
  const row = {
    ...imported,
    id: `import:${sourceId}:${key}`,
    import_id: sourceId,
    updated_at: imported.ended_at ?? imported.started_at,
  }
  const stored = statement<typeof row>(
    db,
    `select ${botColumns.join(', ')} from bot_conversation where id = :id`,
  ).get({ id: row.id })
  if (stored && botColumns.every((column) => stored[column] === row[column])) return 'unchanged'
  statement(db, upsertBotRow).run(row)
  markDirty(db, row.brand_id, row.day)
  if (stored) markDirty(db, stored.brand_id, stored.day)
  return stored ? 'changed' : 'added'
}

/** Takes one chat of an import out again, with its rating; its ticket may have to stand in for it from now on. */
export function takeOutChat(db: Database, conversationId: string, account: AccountKnowledge): void {
  const stored = readConversation(db, conversationId)
  if (!stored) return
  if (readImportedRating(db, conversationId)) removeCsatAnswer(db, conversationId)
  removeConversation(db, stored)
  const { ticket_id } = stored
  if (ticket_id !== null && concernsStandIns(db, account))
    refreshStandIn(db, ticket_id, readChatTicket(db, ticket_id), account)
}

export function takeOutBotRow(db: Database, id: string): void {
  const stored = statement<{ brand_id: number | null; day: string }>(
    db,
    'select brand_id, day from bot_conversation where id = :id',
  ).get({ id })
  if (!stored) return
  statement(db, 'delete from bot_conversation where id = :id').run({ id })
  markDirty(db, stored.brand_id, stored.day)
}

/** Whether the stored rating of an imported chat is another; it is then taken away. */
function changesRating(db: Database, facts: ConversationFacts, rating: ImportedRating | null): boolean {
  const stored = readImportedRating(db, facts.id)
  const isSame =
    (stored === undefined && rating === null) ||
    (stored !== undefined &&
      rating !== null &&
      stored.raw_rating === rating.raw_rating &&
      stored.category === rating.category &&
      stored.answered_at === rating.answered_at &&
      stored.ticket_id === facts.ticket_id)
  if (isSame) return false
  if (stored) removeCsatAnswer(db, facts.id)
  return true
}

function answerOf({ id, ticket_id }: ConversationFacts, rating: ImportedRating): CsatAnswer {
  return {
    id,
    source: 'chat_rating',
    ticket_id,
    conversation_id: id,
    offered_at: null,
    ...rating,
    reason: null,
    updated_at: OLDEST,
  }
}

type StoredRating = ImportedRating & { ticket_id: number | null }

function readImportedRating(db: Database, id: string): StoredRating | undefined {
  return statement<StoredRating>(
    db,
    `select raw_rating, category, answered_at, ticket_id from csat_answer
     where id = :id and updated_at = ${OLDEST}`,
  ).get({ id })
}

const botColumns = [
  'id',
  'bot_id',
  'brand_id',
  'day',
  'started_at',
  'ended_at',
  'language',
  'channel',
  'status',
  'resolution_tier',
  'last_resolution',
  'resolved',
  'escalated',
  'count',
  'updated_at',
  'import_id',
] as const

const upsertBotRow = `
  insert into bot_conversation (source, ${botColumns.join(', ')})
  values ('import', ${botColumns.map((column) => `:${column}`).join(', ')})
  on conflict (id) do update set ${botColumns
    .slice(1)
    .map((column) => `${column} = excluded.${column}`)
    .join(', ')}`

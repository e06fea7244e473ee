import type { Database } from './database.ts'
import { inTransaction, statement } from './database.ts'
import { markDirty } from './rollup-dirty.ts'

export type CsatAnswer = {
  id: string
  source: 'chat_rating' | 'legacy_rating' | 'survey'
  ticket_id: number | null
  conversation_id: string | null
  offered_at: number | null
  answered_at: number | null
  raw_rating: string | null
  category: 'good' | 'neutral' | 'bad' | null
  reason: string | null
  updated_at: number
}

const columns = [
  'id',
  'source',
  'ticket_id',
  'conversation_id',
  'offered_at',
  'answered_at',
  'raw_rating',
  'category',
  'reason',
  'updated_at',
] as const satisfies readonly (keyof CsatAnswer)[]

/** Stores ratings, the newest copy of each; marks the days of their conversations. Returns how many changed. */
export function storeCsatAnswers(db: Database, answers: readonly CsatAnswer[]): number {
  return inTransaction(db, () => {
    let changed = 0
    for (const answer of answers) {
      const stored = readCsatAnswer(db, answer.id)
      if (stored && !isNewer(answer, stored)) continue
      writeCsatAnswer(db, answer)
      markConversationDays(db, answer)
      if (stored) markConversationDays(db, stored)
      changed++
    }
    return changed
  })
}

/** Forgets a rating that was taken back; returns 1 if there was one. */
export function removeCsatAnswer(db: Database, id: string): number {
  const stored = readCsatAnswer(db, id)
  if (!stored) return 0
  statement(db, 'delete from csat_answer where id = :id').run({ id })
  markConversationDays(db, stored)
  return 1
}

function readCsatAnswer(db: Database, id: string): CsatAnswer | undefined {
  return statement<CsatAnswer>(db, 'select * from csat_answer where id = :id').get({ id })
}

/**
 * Of two copies with the same time the answered one is the later, else any fixed order will do. Those of a survey
 * differ only by the questions the settings name: the one read last stands.
 */
function isNewer(answer: CsatAnswer, stored: CsatAnswer): boolean {
  if (answer.updated_at !== stored.updated_at) return answer.updated_at > stored.updated_at
  if (answer.source === 'survey') return fingerprint(answer) !== fingerprint(stored)
  if ((answer.category === null) !== (stored.category === null)) return answer.category !== null
  return fingerprint(answer) > fingerprint(stored)
}

function fingerprint(answer: CsatAnswer): string {
  return JSON.stringify(columns.map((column) => answer[column]))
}

function writeCsatAnswer(db: Database, answer: CsatAnswer): void {
  statement(
    db,
    `insert into csat_answer (${columns.join(', ')}) values (${columns.map((column) => `:${column}`).join(', ')})
     on conflict (id) do update set ${columns
       .slice(1)
       .map((column) => `${column} = excluded.${column}`)
       .join(', ')}`,
  ).run(answer)
}

function markConversationDays(db: Database, answer: CsatAnswer): void {
  for (const { brand_id, day } of conversationDays(db, answer)) markDirty(db, brand_id, day)
}

function conversationDays(db: Database, answer: CsatAnswer): { brand_id: number | null; day: string }[] {
  if (answer.conversation_id !== null) {
    return statement<{ brand_id: number | null; day: string }>(
      db,
      'select brand_id, day from conversation where id = :id',
    ).all({ id: answer.conversation_id })
  }
  if (answer.ticket_id === null) return []
  return statement<{ brand_id: number | null; day: string }>(
    db,
    'select brand_id, day from conversation where ticket_id = :ticketId',
  ).all({ ticketId: answer.ticket_id })
}

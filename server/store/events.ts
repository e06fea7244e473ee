import type { EventKind } from '../contract-event.ts'
import { recordAudit } from './audit.ts'
import type { Database } from './database.ts'
import { inTransaction, statement } from './database.ts'

export const eventKinds = [
  'note',
  'outage',
  'campaign',
  'release',
  'staffing',
] as const satisfies readonly EventKind[]

/** A note on a brand-local day; `brandId` null stands for every brand, the names are of the people who wrote. */
export type StoredEvent = {
  id: number
  brandId: number | null
  day: string
  kind: EventKind
  words: string
  /** Epoch ms. */
  createdAt: number
  createdBy: string
  changedAt: number | null
  changedBy: string | null
}
export type EventWords = Pick<StoredEvent, 'brandId' | 'day' | 'kind' | 'words'>
/** Who does it (an e-mail address) and when (epoch ms). */
export type Author = { actor: string; now: number }

const select = `
  select event.id, event.brand_id as brandId, event.day, event.kind, event.words,
    event.created_at as createdAt, coalesce(author.name, event.created_by) as createdBy,
    event.changed_at as changedAt, coalesce(editor.name, event.changed_by) as changedBy
  from event
  left join person author on author.email = event.created_by
  left join person editor on editor.email = event.changed_by
  where event.deleted_at is null`

/** Events of these brands and those of all brands, latest day first. */
export function readEvents(db: Database, brandIds: readonly number[]): StoredEvent[] {
  return statement<StoredEvent>(
    db,
    `${select} and (event.brand_id is null or event.brand_id in (select value from json_each(:brandIds)))
     order by event.day desc, event.id desc`,
  ).all({ brandIds: JSON.stringify(brandIds) })
}

/** One that was not removed, or null. */
export function readEvent(db: Database, id: number): StoredEvent | null {
  return statement<StoredEvent>(db, `${select} and event.id = :id`).get({ id }) ?? null
}

/** Adds an event and gives back its id. */
export function addEvent(db: Database, event: EventWords, { actor, now }: Author): number {
  return inTransaction(db, () => {
    const { lastInsertRowid } = statement(
      db,
      `insert into event (brand_id, day, kind, words, created_at, created_by)
       values (:brandId, :day, :kind, :words, :now, :actor)`,
    ).run({ ...wordsOf(event), actor, now })
    const id = Number(lastInsertRowid)
    recordAudit(db, { at: now, actor, action: 'event_added', detail: lineOf(id, event) })
    return id
  })
}

/** Writes an event anew; one that says the same already is left as it is. */
export function changeEvent(db: Database, id: number, event: EventWords, { actor, now }: Author): void {
  inTransaction(db, () => {
    const { changes } = statement(
      db,
      `update event set brand_id = :brandId, day = :day, kind = :kind, words = :words,
         changed_at = :now, changed_by = :actor
       where id = :id and deleted_at is null
         and (brand_id is not :brandId or day <> :day or kind <> :kind or words <> :words)`,
    ).run({ ...wordsOf(event), id, actor, now })
    if (changes > 0) recordAudit(db, { at: now, actor, action: 'event_changed', detail: lineOf(id, event) })
  })
}

/** Takes an event off every axis; who removed it is kept. */
export function removeEvent(db: Database, event: Pick<StoredEvent, 'id'> & EventWords, author: Author): void {
  const { actor, now } = author
  inTransaction(db, () => {
    const { changes } = statement(
      db,
      'update event set deleted_at = :now, deleted_by = :actor where id = :id and deleted_at is null',
    ).run({ id: event.id, actor, now })
    if (changes > 0)
      recordAudit(db, { at: now, actor, action: 'event_removed', detail: lineOf(event.id, event) })
  })
}

function wordsOf({ brandId, day, kind, words }: EventWords): EventWords {
  return { brandId, day, kind, words }
}

function lineOf(id: number, { brandId, day, kind, words }: EventWords): string {
  return `${id}: ${day} ${brandId === null ? 'all brands' : `brand ${brandId}`} ${kind}: ${words}`
}

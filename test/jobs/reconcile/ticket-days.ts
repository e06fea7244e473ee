import { expect } from 'vitest'
import type { Database } from '../../../server/store/database.ts'

export function busiestTicketDay(
  db: Database,
  scope = 'agent',
  and = '',
): { brandId: number; day: string; n: number } {
  const found = db
    .prepare<[], { brandId: number; day: string; n: number }>(
      `select brand_id as brandId, day, count(*) as n from conversation
       where scope = '${scope}' and deleted = 0 and day < '2026-11-15' ${and}
       group by brand_id, day order by n desc, day limit 1`,
    )
    .get()
  if (!found) throw new Error('the world has no tickets')
  return found
}

export function remove(db: Database, where: string, rows: number): string[] {
  const ids = db
    .prepare<[], string>(`select id from conversation where ${where} order by id limit ${rows}`)
    .pluck()
    .all()
  expect(ids).toHaveLength(rows)
  for (const id of ids) db.prepare('delete from conversation where id = ?').run(id)
  return ids
}

export function moveToBrand(
  db: Database,
  { brandId, day }: { brandId: number; day: string },
  to: string,
  rows: number,
): void {
  db.exec(
    `update conversation set brand_id = ${to}, ticket_brand_id = ${to} where id in (
       select id from conversation where brand_id = ${brandId} and day = '${day}' and scope = 'agent'
         and deleted = 0 order by id limit ${rows})`,
  )
}

export function copyTicketOf(db: Database, brandId: number, day: string, ticketId: number): void {
  const row = db
    .prepare<[], Record<string, unknown>>(
      `select * from conversation where brand_id = ${brandId} and day = '${day}' and scope = 'agent' and deleted = 0`,
    )
    .get()
  const copy = { ...row, id: `ticket:${ticketId}`, ticket_id: ticketId }
  const columns = Object.keys(copy)
  db.prepare(
    `insert into conversation (${columns.join(', ')}) values (${columns.map((name) => `:${name}`).join(', ')})`,
  ).run(copy)
}

export function checkOf(db: Database, brandId: number, day: string): unknown {
  return db
    .prepare(`select * from reconciliation where brand_id = ? and day = ? and days = 1 and scope = 'agent'`)
    .get(brandId, day)
}

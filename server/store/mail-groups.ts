import type { Language } from '../contract.ts'
import type { Database } from './database.ts'
import { inTransaction, statement } from './database.ts'
import type { Named } from './named-recipients.ts'
import { columnsOf, namedOf } from './named-recipients.ts'

export type MailGroup = Named & { id: number; name: string }

type MemberRow = {
  person_id: number | null
  address: string
  name: string | null
  language: Language
  brands: string | null
}

/** Makes a group, or gives one of that id another name and other members; gives back its id. */
export function writeGroup(
  db: Database,
  { id, name, ...members }: Named & { id: number | null; name: string },
) {
  return inTransaction(db, () => {
    const groupId = id ?? insertGroup(db, name)
    statement(db, 'update mail_group set name = :name where id = :groupId').run({ name, groupId })
    statement(db, 'delete from mail_group_member where group_id = :groupId').run({ groupId })
    const insert = statement(
      db,
      `insert into mail_group_member (group_id, person_id, address, name, language, brands)
       values (:groupId, :personId, :address, :name, :language, :brands) on conflict do nothing`,
    )
    const nobody = { address: null, name: null, language: null, brands: null }
    for (const personId of members.personIds) insert.run({ ...nobody, groupId, personId })
    for (const member of members.addresses) insert.run({ groupId, personId: null, ...columnsOf(member) })
    return groupId
  })
}

/** Groups with their members, by name. */
export function listGroups(db: Database): MailGroup[] {
  const groups = statement<{ id: number; name: string }>(
    db,
    'select id, name from mail_group order by name, id',
  ).all()
  const members = statement<MemberRow>(db, 'select * from mail_group_member where group_id = :id order by id')
  return groups.map((group) => ({ ...group, ...namedOf(members.all({ id: group.id })) }))
}

/** Schedules that name the group lose it. */
export function deleteGroup(db: Database, id: number): void {
  statement(db, 'delete from mail_group where id = :id').run({ id })
}

function insertGroup(db: Database, name: string): number {
  return Number(statement(db, 'insert into mail_group (name) values (:name)').run({ name }).lastInsertRowid)
}

import type { Language } from '../contract.ts'
import type { Database } from './database.ts'
import { inTransaction, statement } from './database.ts'

/** Somebody without an account: what an account would say of them. */
export type PlainRecipient = {
  /** Lower case. */
  address: string
  name: string | null
  language: Language
  /** Null: as the schedule. */
  brandIds: readonly number[] | null
}

/** Whom a schedule or a group names. */
export type Named = { personIds: readonly number[]; addresses: readonly PlainRecipient[] }
export type NamedRecipients = Named & { groupIds: readonly number[] }

/** Somebody who is to get a mail. */
export type Recipient = { address: string; personId: number | null; name: string; language: Language } & {
  /** Of somebody without an account; null = as the schedule. */
  brandIds: readonly number[] | null
}

type Row = {
  address: string
  person_id: number | null
  name: string | null
  language: Language
  brands: string | null
}

/**
 * Everybody a schedule reaches, by themselves or by a group, each address once, the schedule's own entry before a
 * group's. Whoever has an account is that account, also where only the address is named: it limits what they see. Closed
 * accounts are left out, and those who want no more mails or whose server refused the address.
 */
export function readRecipients(db: Database, scheduleId: number): Recipient[] {
  const rows = statement<Row>(db, reached).all({ scheduleId })
  const byAddress = new Map<string, Row>()
  for (const row of rows) if (!byAddress.has(row.address)) byAddress.set(row.address, row)
  return [...byAddress.values()].map(({ address, person_id, name, language, brands }) => ({
    address,
    personId: person_id,
    name: name ?? address,
    language,
    brandIds: brands === null ? null : (JSON.parse(brands) as number[]),
  }))
}

const reached = `
  with named as (
    select 0 as place, id, person_id, address, name, language, brands from report_recipient
    where schedule_id = :scheduleId and group_id is null
    union all
    select 1, member.id, member.person_id, member.address, member.name, member.language, member.brands
    from report_recipient join mail_group_member member on member.group_id = report_recipient.group_id
    where schedule_id = :scheduleId
  )
  select coalesce(person.email, named.address) as address, person.id as person_id,
    coalesce(person.name, named.name) as name, coalesce(person.language, named.language) as language, named.brands
  from named left join person on person.id = named.person_id or person.email = named.address
  where person.disabled_at is null
    and not exists (select 1 from mail_unsubscribed u
      where u.schedule_id = :scheduleId and u.address = coalesce(person.email, named.address))
    and not exists (select 1 from mail_refused_address r
      where r.address = coalesce(person.email, named.address))
  order by person.id is null, place, person.id, named.id`

/** Replaces whom a schedule names. */
export function writeRecipients(db: Database, scheduleId: number, recipients: NamedRecipients): void {
  inTransaction(db, () => {
    statement(db, 'delete from report_recipient where schedule_id = :scheduleId').run({ scheduleId })
    const insert = statement(
      db,
      `insert into report_recipient (schedule_id, person_id, group_id, address, name, language, brands)
       values (:scheduleId, :personId, :groupId, :address, :name, :language, :brands) on conflict do nothing`,
    )
    for (const personId of recipients.personIds) insert.run({ ...nobody, scheduleId, personId })
    for (const groupId of recipients.groupIds) insert.run({ ...nobody, scheduleId, groupId })
    for (const recipient of recipients.addresses)
      insert.run({ ...nobody, scheduleId, ...columnsOf(recipient) })
  })
}

/** Whom a schedule names, reached or not. */
export function readNamedRecipients(db: Database, scheduleId: number): NamedRecipients {
  const rows = statement<Row & { group_id: number | null }>(
    db,
    'select * from report_recipient where schedule_id = :scheduleId order by id',
  ).all({ scheduleId })
  return {
    ...namedOf(rows),
    groupIds: rows.flatMap(({ group_id }) => (group_id === null ? [] : [group_id])),
  }
}

/** Nobody gets a schedule's mails at this address any more; asking twice changes nothing. */
export function unsubscribe(
  db: Database,
  { scheduleId, address, now }: { scheduleId: number; address: string; now: number },
): void {
  statement(
    db,
    `insert into mail_unsubscribed (schedule_id, address, at) values (:scheduleId, :address, :now)
     on conflict do nothing`,
  ).run({ scheduleId, address: address.toLowerCase(), now })
}

/** True once somebody ended a schedule's mails to the address. */
export function isUnsubscribed(db: Database, scheduleId: number, address: string): boolean {
  const sql = 'select 1 from mail_unsubscribed where schedule_id = :scheduleId and address = :address'
  return statement(db, sql).get({ scheduleId, address: address.toLowerCase() }) !== undefined
}

/** The recipient asked to get them again. */
export function resubscribe(db: Database, scheduleId: number, address: string): void {
  statement(db, 'delete from mail_unsubscribed where schedule_id = :scheduleId and address = :address').run({
    scheduleId,
    address: address.toLowerCase(),
  })
}

/** The mail server says that there is no such address: no schedule sends to it until a person says it is right. */
export function markRefused(
  db: Database,
  { address, message, now }: { address: string; message: string; now: number },
): void {
  statement(
    db,
    `insert into mail_refused_address (address, at, message) values (:address, :now, :message)
     on conflict (address) do update set at = excluded.at, message = excluded.message`,
  ).run({ address: address.toLowerCase(), message, now })
}

export function clearRefused(db: Database, address: string): void {
  statement(db, 'delete from mail_refused_address where address = :address').run({
    address: address.toLowerCase(),
  })
}

/** Addresses a schedule names that get nothing, and why. */
export function readStoppedAddresses(
  db: Database,
  scheduleId: number,
): { address: string; at: number; because: 'unsubscribed' | 'refused'; message: string | null }[] {
  return statement<{
    address: string
    at: number
    because: 'unsubscribed' | 'refused'
    message: string | null
  }>(
    db,
    `with named as (
       select coalesce(person.email, r.address, member_person.email, member.address) as address
       from report_recipient r left join person on person.id = r.person_id
         left join mail_group_member member on member.group_id = r.group_id
         left join person member_person on member_person.id = member.person_id
       where r.schedule_id = :scheduleId)
     select address, at, 'unsubscribed' as because, null as message from mail_unsubscribed
       where schedule_id = :scheduleId and address in (select address from named)
     union all
     select address, at, 'refused', message from mail_refused_address where address in (select address from named)
     order by address, because`,
  ).all({ scheduleId })
}

const nobody = { personId: null, groupId: null, address: null, name: null, language: null, brands: null }

export function columnsOf({ address, name, language, brandIds }: PlainRecipient) {
  return { address: address.toLowerCase(), name, language, brands: brandIds && JSON.stringify(brandIds) }
}

/** @param rows of a schedule or a group, addresses and accounts mixed */
export function namedOf(rows: readonly Row[]): Named {
  return {
    personIds: rows.flatMap(({ person_id }) => (person_id === null ? [] : [person_id])),
    addresses: rows
      .filter(({ address }) => address !== null)
      .map(({ address, name, language, brands }) => ({
        address,
        name,
        language,
        brandIds: brands === null ? null : (JSON.parse(brands) as number[]),
      })),
  }
}

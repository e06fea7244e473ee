import type { Database } from './database.ts'
import { statement } from './database.ts'
import type { NamedRecipients, Recipient, RecipientTable } from './named-recipients.ts'
import { readNamed, readReached, writeNamed } from './named-recipients.ts'

const ofReports: RecipientTable = {
  name: 'report_recipient',
  of: 'schedule_id',
  ended: 'from mail_unsubscribed ended where ended.schedule_id = :id and ended.address = who.address',
}

/** Everybody a schedule's mails go to. */
export function readRecipients(db: Database, scheduleId: number): Recipient[] {
  return readReached(db, ofReports, scheduleId)
}

/** Replaces whom a schedule names. */
export function writeRecipients(db: Database, scheduleId: number, recipients: NamedRecipients): void {
  writeNamed(db, ofReports, scheduleId, recipients)
}

/** Whom a schedule names, reached or not. */
export function readNamedRecipients(db: Database, scheduleId: number): NamedRecipients {
  return readNamed(db, ofReports, scheduleId)
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

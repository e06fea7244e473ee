import type { Language } from '../contract.ts'
import type { Database } from './database.ts'
import { inTransaction, statement } from './database.ts'
import type { NamedRecipients, Recipient } from './report-recipients.ts'
import { columnsOf, namedOf } from './report-recipients.ts'

type Row = {
  address: string
  person_id: number | null
  name: string | null
  language: Language
  brands: string | null
}

/**
 * Everybody a rule reaches, by themselves, by a group or as an administrator, each address once; an address that has an
 * account is that account. Closed accounts are left out, and those who want no more alerts or whose server refused the
 * address.
 */
export function readAlertRecipients(db: Database, ruleId: number): Recipient[] {
  const byAddress = new Map<string, Row>()
  for (const row of statement<Row>(db, reached).all({ ruleId }))
    if (!byAddress.has(row.address)) byAddress.set(row.address, row)
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
    select 0 as place, id, person_id, address, name, language, brands from alert_recipient
    where rule_id = :ruleId and group_id is null
    union all
    select 1, member.id, member.person_id, member.address, member.name, member.language, member.brands
    from alert_recipient join mail_group_member member on member.group_id = alert_recipient.group_id
    where rule_id = :ruleId
    union all
    select 2, person.id, person.id, null, null, null, null from person, alert_rule
    where alert_rule.id = :ruleId and alert_rule.tells_administrators = 1 and person.role = 'administrator'
  )
  select coalesce(person.email, named.address) as address, person.id as person_id,
    coalesce(person.name, named.name) as name, coalesce(person.language, named.language) as language, named.brands
  from named left join person on person.id = named.person_id or person.email = named.address
  where person.disabled_at is null
    and not exists (select 1 from alert_unsubscribed u where u.address = coalesce(person.email, named.address))
    and not exists (select 1 from mail_refused_address r
      where r.address = coalesce(person.email, named.address))
  order by person.id is null, place, person.id, named.id`

/** Replaces whom a rule names. */
export function writeAlertRecipients(db: Database, ruleId: number, recipients: NamedRecipients): void {
  inTransaction(db, () => {
    statement(db, 'delete from alert_recipient where rule_id = :ruleId').run({ ruleId })
    const insert = statement(
      db,
      `insert into alert_recipient (rule_id, person_id, group_id, address, name, language, brands)
       values (:ruleId, :personId, :groupId, :address, :name, :language, :brands) on conflict do nothing`,
    )
    for (const personId of recipients.personIds) insert.run({ ...nobody, ruleId, personId })
    for (const groupId of recipients.groupIds) insert.run({ ...nobody, ruleId, groupId })
    for (const recipient of recipients.addresses) insert.run({ ...nobody, ruleId, ...columnsOf(recipient) })
  })
}

/** Whom a rule names, reached or not. */
export function readNamedAlertRecipients(db: Database, ruleId: number): NamedRecipients {
  const rows = statement<Row & { group_id: number | null }>(
    db,
    'select * from alert_recipient where rule_id = :ruleId order by id',
  ).all({ ruleId })
  return {
    ...namedOf(rows),
    groupIds: rows.flatMap(({ group_id }) => (group_id === null ? [] : [group_id])),
  }
}

/** No alert goes to this address any more; asking twice changes nothing. */
export function unsubscribeFromAlerts(db: Database, address: string, now: number): void {
  statement(
    db,
    'insert into alert_unsubscribed (address, at) values (:address, :now) on conflict do nothing',
  ).run({ address: address.toLowerCase(), now })
}

export function isUnsubscribedFromAlerts(db: Database, address: string): boolean {
  const sql = 'select 1 from alert_unsubscribed where address = :address'
  return statement(db, sql).get({ address: address.toLowerCase() }) !== undefined
}

/** The recipient asked to get them again. */
export function resubscribeToAlerts(db: Database, address: string): void {
  statement(db, 'delete from alert_unsubscribed where address = :address').run({
    address: address.toLowerCase(),
  })
}

const nobody = { personId: null, groupId: null, address: null, name: null, language: null, brands: null }

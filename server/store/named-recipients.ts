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

/** Whom a schedule, an alert or a group names. */
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

/** Where the recipients of one kind of mail are kept. */
export type RecipientTable = {
  name: 'report_recipient' | 'alert_recipient'
  /** The column that says of which report or alert. */
  of: 'schedule_id' | 'rule_id'
  /** Those who want no more of these mails: SQL from `from` on; :id and `who.address` may be used. */
  ended: string
  /** Who is reached without being named: SQL with the columns of `named`. */
  unnamed?: string
}

/**
 * Everybody a report or an alert reaches, by themselves or by a group, each address once, its own entry before a group's.
 * Whoever has an account is that account, also where only the address is named: it limits what they see. Closed accounts
 * are left out, and those who want no more mails or whose server refused the address.
 */
export function readReached(db: Database, table: RecipientTable, id: number): Recipient[] {
  const byAddress = new Map<string, Row>()
  for (const row of statement<Row>(db, reachedSql(table)).all({ id }))
    if (!byAddress.has(row.address)) byAddress.set(row.address, row)
  return [...byAddress.values()].map(({ address, person_id, name, language, brands }) => ({
    address,
    personId: person_id,
    name: name ?? address,
    language,
    brandIds: brands === null ? null : (JSON.parse(brands) as number[]),
  }))
}

function reachedSql({ name, of, ended, unnamed }: RecipientTable): string {
  return `
  with named as (
    select 0 as place, id, person_id, address, name, language, brands from ${name}
    where ${of} = :id and group_id is null
    union all
    select 1, member.id, member.person_id, member.address, member.name, member.language, member.brands
    from ${name} recipient join mail_group_member member on member.group_id = recipient.group_id
    where ${of} = :id
    ${unnamed === undefined ? '' : `union all ${unnamed}`}
  ), who as (
    select place, named.id as entry_id, coalesce(person.email, named.address) as address, person.id as person_id,
      coalesce(person.name, named.name) as name, coalesce(person.language, named.language) as language, named.brands
    from named left join person on person.id = named.person_id or person.email = named.address
    where person.disabled_at is null
  )
  select address, person_id, name, language, brands from who
  where not exists (select 1 ${ended})
    and not exists (select 1 from mail_refused_address refused where refused.address = who.address)
  order by person_id is null, place, person_id, entry_id`
}

/** Replaces whom a report or an alert names. */
export function writeNamed(
  db: Database,
  { name, of }: RecipientTable,
  id: number,
  { personIds, groupIds, addresses }: NamedRecipients,
): void {
  inTransaction(db, () => {
    statement(db, `delete from ${name} where ${of} = :id`).run({ id })
    const insert = statement(
      db,
      `insert into ${name} (${of}, person_id, group_id, address, name, language, brands)
       values (:id, :personId, :groupId, :address, :name, :language, :brands) on conflict do nothing`,
    )
    for (const personId of personIds) insert.run({ ...nobody, id, personId })
    for (const groupId of groupIds) insert.run({ ...nobody, id, groupId })
    for (const recipient of addresses) insert.run({ ...nobody, id, ...columnsOf(recipient) })
  })
}

/** Whom a report or an alert names, reached or not. */
export function readNamed(db: Database, { name, of }: RecipientTable, id: number): NamedRecipients {
  const rows = statement<Row & { group_id: number | null }>(
    db,
    `select * from ${name} where ${of} = :id order by id`,
  ).all({ id })
  return {
    ...namedOf(rows),
    groupIds: rows.flatMap(({ group_id }) => (group_id === null ? [] : [group_id])),
  }
}

const nobody = { personId: null, groupId: null, address: null, name: null, language: null, brands: null }

export function columnsOf({ address, name, language, brandIds }: PlainRecipient) {
  return { address: address.toLowerCase(), name, language, brands: brandIds && JSON.stringify(brandIds) }
}

/** @param rows of a report, an alert or a group, addresses and accounts mixed */
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

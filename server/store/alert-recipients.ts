import type { Database } from './database.ts'
import { statement } from './database.ts'
import type { NamedRecipients, Recipient, RecipientTable } from './named-recipients.ts'
import { readNamed, readReached, writeNamed } from './named-recipients.ts'

const ofAlerts: RecipientTable = {
  name: 'alert_recipient',
  of: 'rule_id',
  ended: 'from alert_unsubscribed ended where ended.address = who.address',
  unnamed: `
    select 2, person.id, person.id, null, null, null, null from person, alert_rule
    where alert_rule.id = :id and alert_rule.tells_administrators = 1 and person.role = 'administrator'`,
}

/** Everybody an alert reaches: who it names, and administrators where it is for them. */
export function readAlertRecipients(db: Database, ruleId: number): Recipient[] {
  return readReached(db, ofAlerts, ruleId)
}

/** Replaces whom a rule names. */
export function writeAlertRecipients(db: Database, ruleId: number, recipients: NamedRecipients): void {
  writeNamed(db, ofAlerts, ruleId, recipients)
}

/** Whom a rule names, reached or not. */
export function readNamedAlertRecipients(db: Database, ruleId: number): NamedRecipients {
  return readNamed(db, ofAlerts, ruleId)
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

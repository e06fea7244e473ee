import type { DataTrouble } from '../../contract-alert.ts'
import { writeAlertRecipients } from '../../store/alert-recipients.ts'
import { createRule } from '../../store/alert-rules.ts'
import type { Database } from '../../store/database.ts'
import { inTransaction } from '../../store/database.ts'
import { firstAdministratorId, readPerson } from '../../store/people.ts'
import { readAccountSettings, readSetting, writeSetting } from '../../store/settings.ts'

const MADE = 'usual_alert_made'

export const everyTrouble: readonly DataTrouble[] = [
  'credential',
  'stream',
  'job',
  'reconciliation',
  'backlog',
  'mail',
  'disk',
]

/** So that no failure goes unnoticed, administrators are told of jobs and data from the start; they may change it. */
export function ensureUsualRule(db: Database, now: number): void {
  if (readSetting(db, MADE) !== null) return
  const ownerId = firstAdministratorId(db)
  const owner = ownerId === null ? null : readPerson(db, ownerId)
  if (owner === null) return
  inTransaction(db, () => {
    const id = createRule(
      db,
      {
        name: owner.language === 'ko' ? '데이터와 작업' : 'Data and jobs',
        watch: { kind: 'data', troubles: [...everyTrouble], hours: 6, freePercent: 5 },
        brandIds: null,
        tellsEnd: true,
        repeatDays: 3,
        zone: readAccountSettings(db).zone,
        hours: null,
        tellsAdministrators: true,
      },
      { ownerId: owner.id, now },
    )
    writeAlertRecipients(db, id, { personIds: [], groupIds: [], addresses: [] })
    writeSetting(db, MADE, String(id), now)
  })
}

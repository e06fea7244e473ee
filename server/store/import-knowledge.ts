import { createAccountNames } from '../import/account-names.ts'
import type { AccountNames } from '../import/account-names.ts'
import type { ImportMapping } from '../import/import-mapping.ts'
import type { DateOrder } from '../import/read-moment.ts'
import type { RowKnowledge } from '../import/row-cells.ts'
import { brandSettingsOf } from '../settings/default-settings.ts'
import type { Database } from './database.ts'
import { statement } from './database.ts'
import { readAccountSettings } from './settings.ts'

/** What reading the rows of a file needs to know of the account as it is now. */
export function readRowKnowledge(
  db: Database,
  file: { mapping: ImportMapping; headers: readonly string[] },
  { dateOrder, hash }: { dateOrder: DateOrder | null; hash: (text: string) => string },
): RowKnowledge {
  const settings = readAccountSettings(db)
  const brandOfBot = new Map(settings.brands.flatMap(({ id, bots }) => bots.map((bot) => [bot, id] as const)))
  return {
    mapping: file.mapping,
    headers: file.headers,
    zone: file.mapping.zone ?? settings.zone,
    dateOrder,
    readings: settings.readings,
    names: readAccountNames(db),
    zoneOfBrand: (brandId) => (brandId === null ? settings.zone : brandSettingsOf(settings, brandId).zone),
    brandOfBot: (botId) => brandOfBot.get(botId) ?? null,
    hash,
  }
}

/** Every brand's name by its id. */
export function readBrandNames(db: Database): Map<number, string> {
  const rows = statement<{ id: number; name: string }>(db, 'select id, name from brand').all()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Brands and groups; chat departments are groups. Deleted ones are known too: old files name them. */
function readAccountNames(db: Database): AccountNames {
  return createAccountNames(
    statement<{ id: number; name: string; subdomain: string | null }>(
      db,
      'select id, name, subdomain from brand order by id',
    ).all(),
    statement<{ id: number; name: string }>(db, 'select id, name from grp order by id').all(),
  )
}
